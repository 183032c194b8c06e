// Plays the dialogues: `npm run dialogues`, one of them with `-- -t leak`. With `-- --write` our answers are written anew; the diff is the review.
import { startVitest } from 'vitest/node';

const given = process.argv.slice(2);
const isWriting = given.includes('--write');
const at = given.indexOf('-t');
const name = at === -1 ? given.find((word) => !word.startsWith('-')) : given[at + 1];

const vitest = await startVitest('test', ['test/dialogues'], {
  watch: false,
  ...(isWriting ? { env: { DIALOGUES_WRITE: '1' } } : {}),
  ...(name === undefined ? {} : { testNamePattern: name }),
});
await vitest.close();
