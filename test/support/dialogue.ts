import { readFile, writeFile } from 'node:fs/promises';
import type { TradeId } from '../../src/domain/trades.ts';
import type { Town } from './town.ts';

// A dialogue is a story: who lives there, what they say, what we answer. Lines:
//   # words              told to the reader
//   who: Dana +17375550101 plumbing 129 [es]     a provider who has joined (price of a visit in dollars)
//   homeowner +15125550100: words                 a text from that phone (`homeowner whatsapp:+1...` for WhatsApp)
//   us: words            our answer to the last one who wrote      us> +1737...: words      and to somebody else
//   later: 15 minutes    the clock is skipped                       until: 2035-03-08 15:00   to that local time in Austin
//   pays: 4242... [pass|fail|leave]      the newest link that the homeowner was sent
//   world: POST /faults {...}            something that the sandbox is told

export interface Line {
  readonly kind: 'note' | 'who' | 'says' | 'us' | 'later' | 'until' | 'pays' | 'world';
  readonly who: string;
  readonly words: string;
}

const PATTERNS: readonly (readonly [Line['kind'], RegExp])[] = [
  // what went wrong when the dialogue was last written; played again, it is not said again
  ['us', /^! (?<words>.*)$/],
  ['who', /^who: (?<words>.+)$/],
  ['us', /^us: (?<words>.*)$/],
  ['us', /^us> (?<who>\S+): (?<words>.*)$/],
  ['later', /^later: (?<words>.+)$/],
  ['until', /^until: (?<words>.+)$/],
  ['pays', /^pays: (?<words>.+)$/],
  ['world', /^world: (?<words>.+)$/],
  ['says', /^(?:homeowner|provider) (?<who>\S+): (?<words>.*)$/],
];

const lineOf = (text: string): Line => {
  for (const [kind, pattern] of PATTERNS) {
    const { groups } = pattern.exec(text) ?? {};
    if (groups !== undefined) return { kind, who: groups['who'] ?? '', words: groups['words'] ?? '' };
  }
  if (text.trim() === '' || text.startsWith('#')) return { kind: 'note', who: '', words: text };
  throw new Error(`This line of a dialogue cannot be read: ${text}`);
};

const numberOf = (who: string) => who.replace('whatsapp:', '');
const shown = (body: string) => body.replace(/https?:\/\/\S+/g, '<link>').replace(/\n/g, ' / ');

/** What every phone has heard that was not told yet, the one who spoke first. */
const makeListener = (town: Town) => {
  const told = new Map<string, number>();
  return async (speaker: string): Promise<string[]> => {
    const phones = (await town.ask('GET', '/phones')) as { number: string }[];
    const numbers = phones
      .map(({ number }) => number)
      .sort((a, b) => Number(b === speaker) - Number(a === speaker) || a.localeCompare(b));
    const lines: string[] = [];
    for (const number of numbers) {
      const heard = await town.heard(number);
      for (const body of heard.slice(told.get(number) ?? 0))
        lines.push(number === speaker ? `us: ${shown(body)}` : `us> ${number}: ${shown(body)}`);
      told.set(number, heard.length);
    }
    return lines;
  };
};

const DURATIONS: Readonly<Record<string, (n: string) => string>> = {
  minute: (n) => `PT${n}M`,
  hour: (n) => `PT${n}H`,
  day: (n) => `P${n}D`,
};

const durationOf = (words: string) => {
  const [, count = '', unit = ''] = /^(\d+) (minute|hour|day)s?$/.exec(words) ?? [];
  const duration = DURATIONS[unit]?.(count);
  if (duration === undefined) throw new Error(`"later: ${words}" is not a number of minutes, hours or days.`);
  return duration;
};

/** Local time in Austin: CST, or CDT from the second Sunday of March on. */
const instantOf = (local: string) => {
  const guess = new Date(`${local.replace(' ', 'T')}:00-06:00`);
  const hour = new Intl.DateTimeFormat('en-US', {
    timeZone: 'America/Chicago',
    hour: 'numeric',
    hourCycle: 'h23',
  }).format(guess);
  const isSummer = Number(hour) !== Number(local.slice(11, 13));
  return new Date(guess.getTime() - (isSummer ? 3_600_000 : 0)).toISOString();
};

const settle = async (town: Town, words: string) => {
  const [name = '', number = '', trades = '', dollars = '', language = 'en'] = words.split(' ');
  await town.join({
    name,
    number,
    trades: trades.split(',') as TradeId[],
    rateInCents: Number(dollars) * 100,
    languages: language === 'es' ? ['es', 'en'] : ['en'],
  });
};

interface Scene {
  speaker: string;
  homeowner: string;
}

const play = async (town: Town, scene: Scene, line: Line): Promise<void> => {
  if (line.kind === 'who') return settle(town, line.words);
  if (line.kind === 'later') return town.skip(durationOf(line.words));
  if (line.kind === 'until') return town.clockTo(instantOf(line.words));
  if (line.kind === 'world') {
    const [, method = '', path = '', body] = /^(\S+) (\S+) ?(.*)$/.exec(line.words) ?? [];
    await town.ask(method, path, body === '' || body === undefined ? undefined : JSON.parse(body));
    return town.settle();
  }
  if (line.kind === 'pays') {
    const [card = '', authenticate] = line.words.split(' ');
    await town.pay(scene.homeowner, card, authenticate === undefined ? {} : { authenticate });
    return;
  }
  const number = numberOf(line.who);
  Object.assign(scene, { speaker: number, ...(number.startsWith('+1512') ? { homeowner: number } : {}) });
  await town.says(number, line.words, line.who.startsWith('whatsapp:') ? { channel: 'whatsapp' } : {});
};

export interface Played {
  readonly written: string;
  readonly played: string;
}

/** Plays a dialogue in a town and tells it again as it went; the same text as written means that everybody said what was expected. */
export const playDialogue = async (town: Town, file: string): Promise<Played> => {
  const written = await readFile(file, 'utf8');
  const listen = makeListener(town);
  const scene: Scene = { speaker: '', homeowner: '' };
  const played: string[] = [];
  for (const text of written.trimEnd().split('\n')) {
    const line = lineOf(text);
    if (line.kind === 'us') continue;
    played.push(text);
    if (line.kind === 'note') continue;
    await play(town, scene, line).catch((error: unknown) => played.push(`! ${String(error)}`));
    const heard = await listen(line.kind === 'says' ? scene.speaker : scene.homeowner);
    if (line.kind !== 'who') played.push(...heard);
  }
  return { written, played: `${played.join('\n')}\n` };
};

export const rewriteDialogue = (file: string, played: string) => writeFile(file, played);
