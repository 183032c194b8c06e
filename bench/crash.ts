// `npm run bench crash`: whole bookings while the two processes of the app are killed at random and started again at once.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Db } from 'mongodb';
import { startFixline, type Place } from './contestants.ts';
import { openKiller, type Killer } from './crash/killer.ts';
import { openPeople, type People } from './crash/people.ts';
import { judge, type Verdict } from './crash/verdict.ts';
import { pointNumber } from './crash/point-number.ts';
import type { Options } from './options.ts';
import { print, sayStep } from './print.ts';
import { onStage, type Stage, type World } from './stage.ts';

/** Half past eight in Austin on a Tuesday, ahead of every machine's clock; a day later for each wave, four at most before Sunday. */
const BEGIN = Date.parse('2035-03-06T14:30:00Z');
const DAY_MS = 24 * 3_600_000;
const KILLS_A_WAVE = 40;
const BOOKINGS_A_WAVE = 40;
const PROVIDERS = 64;
/** A claim, then the minute in which a text of unknown fate is looked for. */
const LONGEST_END_MS = 240_000;
const QUIET_MS = 3_000;

/** So many bookings of each at the same hour as the city has providers for, about. */
const JOBS: readonly (readonly [count: number, words: string])[] = [
  [9, 'Kitchen sink leaking'],
  [5, 'Need an electrician for a dead outlet'],
  [3, 'AC is not cooling'],
  [3, 'House cleaning please'],
  [3, 'Lawn mowing'],
  [3, 'Dishwasher repair'],
  [3, 'Need a locksmith, lock is broken'],
  [3, 'Bedroom walls need painting'],
  [3, 'Ants in the kitchen, pest control'],
  [2, 'Roof repair, shingles missing'],
  [3, 'Help moving a couch'],
];
const ALL_JOBS = JOBS.flatMap(([count, words]) => Array.from({ length: count }, () => words));

const until = async (isTrue: () => boolean | Promise<boolean>, withinMs: number): Promise<boolean> => {
  const last = Date.now() + withinMs;
  while (!(await isTrue())) {
    await sleep(100);
    if (Date.now() > last) return false;
  }
  return true;
};

/** The demo city, made by one process that nobody kills. */
const settleCity = async (db: Db, world: World, place: Place) => {
  const app = await startFixline(place);
  const active = () => db.collection('providers').countDocuments({ 'facts.isActive': true });
  if (!(await until(async () => (await active()) === PROVIDERS, 120_000)))
    throw new Error('The demo city was not settled.');
  await world.ask('POST', '/clock', { to: new Date(BEGIN).toISOString() });
  await app.stop();
};

interface Cast {
  readonly killer: Killer;
  readonly people: People;
  readonly world: World;
}

/** By then every provider was asked whether he still comes, and none has missed his window. */
const DEPARTURE_MS = 4 * 3_600_000 + 60_000;

/** Bookings begin one after the other while the kills go on; the visits follow, under as many again. */
const playWave = async (wave: number, { killer, people, world }: Cast, kills: number) => {
  const begun = killer.kills();
  const first = Math.ceil(kills / 2);
  const killing = killer.kill(first);
  const count = Math.min(BOOKINGS_A_WAVE, Math.max(kills, 10));
  for (let index = 0; index < count; index += 1) {
    await until(() => killer.kills() - begun >= (index * first) / count, 60_000);
    const phone = `+1512557${String(wave * BOOKINGS_A_WAVE + index).padStart(4, '0')}`;
    const job = ALL_JOBS[(index * 7) % ALL_JOBS.length] ?? '';
    people.book(phone, `${job}, today at 11am, ${1_200 + index} Oak Hill Rd 78704`);
  }
  await killing;
  await until(() => people.quietMs() > QUIET_MS, LONGEST_END_MS);
  await settle(world);
  await world.ask('POST', '/clock', { to: new Date(BEGIN + wave * DAY_MS + DEPARTURE_MS).toISOString() });
  await killer.kill(kills - first);
  const isOver = await until(() => people.unfinished().length === 0 && people.quietMs() > QUIET_MS, LONGEST_END_MS);
  print(
    `  wave ${wave + 1}: ${count} bookings, ${killer.kills() - begun} kills, ${isOver ? 'all over' : `${people.unfinished().length} not over`}`,
  );
};

const settle = async (world: World) => {
  for (let tries = 0; tries < 6; tries += 1) {
    const answer = await world.ask('POST', '/settle').then(
      () => null,
      (error: unknown) => String(error),
    );
    if (answer === null) return;
    sayStep(`  not settled yet: ${answer}`);
  }
};

const SAYINGS: Readonly<Record<keyof Verdict, string>> = {
  textsLost: 'texts lost (no log row, or still in an inbox)',
  textsDoubled: 'texts doubled (one order, two sids)',
  wordsDoubled: 'same words twice to one phone',
  overlaps: 'overlaps (quarter-hours of a provider held twice)',
  centsMissing: 'cents missing (ledger against the books)',
  leftForAPerson: 'events or orders left for a person',
  unfinished: 'bookings that came to no end',
};

const report = (verdict: Verdict, { killer, people }: { killer: Killer; people: People }) => {
  const { lapsed, returned, served, unfilled } = people.endings();
  print(
    `\n${killer.kills()} kills, ${people.said.size} texts in, ${people.heard.length} texts out; ${served} served and rated, ${unfilled} without a provider, ${lapsed} lapsed, ${returned} paid back`,
  );
  if (killer.ownEnds() > 0) print(`${killer.ownEnds()} processes ended by themselves`);
  for (const [name, count] of Object.entries(verdict))
    print(`  ${String(count).padStart(6)}  ${SAYINGS[name as keyof Verdict]}`);
};

const play = async (stage: Stage, { kills }: Options): Promise<boolean> => {
  const world = await stage.openWorld(2);
  const db = stage.db('crash');
  const places = [0, 1].map((door): Place => ({ world, door, mongodbUri: stage.uriOf('crash') }));
  await settleCity(db, world, { world, mongodbUri: stage.uriOf('crash') });
  const killer = await openKiller(places, () => void pointNumber(world, Math.random() < 0.5 ? 0 : 1));
  const people = await openPeople(world);
  try {
    for (let wave = 0, left = kills; left > 0; wave += 1, left -= KILLS_A_WAVE) {
      const to = BEGIN + wave * DAY_MS;
      if (wave > 0) await world.ask('POST', '/clock', { to: new Date(to).toISOString() });
      await playWave(wave, { killer, people, world }, Math.min(left, KILLS_A_WAVE));
      await settle(world);
    }
    const verdict = await judge(db, world, people);
    report(verdict, { killer, people });
    return (
      killer.ownEnds() === 0 && people.endings().served > 0 && Object.values(verdict).every((count) => count === 0)
    );
  } finally {
    await people.close();
    await killer.stop();
  }
};

/** Answers whether nothing was lost, doubled, overlapping or missing. */
export const benchCrash = (options: Options): Promise<boolean> =>
  onStage((stage) => {
    print(`crash: two processes, ${options.kills} times kill -9 at random, whole bookings under way`);
    return play(stage, options);
  });
