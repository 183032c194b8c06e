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
  ])('none in: %s', (text) => {
    expect(read(text)).toBeNull();
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
