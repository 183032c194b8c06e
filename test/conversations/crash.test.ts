import { describe, expect, it } from 'vitest';
import { expectBalancedBooks, expectNothingStuck } from '../support/books.ts';
import { makeMortal, type Fate, type Mortal, type Step } from '../support/mortal.ts';
import { openTown, type Town } from '../support/town.ts';

// Each write and each call of a turn: the process dies there, another goes on, and the world ends the same: the same texts
// once each, the same bookings, the same money.

const TIMING = { claimMs: 1_000, graceMs: 150 };
/** A Tuesday, 9:00 in Austin. */
const AT = '2035-03-06T15:00:00Z';
const HOMEOWNER = '+15125550100';
const PROVIDER = '+17375550101';
const AT_ONCE = 4;

/** A whole booking, with a link that lapses first, so that every kind of order is given at least once. */
const STORY: readonly ((town: Town) => Promise<unknown>)[] = [
  (town) => town.says(HOMEOWNER, 'Kitchen sink leaking, today after 4, 1204 Oak Hill Rd 78704'),
  (town) => town.says(HOMEOWNER, '1'),
  (town) => town.says(PROVIDER, 'Y'),
  (town) => town.says(HOMEOWNER, '1'),
  (town) => town.skip('PT20M'),
  (town) => town.says(HOMEOWNER, '1'),
  (town) => town.skip('PT1M'),
  (town) => town.says(PROVIDER, 'Y'),
  (town) => town.says(HOMEOWNER, '1'),
  (town) => town.pay(HOMEOWNER),
  (town) => town.skip('PT6H20M'),
  (town) => town.says(PROVIDER, 'OTW'),
  (town) => town.says(PROVIDER, 'HERE'),
  (town) => town.says(PROVIDER, 'DONE'),
  (town) => town.says(HOMEOWNER, '1'),
  (town) => town.says(HOMEOWNER, '5'),
];

interface World {
  readonly homeowner: readonly string[];
  readonly provider: readonly string[];
  readonly reservations: number;
  readonly transferred: readonly number[];
}

/** Times and links differ by what a takeover costs; the words, their number and their order do not. */
const plain = (body: string) => body.replace(/https?:\/\/\S+/g, '<link>').replace(/\d{1,2}(:\d\d)? (am|pm)/g, '<time>');

const worldOf = async (town: Town): Promise<World> => {
  const books = (await town.ask('GET', '/books')) as { transfers: { amount: number }[] };
  const live = { live: true };
  return {
    homeowner: (await town.heard(HOMEOWNER)).map(plain),
    provider: (await town.heard(PROVIDER)).map(plain),
    reservations: await town.app.store.connection.collection('reservations').countDocuments(live),
    transferred: books.transfers.map(({ amount }) => amount),
  };
};

/** A process died: another one starts in its place, as mortal as the first, and finds what was left. */
const takeOver = async (town: Town, mortal: Mortal, acting: Promise<unknown>): Promise<Town> => {
  await town.app.drop();
  const app = await town.startAnother({ around: mortal.around }, town.app.port);
  // the sandbox may be in the middle of a skip of its own: it goes on with the new process
  await acting;
  await town.settle();
  await town.skip('PT2M');
  return { ...town, app };
};

interface Life {
  readonly world: World;
  readonly steps: readonly Step[];
  /** where it died */
  readonly deaths: readonly string[];
}

const nameOf = ({ act, count, name, when }: Fate) => `${String(act)} ${name} ${String(count)} ${when}`;

/** Plays the story, dying in each act at the call that awaits it there. */
const play = async (beginning: Town, fates: readonly (Fate | undefined)[], first: Mortal) => {
  let [town, mortal] = [beginning, first];
  const deaths: string[] = [];
  for (const [index, act] of STORY.entries()) {
    const fate = fates[index] ?? null;
    mortal.begin(index, fate);
    const doomed = mortal;
    const acting = act(town).catch((error: unknown) => {
      if (!doomed.isDead()) throw error;
    });
    await Promise.race([acting, mortal.death]);
    if (!mortal.isDead() || fate === null) continue;
    mortal = makeMortal();
    town = await takeOver(town, mortal, acting);
    deaths.push(nameOf(fate));
  }
  await town.settle();
  return { town, deaths };
};

const live = async (fates: readonly (Fate | undefined)[]): Promise<Life> => {
  const mortal = makeMortal();
  const options = { timing: TIMING, chance: () => 114.5 / 168 };
  const town = await openTown({ at: AT, options });
  try {
    await town.join({ number: PROVIDER });
    await town.app.close();
    const app = await town.startAnother({ around: mortal.around }, town.app.port);
    const end = await play({ ...town, app }, fates, mortal);
    await expectBalancedBooks(end.town);
    await expectNothingStuck(end.town);
    return { world: await worldOf(end.town), steps: mortal.steps, deaths: end.deaths };
  } finally {
    await town.close();
  }
};

/** Lives that together die at every call, in each act at another one; evenly thinned out to `most` of them. */
const livesFor = (steps: readonly Step[], most: number): readonly (readonly (Fate | undefined)[])[] => {
  const acts = STORY.map((_, act) =>
    steps
      .filter((step) => step.act === act)
      .flatMap((step): Fate[] => [
        { ...step, when: 'before' },
        { ...step, when: 'after' },
      ]),
  );
  const longest = Math.max(...acts.map((fates) => fates.length));
  const count = Math.min(most, longest);
  return Array.from({ length: count }, (_, life) =>
    acts.map((fates) => fates[Math.floor(((life + 0.5) * fates.length) / count)]),
  );
};

const inTurns = async <Item>(items: readonly Item[], act: (item: Item) => Promise<void>) => {
  const left = [...items];
  const worker = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await act(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
};

/** `CRASH_LIVES=200` dies at every single call of the story; the suite takes every n-th of them. */
const LIVES = Number(process.env['CRASH_LIVES'] ?? 4);

describe('a process that dies', () => {
  it('loses nothing and repeats nothing, wherever it dies', { timeout: LIVES * 60_000 }, async () => {
    const undisturbed = await live([]);
    expect(undisturbed.world.transferred).toEqual([10_965]);
    const lives = livesFor(undisturbed.steps, LIVES);
    const deaths: string[] = [];
    const ends: unknown[] = [];
    await inTurns(lives, async (fates) => {
      const end = await live(fates).catch((error: unknown) => String(error));
      if (typeof end !== 'string') deaths.push(...end.deaths);
      const world = typeof end === 'string' ? end : end.world;
      if (JSON.stringify(world) !== JSON.stringify(undisturbed.world))
        ends.push({ fates: fates.map((fate) => fate && nameOf(fate)), world });
    });
    const points = `${String(new Set(deaths).size)} of the ${String(undisturbed.steps.length * 2)} points`;
    console.log(`${String(lives.length)} lives died ${String(deaths.length)} times, at ${points} of the story`);
    expect(ends).toEqual([]);
    expect(deaths.length).toBeGreaterThan(lives.length * 8);
  });
});
