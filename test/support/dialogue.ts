import { readFile, writeFile } from 'node:fs/promises';
import type { TradeId } from '../../src/domain/trades.ts';
import { behind, type PhoneText, type Town } from './town.ts';

// A dialogue is a story: who lives there, what they say, what we answer. Lines:
//   # words              told to the reader
//   who: Dana +17375550101 plumbing,hvac 129 [es] [78745]   a provider who has joined (price of a visit in dollars)
//   homeowner +15125550100: words                 a text from that phone (`homeowner whatsapp:+1...` for WhatsApp);
//                                                 `[1]` alone taps that button
//   also: words          the next text of the same phone, before we answer
//   again:               the last text comes once more, as Twilio delivers it after an error
//   later: 15 minutes    the clock is skipped                       until: 2035-03-08 15:00   to that local time in Austin
//   opens: the page      the homeowner opens the newest link and leaves it open
//   pays: 4242... [pass|fail|leave]      the newest link that the homeowner was sent; on the open page, if there is one
//   world: POST /faults {...}            something that the sandbox is told; CHARGE and DISPUTE stand for the newest ones
// and what came of it, written by the runner:
//   us: words [1] [2]    our answer to the last one who wrote, its buttons      us> +1737...: words      and to somebody else
//   twilio: words        Twilio's own answer to STOP, START, HELP
//   lost: words          what we sent, and could not be brought to the phone
//   page: declined       what the payment page says, when it is not "paid"
//   alert: danger K7     what a person is told

export interface Line {
  readonly kind:
    'note' | 'who' | 'says' | 'also' | 'again' | 'outcome' | 'later' | 'until' | 'opens' | 'pays' | 'world';
  readonly who: string;
  readonly words: string;
}

const PATTERNS: readonly (readonly [Line['kind'], RegExp])[] = [
  // what went wrong when the dialogue was last written; played again, it is not said again
  ['outcome', /^! (?<words>.*)$/],
  ['outcome', /^(?:us|twilio|lost)(?:> \S+)?: (?<words>.*)$/],
  ['outcome', /^(?:page|alert): (?<words>.*)$/],
  ['who', /^who: (?<words>.+)$/],
  ['later', /^later: (?<words>.+)$/],
  ['until', /^until: (?<words>.+)$/],
  ['opens', /^opens: (?<words>.+)$/],
  ['pays', /^pays: (?<words>.+)$/],
  ['world', /^world: (?<words>.+)$/],
  ['also', /^also: (?<words>.+)$/],
  ['again', /^again:(?<words>.*)$/],
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
const isWhatsApp = (who: string) => who.startsWith('whatsapp:');
const shown = (body: string) => body.replace(/https?:\/\/\S+/g, '<link>').replace(/\n/g, ' / ');

const shownText = (text: PhoneText) =>
  [shown(text.body), ...text.buttons.map((button) => `[${(button as { title: string }).title}]`)].join(' ');

const LOST: readonly string[] = ['failed', 'undelivered'];

/** What every phone has heard that was not told yet, the one who spoke first; then what a person was told. */
const makeListener = (town: Town) => {
  const told = new Map<string, number>();
  const known = new Set<string>();
  const hear = async (number: string, speaker: string): Promise<string[]> => {
    const texts = (await town.texts(number)).filter(({ direction }) => direction === 'out');
    const news = texts.slice(told.get(number) ?? 0);
    told.set(number, texts.length);
    const ours = await town.app.tools.log.knownSids(news.map(({ sid }) => sid));
    return news.map((text) => {
      const by = LOST.includes(text.status) ? 'lost' : ours.has(text.sid) ? 'us' : 'twilio';
      return number === speaker ? `${by}: ${shownText(text)}` : `${by}> ${number}: ${shownText(text)}`;
    });
  };
  const hearAlerts = async (): Promise<string[]> => {
    const news = (await town.app.store.alertBook.newest(100)).filter(({ id }) => !known.has(id));
    for (const { id } of news) known.add(id);
    return news.map(({ about, code }) => `alert: ${code === null ? about : `${about} ${code}`}`).sort();
  };
  return async (speaker: string): Promise<string[]> => {
    const phones = (await town.ask('GET', '/phones')) as { number: string }[];
    const numbers = phones
      .map(({ number }) => number)
      .sort((a, b) => Number(b === speaker) - Number(a === speaker) || a.localeCompare(b));
    const lines: string[] = [];
    for (const number of numbers) lines.push(...(await hear(number, speaker)));
    return [...lines, ...(await hearAlerts())];
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
  const [name = '', number = '', trades = '', dollars = '', ...more] = words.split(' ');
  const zip = more.find((word) => /^\d{5}$/.test(word));
  await town.join({
    name,
    number,
    trades: trades.split(',') as TradeId[],
    rateInCents: Number(dollars) * 100,
    languages: more.includes('es') ? ['es', 'en'] : ['en'],
    ...(zip === undefined ? {} : await whereabouts(town, zip)),
  });
};

const whereabouts = async (town: Town, zip: string) => {
  const hint = { zip, city: null, state: null, street: null, number: null, lat: null, lon: null };
  const answer = await town.app.tools.places.find(hint);
  if (answer.outcome !== 'found') throw new Error(`Nobody knows the ZIP ${zip}.`);
  const { lat, lon } = answer.place;
  return { zip, lat, lon };
};

interface Scene {
  /** who wrote last, with his channel */
  speaker: string;
  homeowner: string;
  sid: string;
  /** the payment page that was opened and not paid yet */
  session: string | null;
}

type Act = (town: Town, scene: Scene, line: Line) => Promise<readonly string[]>;

const send = async (town: Town, scene: Scene, words: string) => {
  const button = /^\[(?<id>.+)\]$/.exec(words)?.groups?.['id'];
  const channel = isWhatsApp(scene.speaker) ? { channel: 'whatsapp' } : {};
  const { sid } = await town.send(numberOf(scene.speaker), button === undefined ? words : '', {
    ...channel,
    ...(button === undefined ? {} : { button }),
  });
  scene.sid = sid;
};

const sendAgain = async (town: Town, { speaker, sid }: Scene) => {
  const channel = isWhatsApp(speaker) ? { channel: 'whatsapp' } : {};
  await town.send(numberOf(speaker), 'the same', { sid, ...channel });
};

const linkOf = async (town: Town, number: string): Promise<string> => {
  const links = (await town.heard(number)).flatMap((body) => body.match(/https?:\/\/\S+/g) ?? []);
  const link = links.at(-1);
  return link === undefined ? 'none' : ((await behind(link)).split('/').at(-1) ?? 'none');
};

const pay: Act = async (town, scene, { words }) => {
  const [card = '', authenticate] = words.split(' ');
  const { session } = scene;
  const { status, decline } = await town.pay(scene.homeowner, card, {
    ...(authenticate === undefined ? {} : { authenticate }),
    ...(session === null ? {} : { session }),
  });
  scene.session = null;
  return status === 'paid' ? [] : [`page: ${[status, decline].filter(Boolean).join(', ')}`];
};

const withNewest = async (town: Town, words: string): Promise<string> => {
  if (!/CHARGE|DISPUTE/.test(words)) return words;
  const books = (await town.ask('GET', '/books')) as Record<'charges' | 'disputes', readonly { id: string }[]>;
  return words
    .replace('CHARGE', books.charges.at(-1)?.id ?? 'none')
    .replace('DISPUTE', books.disputes.at(-1)?.id ?? 'none');
};

const ACTS: Readonly<Record<Exclude<Line['kind'], 'note' | 'outcome'>, Act>> = {
  who: (town, _, { words }) => settle(town, words).then(() => []),
  says: async (town, scene, { who, words }) => {
    scene.speaker = who;
    if (numberOf(who).startsWith('+1512')) scene.homeowner = numberOf(who);
    await send(town, scene, words);
    return [];
  },
  also: (town, scene, { words }) => send(town, scene, words).then(() => []),
  again: (town, scene) => sendAgain(town, scene).then(() => []),
  later: (town, _, { words }) => town.skip(durationOf(words)).then(() => []),
  until: (town, _, { words }) => town.clockTo(instantOf(words)).then(() => []),
  opens: async (town, scene) => {
    const page = (await town.ask('GET', `/pay/${await linkOf(town, scene.homeowner)}`)) as { session: string | null };
    scene.session = page.session;
    return page.session === null ? ['page: closed'] : [];
  },
  pays: pay,
  world: async (town, _, { words }) => {
    const [, method = '', path = '', body] = /^(\S+) (\S+) ?(.*)$/.exec(await withNewest(town, words)) ?? [];
    await town.ask(method, path, body === '' || body === undefined ? undefined : JSON.parse(body));
    return [];
  },
};

const isSpoken = ({ kind }: Line) => kind === 'says' || kind === 'also' || kind === 'again';

export interface Played {
  readonly written: string;
  readonly played: string;
}

/** Plays a dialogue in a town and tells it again as it went; the same text as written means that everybody said what was expected. */
export const playDialogue = async (town: Town, file: string): Promise<Played> => {
  const written = await readFile(file, 'utf8');
  const listen = makeListener(town);
  const scene: Scene = { speaker: '', homeowner: '', sid: '', session: null };
  const played: string[] = [];
  const lines = written
    .trimEnd()
    .split('\n')
    .map((text) => ({ text, ...lineOf(text) }))
    .filter(({ kind }) => kind !== 'outcome');
  for (const [index, line] of lines.entries()) {
    played.push(line.text);
    if (line.kind === 'note') continue;
    const act = ACTS[line.kind as keyof typeof ACTS];
    played.push(...(await act(town, scene, line).catch((error: unknown) => [`! ${String(error)}`])));
    const isFollowed = lines[index + 1]?.kind === 'also';
    if (isFollowed || line.kind === 'opens') continue;
    await town.settle();
    const heard = await listen(isSpoken(line) ? numberOf(scene.speaker) : scene.homeowner);
    if (line.kind !== 'who') played.push(...heard);
  }
  return { written, played: `${played.join('\n')}\n` };
};

export const rewriteDialogue = (file: string, played: string) => writeFile(file, played);
