import { spawnSync } from 'node:child_process';
import { assert, constantFrom, option, property, string, array } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TRADE_IDS } from '../../src/domain/trades.ts';
import { understand } from '../../src/language/understand.ts';
import type { UnderstandContext } from '../../src/language/understand.ts';

const KINDS = ['job', 'place', 'time', 'choice', 'yesNo', 'name', 'contact', 'rating', 'words'] as const;
const PIECES = (
  'a the 3 4pm monday next to from between and or not 12 1/2 : - in on at may week leak sink el la y a hasta lunes 78704 Oak St # apt stop ' +
  '$5 @ . , no yes after before half quarter first segunda 👍 ñ \u0000 \uD800 ” 512-555-0199 x@y.co K7 last'
).split(' ');

const context = (asked: UnderstandContext['asked'], language: 'en' | 'es' | null): UnderstandContext => ({
  now: '2026-06-09T09:40',
  zone: 'America/Chicago',
  language,
  asked,
});

const asked = option(constantFrom(...KINDS)).map(
  (kind) => kind && { kind, options: kind === 'choice' ? ['Thu 2pm', 'Fri'] : [] },
);
const language = constantFrom('en', 'es', null);
const rows = array(constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(' '));

describe('any text at all', () => {
  it('is read without an error, into a reading that holds', () => {
    const holds = (text: string, kind: UnderstandContext['asked'], spoken: 'en' | 'es' | null): void => {
      const reading = understand(text, context(kind, spoken));
      expect(reading.words.length).toBeLessThanOrEqual(1600);
      expect(
        reading.categories.every(({ id, confidence }) => TRADE_IDS.includes(id) && confidence >= 0 && confidence <= 1),
      ).toBe(true);
      for (const { start, end } of reading.when?.windows ?? []) {
        expect(start).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/);
        expect(end === null || end >= start).toBe(true);
      }
      expect([null, 1, 2, 3, 4, 5, 6, 7, 8, 9]).toContain(reading.choice);
      expect([null, 1, 2, 3, 4, 5]).toContain(reading.rating);
      expect(reading.place?.street).not.toBe('');
    };
    assert(property(string({ unit: 'binary', maxLength: 300 }), asked, language, holds), { numRuns: 300 });
    assert(property(rows, asked, language, holds), { numRuns: 500 });
  });

  it('means the same when it is read again', () => {
    const isSame = (text: string, kind: UnderstandContext['asked']): void => {
      expect(understand(text, context(kind, 'en'))).toEqual(understand(text, context(kind, 'en')));
    };
    assert(property(rows, asked, isSame), { numRuns: 100 });
  });
});

const cpuMillis = (work: () => void): number => {
  const before = process.cpuUsage();
  work();
  return process.cpuUsage(before).user / 1000;
};

/** In one of three tries: a busy machine and the collection of garbage only ever add to it. */
const isWithin = (ms: number, work: () => void): boolean => [1, 2, 3].some(() => cpuMillis(work) < ms);

it.each([
  '1-1-',
  'from 1 to 2 ',
  'a week from ',
  '3 days after ',
  '1:1:1:',
  'monday and ',
  'no ',
  'leak under ',
  '1 main st ',
  'a@',
  '@a.',
  '(((',
])('takes its time from length alone: %s', (piece) => {
  const text = piece.repeat(1600).slice(0, 1600);
  for (const kind of KINDS) {
    const read = () => understand(text, context({ kind, options: [] }, kind === 'job' ? 'es' : 'en'));
    expect([kind, isWithin(150, read)]).toEqual([kind, true]);
  }
});

it('reads lines from its standard input, in order', () => {
  const lines = [
    { id: 'one', text: 'sink leaks', lang: 'en', now: '2026-06-09T09:40:00', zone: 'UTC' },
    { id: 'two', text: 'the 2nd one', options: ['a', 'b'], asked: 'Which one?' },
    { id: 'three', text: '¿el viernes?', lang: 'es', now: '2026-06-09T09:40:00', zone: 'UTC', asked: 'time', other: 1 },
  ];
  const ran = spawnSync(process.execPath, ['--import', 'tsx', 'src/language/understand-lines.ts'], {
    input: lines.map((line) => JSON.stringify(line)).join('\n'),
    encoding: 'utf8',
  });
  const out = ran.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { id: string; choice: number; when: { windows: unknown[] } });
  expect(out.map(({ id }) => id)).toEqual(['one', 'two', 'three']);
  expect(out[1]?.choice).toBe(2);
  expect(out[2]?.when.windows).toEqual([{ start: '2026-06-12T00:00', end: '2026-06-13T00:00' }]);
});
