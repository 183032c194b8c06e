import { describe, expect, it } from 'vitest';
import type { PlaceHint } from '../../src/domain/reading.ts';
import { findPlace } from '../../src/places/find-place.ts';
import { splitUnit } from '../../src/domain/split-unit.ts';

const nothing: PlaceHint = { zip: null, city: null, state: null, street: null, number: null, lat: null, lon: null };
const find = (hint: Partial<PlaceHint>, near?: { lat: number; lon: number }) =>
  findPlace({ ...nothing, ...hint }, near);

describe('finding a place', () => {
  it('joins a ZIP with the street and keeps the unit apart', () => {
    const found = find({ zip: '78704', street: '1204 Oak Hill Rd apt 4B', city: 'austin' });
    expect(found).toMatchObject({
      outcome: 'found',
      isExact: true,
      place: { street: '1204 Oak Hill Rd', unit: 'apt 4B', city: 'Austin', state: 'TX', area: 'Austin 78704' },
    });
  });

  it('keeps the street out of what is shown before payment', () => {
    const found = find({ zip: '78704', street: '1204 Oak Hill Rd' });
    expect(found.outcome === 'found' && found.place.area).toBe('Austin 78704');
  });

  it('says that a ZIP or a city is unknown', () => {
    expect(find({ zip: '00000' })).toEqual({ outcome: 'unknown', because: 'zip' });
    expect(find({ city: 'Atlantis' })).toEqual({ outcome: 'unknown', because: 'city' });
    expect(find({})).toEqual({ outcome: 'unknown', because: 'nothing' });
  });

  it('takes the far larger city of that name, without inventing a ZIP to show', () => {
    const found = find({ city: 'Austin' });
    expect(found).toMatchObject({ outcome: 'found', isExact: false, place: { state: 'TX', area: 'Austin, TX' } });
  });

  it('names the states when a city name is not enough, unless one is near', () => {
    const found = find({ city: 'Springfield' });
    expect(found.outcome === 'ambiguous' && found.candidates.map((place) => place.state)).toContain('MO');
    expect(find({ city: 'Springfield' }, { lat: 39.8, lon: -89.6 })).toMatchObject({ place: { state: 'IL' } });
    expect(find({ city: 'Springfield', state: 'Oregon' })).toMatchObject({ place: { state: 'OR' } });
  });

  it('reads a WhatsApp pin', () => {
    const found = find({ lat: 30.25, lon: -97.75 });
    expect(found).toMatchObject({ outcome: 'found', place: { city: 'Austin', lat: 30.25, zone: 'America/Chicago' } });
    expect(find({ lat: 0, lon: -30 }).outcome).toBe('unknown');
  });
});

describe('splitting the unit from a street', () => {
  it.each([
    ['12 Elm St apt 4B', '12 Elm St', 'apt 4B'],
    ['12 Elm St, #7', '12 Elm St', '#7'],
    ['900 Main St Suite 200', '900 Main St', 'Suite 200'],
    ['45 Calle Sol apto 3', '45 Calle Sol', 'apto 3'],
    ['12 Elm St', '12 Elm St', null],
    [null, null, null],
  ])('%s', (said, street, unit) => {
    expect(splitUnit(said)).toEqual({ street, unit });
  });
});
