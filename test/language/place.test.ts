import { describe, expect, it } from 'vitest';
import { foldText } from '../../src/language/fold-text.ts';
import { findPlaceHint } from '../../src/language/place/find-place.ts';

const read = (text: string, isAsked = false) => findPlaceHint(foldText(text), text, isAsked).place;

describe('a place in a sentence', () => {
  it.each([
    ['leak at 1204 Oak Hill Rd 78704 please', '1204 Oak Hill Rd', null, null, '78704'],
    [
      'come to 77 W Maple Street apt 3C, Dallas, TX 75201 tomorrow',
      '77 W Maple Street apt 3C',
      'Dallas',
      'TX',
      '75201',
    ],
    ['910 n lamar blvd #14 austin texas', '910 n lamar blvd #14', 'austin', 'TX', null],
    ['8812 FM 969, Austin TX', '8812 FM 969', 'Austin', 'TX', null],
    ['5 Avenida Ponce de Leon, San Juan PR 00907', '5 Avenida Ponce de Leon', 'San Juan', 'PR', '00907'],
    ['vivo en calle Juarez 210, 78207', 'calle Juarez 210', null, null, '78207'],
    ['roofer near Cedar Park', null, 'Cedar Park', null, null],
    ['im in san antonio', null, 'san antonio', null, null],
    ['anyone in Kyle, TX?', null, 'Kyle', 'TX', null],
    ['Springfield, MO', null, 'Springfield', 'MO', null],
    ['tub leaks, 480 n 9th st', '480 n 9th st', null, null, null],
    ['480 w 9th st #c tomorrow', '480 w 9th st #c', null, null, null],
    ['3301 avenue k apt 2, dallas', '3301 avenue k apt 2', 'dallas', null, null],
    ['910 shadow creek, tub leaks', '910 shadow creek', null, null, null],
    ['apt 7c 910 birch ln', '910 birch ln apt 7c', null, null, null],
    ['910 birch ln 78704 apt 7c', '910 birch ln apt 7c', null, null, '78704'],
    ['910 birch ln 78704 ac unit 2 is dead', '910 birch ln', null, null, '78704'],
    ['Unit B, 910 Birch Ln, Dallas TX 75201', '910 Birch Ln Unit B', 'Dallas', 'TX', '75201'],
    ['#14 910 e 9th st', '910 e 9th st #14', null, null, null],
    ['calle 9 oeste 310', 'calle 9 oeste 310', null, null, null],
    ['calle 9 # 310, 78207', 'calle 9 # 310', null, null, '78207'],
    ['at the corner of 9th and guadalupe', 'corner of 9th and guadalupe', null, null, null],
    ['9th & Guadalupe', '9th & Guadalupe', null, null, null],
    ['esquina de calle 9 y guadalupe', 'esquina de calle 9 y guadalupe', null, null, null],
    ['3120 22 Mile Rd, Utica, MI 48317', '3120 22 Mile Rd', 'Utica', 'MI', '48317'],
    ['55 U.S. 40 Business Ashland, Ohio 44805', '55 U.S. 40 Business', 'Ashland', 'OH', '44805'],
    ['480 Elm Ave Suite 200, Irving, TX 75038', '480 Elm Ave Suite 200', 'Irving', 'TX', '75038'],
    ['zip is 02139-4307', null, null, null, '02139'],
  ])('%s', (text, street, city, state, zip) => {
    expect(read(text)).toMatchObject({ street, city, state, zip });
  });

  it.each([
    'i have 3 bedrooms and 2 baths',
    'need a 12000 btu mini split',
    'can you come in or call me',
    'a 10 by 12 deck',
    'ok hi help me',
    'leaking for 2 days now',
    'between 3 and 5 works',
    'the 9th and 10th work',
    'need it on the 9th and my tub leaks',
    'the ac unit 2 is broken',
    '4 trees in the park',
  ])('none in: %s', (text) => {
    expect(read(text)).toBeNull();
  });

  it.each([
    ['apt b', 'apt b', false],
    ['tub leaks in apt 3', 'apt 3', false],
    ['its unit 12', 'unit 12', false],
    ['# 12', '# 12', true],
  ])('a unit alone: %s', (text, unit, isAsked) => {
    expect(read(text, isAsked)).toMatchObject({ unit, street: null });
  });

  it('takes a small town when it was asked for', () => {
    expect(read('llano', true)?.city).toBe('llano');
    expect(read('llano')).toBeNull();
    expect(read('i dont know', true)).toBeNull();
  });

  it('covers what it read, and keeps the length', () => {
    const said = 'at 1204 Oak Hill Rd 78704 at 3';
    const { rest } = findPlaceHint(foldText(said), said, false);
    expect(rest).toHaveLength(said.length);
    expect(rest).not.toMatch(/oak|78704/);
    expect(rest.endsWith(' at 3')).toBe(true);
  });
});
