import { expect, test } from 'vitest';
import { minutesSaid } from '../../src/domain/minutes-said.ts';

test.each([
  ['20', 20],
  ['about 15-20 min', 20],
  ['LATE K7 25', 25],
  ['half an hour', 30],
  ['an hour and a half', 90],
  ['1.5 hours', 90],
  ['media hora', 30],
  ['unos veinte minutos', 20],
  ['hora y media', 90],
  ['at 3:30', null],
  ['4 pm', null],
  ['K7', null],
  ['999', null],
  ['no idea', null],
])('%s is %s', (words, minutes) => {
  expect(minutesSaid(words)).toBe(minutes);
});
