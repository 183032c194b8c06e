import { describe, expect, test } from 'vitest';
import { agreesToTime, books, defers, timeTalk } from '../../src/domain/time-talk.ts';
import { understand } from '../../src/language/understand.ts';

const zone = 'America/Chicago';
/** Tuesday at 9:10; Thursday from 3 to 5 is proposed. */
const now = '2026-11-24T15:10:00Z';
const window = { start: '2026-11-26T21:00:00Z', end: '2026-11-26T23:00:00Z', zone };
const reading = (words: string) =>
  understand(words, {
    now: '2026-11-24T09:10',
    zone,
    language: null,
    asked: { kind: 'choice', options: ['1', '2', '3'] },
  });

describe('a time that is said while one is proposed', () => {
  test.each([
    ['friday', 'wished'],
    ['make it friday', 'wished'],
    ['can he come at 4', 'wished'],
    ['mejor el viernes', 'wished'],
    ['thursday after 5', 'wished'],
    ['not thursday', 'wished'],
    ['yes thursday at 3', 'same'],
    ['ok thursday works', 'same'],
    ['is thursday the earliest', 'same'],
    ['book now', 'now'],
    ['can he come now', 'wished'],
    ['ok at 5', 'mentioned'],
    ['my kids come home friday', 'mentioned'],
    ['i get paid friday, ok?', 'none'],
    ['can i pay tomorrow', 'none'],
    ['ill let you know tomorrow', 'none'],
    ['dejeme preguntarle a mi esposo mañana', 'none'],
    ['who is he', 'none'],
  ] as const)('%s: %s', (words, talk) => {
    expect(timeTalk(reading(words), window, now)).toBe(talk);
  });
});

test.each(['thursday works', 'thursday at 3 is perfect', 'el jueves está bien'])('agrees to it: %s', (words) => {
  expect(agreesToTime(reading(words), window, now)).toBe(true);
});
test.each(['friday works', 'does thursday work?', 'i work until 4 thursday', 'thursday is ok but not at 3'])(
  'does not agree to it: %s',
  (words) => {
    expect(agreesToTime(reading(words), window, now)).toBe(false);
  },
);

test.each(['book dana', 'Dana', 'ok lets go with dana please', 'book it now', 'quiero a Dana'])(
  'books: %s',
  (words) => {
    expect(books(words, 'Dana')).toBe(true);
  },
);
test.each(['who is dana', 'dana?', 'not dana', 'somebody else', 'ok', 'anyone but dana'])(
  'books nobody: %s',
  (words) => {
    expect(books(words, 'Dana')).toBe(false);
  },
);

test.each(['let me ask my wife', 'doing it now', 'i need to think', 'ahora no puedo, voy manejando'])(
  'wants a moment: %s',
  (words) => {
    expect(defers(words)).toBe(true);
  },
);
test.each(['ok ill do it', 'can he do it friday', 'let him in', 'i need a plumber'])('wants none: %s', (words) => {
  expect(defers(words)).toBe(false);
});
