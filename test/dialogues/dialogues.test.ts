import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { playDialogue, rewriteDialogue } from '../support/dialogue.ts';
import { expectBalancedBooks, expectNothingStuck } from '../support/books.ts';
import { openTown } from '../support/town.ts';

const FILES = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.txt'));

/** A Tuesday, 9:00 in Austin, ahead of every machine's clock. */
const AT = '2035-03-06T15:00:00Z';

/** K7, M4, P5 and so on, the same in every run. */
const codes = () => {
  const wanted = [114.5, 53.5, 75.5, 24.5, 140.5, 96.5, 31.5];
  let next = 0;
  return () => (wanted[next++ % wanted.length] ?? 0) / 168;
};

describe('dialogues', () => {
  it.each(FILES)('%s', { timeout: 60_000 }, async (name) => {
    const town = await openTown({ at: AT, options: { chance: codes() } });
    try {
      const file = join(import.meta.dirname, name);
      const { played, written } = await playDialogue(town, file);
      if (process.env['DIALOGUES_WRITE'] === undefined) expect(played).toBe(written);
      else await rewriteDialogue(file, played);
      await expectBalancedBooks(town);
      await expectNothingStuck(town);
    } finally {
      await town.close();
    }
  });
});
