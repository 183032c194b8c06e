import { expect, test } from 'vitest';
import { jobWords, publicWords } from '../../src/domain/job-words.ts';
import type { PlaceHint } from '../../src/domain/reading.ts';

const hint = (part: Partial<PlaceHint>): PlaceHint => ({
  zip: null,
  city: null,
  state: null,
  street: null,
  number: null,
  lat: null,
  lon: null,
  ...part,
});
const oakHill = hint({ street: '1204 Oak Hill Rd', number: '1204', zip: '78704' });

test.each([
  ['Kitchen sink leaking, thursday after 3, 1204 Oak Hill Rd 78704', oakHill, 'Kitchen sink leaking'],
  ['kitchen sink leaking thursday after 3 at 1204 oak hill rd, 78704', oakHill, 'Kitchen sink leaking'],
  ['1204 Oak Hill Rd 78704. The AC blows warm air. Tomorrow morning please', oakHill, 'The AC blows warm air'],
  ['se tapó el baño, mañana por la tarde', null, 'Se tapó el baño'],
  ['my fence fell over in Austin 78704', hint({ city: 'Austin', zip: '78704' }), 'My fence fell over'],
  ['toilet runs, call me 512-555-0100 or a.b@example.com', null, 'Toilet runs, call me'],
  ['2 outlets dead', null, '2 outlets dead'],
  ['thursday after 3', null, ''],
  ["no, actually it's the bathroom sink", null, 'The bathroom sink'],
  ['Hi, need 3 rooms painted', null, 'Need 3 rooms painted'],
  ['Hi this is Ana, kitchen sink leaking', null, 'Kitchen sink leaking'],
  ['this is bad, the sink leaks', null, 'This is bad, the sink leaks'],
  ['water everywhere, can someone come now?', null, 'Water everywhere'],
  ['I also need a lamp hung', null, 'Need a lamp hung'],
])('%s', (words, place, left) => {
  expect(jobWords(words, place)).toBe(left);
});

test('a street is hidden however it is spaced, and long words are cut', () => {
  expect(jobWords('leak (1204  OAK HILL RD)', oakHill)).not.toMatch(/oak/i);
  expect(jobWords('leak '.repeat(200), null).length).toBeLessThanOrEqual(300);
});

test.each([
  ['Kitchen sink leaking, gate code 4471', 'Kitchen sink leaking'],
  ['Unit 12 has no heat. Ask at 1204', 'Unit 12 has no heat'],
  ['call 5125550100', ''],
])('those who are only asked read of "%s": "%s"', (words, left) => {
  expect(publicWords(words)).toBe(left);
});
