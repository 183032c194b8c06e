// `npm run bench understand`: how long one text takes, all of it understood by us, beside two libraries that find its dates alone.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Options } from './options.ts';
import { print } from './print.ts';
import { quantile, table } from './statistics.ts';

/** What people and pros say in the stories of our own tests. */
const STORIES = join(import.meta.dirname, '../test/dialogues');
const SAID = /^(?:homeowner|provider) \+\d+: (.+)$/gm;

const LONGEST = 1_600;
/** Twilio's longest text, filled with what makes patterns try and try again. */
const HOSTILE = [
  '1-1-',
  'from 1 to 2 ',
  'next next ',
  'monday and ',
  'no, ',
  'a',
  '12 ',
  'at 5 or ',
  'el lunes y ',
  '\u{1f44d} ',
].map((piece) => piece.repeat(Math.ceil(LONGEST / piece.length)).slice(0, LONGEST));

const MOST_MS = 30;
const MOST_HOSTILE_MS = 150;
const MOST_FIRST_MS = 1_000;

type Read = (text: string) => unknown;

interface Reader {
  readonly name: string;
  /** imports it, and whatever it builds at its first text */
  readonly load: () => Promise<Read>;
}

const READERS: readonly Reader[] = [
  {
    name: 'fixline, everything',
    load: async () => {
      const { understand } = await import('../src/language/understand.ts');
      const context = { now: '2035-03-06T09:00', zone: 'America/Chicago', language: null, asked: null };
      return (text) => understand(text, context);
    },
  },
  {
    name: 'chrono-node, dates',
    load: async () => {
      const chrono = await import('chrono-node');
      const reference = new Date('2035-03-06T15:00:00Z');
      return (text) => chrono.parse(text, reference, { forwardDate: true });
    },
  },
  {
    name: 'MS Recognizers, dates',
    load: async () => {
      const { recognizeDateTime } = await import('@microsoft/recognizers-text-date-time');
      const reference = new Date('2035-03-06T15:00:00Z');
      return (text) => recognizeDateTime(text, 'en-us', undefined, reference);
    },
  },
];

const millisecondsOf = (read: Read, text: string): number => {
  const begun = performance.now();
  read(text);
  return performance.now() - begun;
};

const textsOfStories = async (): Promise<readonly string[]> => {
  const names = (await readdir(STORIES)).filter((name) => name.endsWith('.txt'));
  const stories = await Promise.all(names.map((name) => readFile(join(STORIES, name), 'utf8')));
  return stories.flatMap((story) => [...story.matchAll(SAID)].map(([, text]) => text ?? ''));
};

interface Measured {
  readonly name: string;
  readonly first: number;
  readonly p50: number;
  readonly p99: number;
  readonly hostile: number;
}

const measure = async ({ load, name }: Reader, texts: readonly string[], rounds: number): Promise<Measured> => {
  const begun = performance.now();
  const read = await load();
  read('kitchen sink leaking, thursday after 3');
  const first = performance.now() - begun;
  for (const text of texts) read(text);
  const times = Array.from({ length: rounds }, () => texts.map((text) => millisecondsOf(read, text))).flat();
  const hostile = Math.max(...HOSTILE.map((text) => millisecondsOf(read, text)));
  return { name, first, p50: quantile(times, 0.5), p99: quantile(times, 0.99), hostile };
};

const rowOf = ({ first, hostile, name, p50, p99 }: Measured) => [
  name,
  first.toFixed(0),
  p50.toFixed(2),
  p99.toFixed(2),
  hostile.toFixed(0),
];

export const benchUnderstand = async ({ rounds }: Options): Promise<boolean> => {
  const texts = await textsOfStories();
  print(
    `understand: ${texts.length} texts of our stories, ${rounds} times, and ${HOSTILE.length} hostile ones of ${LONGEST} characters; ms`,
  );
  const measured: Measured[] = [];
  for (const reader of READERS) measured.push(await measure(reader, texts, rounds));
  print(table([['', 'first text', 'p50', 'p99', 'worst hostile'], ...measured.map(rowOf)]));
  const [ours] = measured;
  return ours !== undefined && ours.p99 <= MOST_MS && ours.hostile <= MOST_HOSTILE_MS && ours.first <= MOST_FIRST_MS;
};
