import { describe, expect, it } from 'vitest';
import type { Language } from '../../src/domain/reading.ts';
import { foldText } from '../../src/language/fold-text.ts';
import { findWhen } from '../../src/language/when/find-when.ts';

// A Tuesday.
const now = '2026-06-09T09:40';

const read = (text: string, language: Language = 'en', isTimeAsked = false): string | null => {
  const { when } = findWhen(foldText(text), { now, language, isTimeAsked });
  if (!when) return null;
  const windows = when.windows.map(({ start, end }) => `${start}/${end ?? ''}`).join(' ');
  return `${when.bound} ${when.precision} ${windows}`;
};

describe('when, in English', () => {
  it.each([
    ['how about thursday at 2', 'at time 2026-06-11T14:00/'],
    ['weds after 4 is ok', 'after time 2026-06-10T16:00/2026-06-11T00:00'],
    ['saturday before 11', 'before time 2026-06-13T00:00/2026-06-13T11:00'],
    ['by noon tomorrow', 'before time 2026-06-10T00:00/2026-06-10T12:00'],
    ['tmrw 10-12', 'between time 2026-06-10T10:00/2026-06-10T12:00'],
    ['friday 11 to 2', 'between time 2026-06-12T11:00/2026-06-12T14:00'],
    ['monday 12-4 pls', 'between time 2026-06-15T12:00/2026-06-15T16:00'],
    ['saturday from 9 for 2 hours', 'between time 2026-06-13T09:00/2026-06-13T11:00'],
    ['sunday evening', 'between time 2026-06-14T17:00/2026-06-14T21:00'],
    ['tonight at 7', 'at time 2026-06-09T19:00/'],
    ['tub leaks the 18th', 'at day 2026-06-18T00:00/2026-06-19T00:00'],
    ['the 18th my tub was leaking, come then', 'at day 2026-06-18T00:00/2026-06-19T00:00'],
    ['the 18th', 'at day 2026-06-18T00:00/2026-06-19T00:00'],
    ['mon the 22nd', 'at day 2026-06-22T00:00/2026-06-23T00:00'],
    ['7/3 at 8am', 'at time 2026-07-03T08:00/'],
    ['july 10 to 12', 'between day 2026-07-10T00:00/2026-07-13T00:00'],
    ['this weekend', 'between day 2026-06-13T00:00/2026-06-15T00:00'],
    ['next thursday', 'at day 2026-06-18T00:00/2026-06-19T00:00'],
    ['a week from saturday', 'at day 2026-06-20T00:00/2026-06-21T00:00'],
    ['the week of july 8th', 'between day 2026-07-06T00:00/2026-07-13T00:00'],
    ['in 45 minutes', 'at time 2026-06-09T10:25/'],
    ['as soon as you can', 'after time 2026-06-09T09:40/'],
    ['half past 8 tomorrow morning', 'at time 2026-06-10T08:30/'],
    ['mon or wed after 1', 'after time 2026-06-15T13:00/2026-06-16T00:00 2026-06-10T13:00/2026-06-11T00:00'],
    ['thursday at 9 or saturday at 3', 'at time 2026-06-11T09:00/ 2026-06-13T15:00/'],
    [
      'anytime next week except tuesday',
      'between day 2026-06-15T00:00/2026-06-16T00:00 2026-06-17T00:00/2026-06-22T00:00',
    ],
    ['from 10 for 2.5 hours', 'between time 2026-06-09T10:00/2026-06-09T12:30'],
    ['for 90 minutes from 2pm', 'between time 2026-06-09T14:00/2026-06-09T15:30'],
    ['for 3 days from next monday', 'between day 2026-06-15T00:00/2026-06-18T00:00'],
    ['first monday afternoon of july', 'between time 2026-07-06T12:00/2026-07-06T17:00'],
    ['last weekend of june', 'between day 2026-06-27T00:00/2026-06-29T00:00'],
    ['the 3rd week of july', 'between day 2026-07-13T00:00/2026-07-20T00:00'],
    ['third day of july', 'at day 2026-07-03T00:00/2026-07-04T00:00'],
    ['friday 6/12', 'at day 2026-06-12T00:00/2026-06-13T00:00'],
    ['friday 9-12', 'between time 2026-06-12T09:00/2026-06-12T12:00'],
    ['from 6/1 to 6/20', 'between day 2026-06-01T00:00/2026-06-21T00:00'],
    ['on the 17 between 2 and 4', 'between time 2026-06-17T14:00/2026-06-17T16:00'],
    ['monday two weeks from now', 'at day 2026-06-22T00:00/2026-06-23T00:00'],
    ['today from 7 to 8', 'between time 2026-06-09T19:00/2026-06-09T20:00'],
    ['rest of the week', 'between day 2026-06-09T00:00/2026-06-15T00:00'],
    ['week commencing july 8', 'between day 2026-07-06T00:00/2026-07-13T00:00'],
    ['next 3 business days', 'between day 2026-06-10T00:00/2026-06-13T00:00'],
    ['labor day weekend', 'between day 2026-09-05T00:00/2026-09-08T00:00'],
    ['fathers day', 'at day 2026-06-21T00:00/2026-06-22T00:00'],
    ['monday is bad but tuesday is fine', 'at day 2026-06-16T00:00/2026-06-17T00:00'],
    ["wednesday doesn't work, how about thursday at 3", 'at time 2026-06-11T15:00/'],
    ['cant do monday but friday works', 'at day 2026-06-12T00:00/2026-06-13T00:00'],
    ['any day but wednesday', 'between day 2026-06-09T00:00/2026-06-10T00:00 2026-06-11T00:00/2026-06-16T00:00'],
    ['the crew of two on the 18th at a quarter past 9', 'at time 2026-06-18T09:15/'],
    ['tommorow aftenoon', 'between time 2026-06-10T12:00/2026-06-10T17:00'],
    ['9am', 'at time 2026-06-10T09:00/'],
    ['10am', 'at time 2026-06-09T10:00/'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['tonight at 2am', 'at time 2026-06-10T02:00/'],
    ['tonight at 1', 'at time 2026-06-10T01:00/'],
    ['tonight at 12', 'at time 2026-06-10T00:00/'],
    ['tonight between 10pm and 1am', 'between time 2026-06-09T22:00/2026-06-10T01:00'],
    ['tonight from 10 to 2', 'between time 2026-06-09T22:00/2026-06-10T02:00'],
    ['between 11pm and 2am', 'between time 2026-06-09T23:00/2026-06-10T02:00'],
    ['saturday night at 1', 'at time 2026-06-14T01:00/'],
    ['saturday night between 11 and 1', 'between time 2026-06-13T23:00/2026-06-14T01:00'],
    ['saturday at 2am', 'at time 2026-06-13T02:00/'],
  ])('a night goes on after midnight: %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('tells an hour without a day from one with a day', () => {
    const guessed = (text: string) =>
      findWhen(text, { now, language: 'en', isTimeAsked: false }).when?.isDayGuessed ?? false;
    expect(['make it 3pm', 'make it 3', 'actually after 4:30', 'between 2 and 4pm'].map(guessed)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(['today at 3pm', 'make it friday at 3', 'tonight at 8', 'in 2 hours', 'asap'].map(guessed)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  it.each([
    ['no wait, wednesday at 3', 'at time 2026-06-10T15:00/'],
    ['make it 4', 'at time 2026-06-09T16:00/'],
    ['thursday instead of friday', 'at day 2026-06-11T00:00/2026-06-12T00:00'],
    ['make it saturday instead of friday', 'at day 2026-06-13T00:00/2026-06-14T00:00'],
    ['can you move it from monday to thursday', 'at day 2026-06-11T00:00/2026-06-12T00:00'],
    ['i meant 4pm tomorrow not 5pm', 'at time 2026-06-10T16:00/'],
  ])('the last word counts: %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    'it broke 3 days ago',
    'been dripping since last night',
    'the 3rd window is cracked',
    'sun damage on the deck',
    'we sat in the dark',
    'my heater is 15 years old',
    'april from the office will call',
    'need 3 rooms painted',
    'building 4',
    'my house is on 9th ave',
    'its 98.6 in here',
    'good morning',
    'works 24/7',
    'a 1/2 inch pipe',
    'have a great weekend',
    '',
  ])('no date is meant: %s', (text) => {
    expect(read(text)).toBeNull();
  });

  it('takes a bare number for a time only when a time was asked for', () => {
    expect(read('4')).toBeNull();
    expect(read('4', 'en', true)).toBe('at time 2026-06-09T16:00/');
    expect(read('8', 'en', true)).toBe('at time 2026-06-10T08:00/');
  });
});

describe('when, in Spanish', () => {
  it.each([
    ['el viernes a las 10', 'at time 2026-06-12T10:00/'],
    ['mañana a las 3 de la tarde', 'at time 2026-06-10T15:00/'],
    ['pasado mañana en la mañana', 'between time 2026-06-11T08:00/2026-06-11T12:00'],
    ['el jueves después de las 4', 'after time 2026-06-11T16:00/2026-06-12T00:00'],
    ['antes de las 11 el sábado', 'before time 2026-06-13T00:00/2026-06-13T11:00'],
    ['de 9 a 12 el lunes', 'between time 2026-06-15T09:00/2026-06-15T12:00'],
    ['miércoles entre las 2 y las 4', 'between time 2026-06-10T14:00/2026-06-10T16:00'],
    ['el 20 de julio', 'at day 2026-07-20T00:00/2026-07-21T00:00'],
    ['la próxima semana', 'between day 2026-06-15T00:00/2026-06-22T00:00'],
    ['a las cinco y media hoy', 'at time 2026-06-09T17:30/'],
    ['ahorita mismo por favor', 'after time 2026-06-09T09:40/'],
    ['dentro de dos horas', 'at time 2026-06-09T11:40/'],
    ['los próximos 2 días', 'between day 2026-06-10T00:00/2026-06-12T00:00'],
    ['a partir del 20 de julio', 'after day 2026-07-20T00:00/'],
    ['el 1.º de julio', 'at day 2026-07-01T00:00/2026-07-02T00:00'],
    ['jueves 11 a las siete de la tarde', 'at time 2026-06-11T19:00/'],
    ['el día de la independencia', 'at day 2026-07-04T00:00/2026-07-05T00:00'],
    ['el resto de la semana', 'between day 2026-06-09T00:00/2026-06-15T00:00'],
    ['en 3 días hábiles', 'at day 2026-06-12T00:00/2026-06-13T00:00'],
    ['mejor el domingo', 'at day 2026-06-14T00:00/2026-06-15T00:00'],
    ['cualquier día menos el lunes', 'between day 2026-06-09T00:00/2026-06-15T00:00'],
  ])('%s', (text, expected) => {
    expect(read(text, 'es')).toBe(expected);
  });

  it.each(['gotea desde ayer', 'se descompuso hace 2 semanas', 'tengo 4 ventanas', 'buenas tardes', 'me llamo Marta'])(
    'no date is meant: %s',
    (text) => {
      expect(read(text, 'es')).toBeNull();
    },
  );
});

describe('the calendar', () => {
  it('ends months and years where they end', () => {
    const at = (text: string, today: string) =>
      findWhen(text, { now: today, language: 'en', isTimeAsked: false }).when?.windows[0]?.start;
    expect(at('tomorrow', '2027-02-28T12:00')).toBe('2027-03-01T00:00');
    expect(at('tomorrow', '2028-02-28T12:00')).toBe('2028-02-29T00:00');
    expect(at('the 31st', '2026-04-10T12:00')).toBe('2026-05-31T00:00');
    expect(at('jan 2', '2026-12-30T12:00')).toBe('2027-01-02T00:00');
    expect(at('monday', '2026-12-30T12:00')).toBe('2027-01-04T00:00');
  });

  it('reads nothing when it is not told the time', () => {
    expect(findWhen('tomorrow', { now: 'soon', language: 'en', isTimeAsked: false }).when).toBeNull();
  });
});
