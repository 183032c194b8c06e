import { expect, test } from 'vitest';
import { publicWords } from '../../src/domain/job-words.ts';

test.each([
  ['Kitchen sink leaking, gate code 4471', 'Kitchen sink leaking'],
  ['Unit 12 has no heat. Ask at 1204', 'Unit 12 has no heat'],
  ['call 5125550100', ''],
])('those who are only asked read of "%s": "%s"', (words, left) => {
  expect(publicWords(words)).toBe(left);
});
