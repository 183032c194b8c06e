// What must be true at the end, whoever died on the way: told by the store, by the sandbox's books and by its wire.
import { print } from '../print.ts';
import type { Db } from 'mongodb';
import { sum } from '../statistics.ts';
import type { World } from '../stage.ts';
import type { SentText } from '../watch-wire.ts';
import { answerTo, isProvider } from './answers.ts';
import type { People } from './people.ts';

/** Each is a count of what went wrong; all must be 0. */
export interface Verdict {
  readonly textsLost: number;
  readonly textsDoubled: number;
  readonly wordsDoubled: number;
  readonly overlaps: number;
  readonly centsMissing: number;
  readonly leftForAPerson: number;
  readonly unfinished: number;
}

interface Row {
  readonly id: string;
  readonly amount: number;
}
interface Books {
  readonly balance: { readonly available: number; readonly pending: number };
  readonly charges: readonly (Row & { readonly fee: number; readonly amount_refunded: number })[];
  readonly refunds: readonly Row[];
  readonly transfers: readonly (Row & { readonly source_transaction: string | null })[];
}
interface Entry {
  readonly kind: string;
  readonly source: string;
  readonly legs: readonly { readonly account: string; readonly cents: number }[];
}

const ACTORS = ['threads', 'bookings', 'providers'] as const;

const repeats = (keys: readonly string[]): number => keys.length - new Set(keys).size;

/** Sids that no log row tells of, or that wait in an inbox for ever. */
const countLost = async (db: Db, people: People): Promise<readonly string[]> => {
  const sids = [...people.said.keys()];
  const rows = await db
    .collection<{ _id: string; direction: string }>('messages')
    .find({ _id: { $in: sids } })
    .toArray();
  const logged = new Set(rows.filter(({ direction }) => direction === 'in').map(({ _id }) => _id));
  const waiting = await db
    .collection('threads')
    .find({ 'inbox.0': { $exists: true } })
    .toArray();
  const inInboxes = waiting.flatMap((thread) => (thread['inbox'] as { id: string }[]).map(({ id }) => id));
  return [...sids.filter((sid) => !logged.has(sid)), ...sids.filter((sid) => inInboxes.includes(sid))];
};

/** One order, two texts. */
const countDoubled = (heard: readonly SentText[]): number =>
  repeats(heard.flatMap(({ effectId }) => (effectId === null ? [] : [effectId])));

/** Each step of a booking says its words once. (A provider who says yes too late is told twice that it is taken: by letter, and as an answer.) */
const repeatedWords = (heard: readonly SentText[]): readonly string[] => {
  const seen = new Set<string>();
  const steps = heard.filter(({ body, to }) => !isProvider(to) || answerTo(to, body) !== null);
  return steps.flatMap(({ body, to }) => {
    const words = `${to}: ${body}`;
    const isRepeated = seen.has(words);
    seen.add(words);
    return isRepeated ? [words] : [];
  });
};

const countOverlaps = async (db: Db): Promise<number> => {
  const live = await db.collection('reservations').find({ live: true }).toArray();
  return repeats(
    live.flatMap((row) => (row['cells'] as string[]).map((cell) => `${String(row['providerId'])} ${cell}`)),
  );
};

const ofKind = (entries: readonly Entry[], kind: string) => entries.filter((entry) => entry.kind === kind);
const inAccount = (entries: readonly Entry[], account: string) =>
  sum(entries.flatMap(({ legs }) => legs.flatMap((leg) => (leg.account === account ? [leg.cents] : []))));

/** Amounts at Stripe that the ledger does not tell of, and the other way round. */
const untold = (rows: readonly Row[], entries: readonly Entry[]): number => {
  const told = new Set(entries.map(({ source }) => source));
  const known = new Set(rows.map(({ id }) => id));
  const missing = sum(rows.filter(({ id }) => !told.has(id)).map(({ amount }) => amount));
  const invented = entries.filter(({ source }) => !known.has(source));
  return missing + sum(invented.map(({ legs }) => Math.max(...legs.map(({ cents }) => Math.abs(cents)))));
};

/** Every visit is over: what was paid went on, or back. */
const stillHeld = ({ charges, transfers }: Books): number => {
  const passedOn = new Set(transfers.map((transfer) => transfer.source_transaction));
  return sum(
    charges
      .filter(({ amount, amount_refunded, id }) => !passedOn.has(id) && amount_refunded < amount)
      .map(({ amount }) => amount),
  );
};

const countCents = async (db: Db, world: World): Promise<number> => {
  const books = (await world.ask('GET', '/books')) as Books;
  const entries = (await db.collection('ledger').find().toArray()) as unknown as Entry[];
  const atStripe = books.balance.available + books.balance.pending;
  return sum([
    untold(books.charges, ofKind(entries, 'charge')),
    untold(books.refunds, ofKind(entries, 'refund')),
    untold(books.transfers, ofKind(entries, 'transfer')),
    Math.abs(inAccount(entries, 'stripe') - atStripe),
    Math.abs(inAccount(entries, 'held')),
    stillHeld(books),
  ]);
};

const countStuck = async (db: Db): Promise<readonly string[]> => {
  const rows = await Promise.all(
    ACTORS.map((name) =>
      db
        .collection(name)
        .find({ 'stuck.0': { $exists: true } })
        .toArray(),
    ),
  );
  return rows
    .flat()
    .flatMap((row) =>
      (row['stuck'] as { kind: string; type: string; reason: string }[]).map(
        (one) => `${one.kind} ${one.type}: ${one.reason}`,
      ),
    );
};

const show = (what: string, rows: readonly string[]) => {
  for (const row of rows.slice(0, 10)) print(`  ${what}: ${row}`);
};

/** Looks at everything, once all is quiet. Says what it found beside the counts. */
export const judge = async (db: Db, world: World, people: People): Promise<Verdict> => {
  const [lost, stuck, words, unfinished] = [
    await countLost(db, people),
    await countStuck(db),
    repeatedWords(people.heard),
    people.unfinished(),
  ];
  show('lost', lost);
  show('left for a person', stuck);
  show('said twice', words);
  show(
    'unfinished',
    unfinished.map(
      (phone) => `${phone}, last heard: ${people.heard.findLast(({ to }) => to === phone)?.body ?? 'nothing'}`,
    ),
  );
  return {
    textsLost: lost.length,
    textsDoubled: countDoubled(people.heard),
    wordsDoubled: words.length,
    overlaps: await countOverlaps(db),
    centsMissing: await countCents(db, world),
    leftForAPerson: stuck.length,
    unfinished: unfinished.length,
  };
};
