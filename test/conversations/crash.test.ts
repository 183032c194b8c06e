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
  (town) => town.skip('PT6H'),
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

/** A process died: another one starts in its place, and finds what it left. */
const takeOver = async (town: Town) => {
  await town.app.drop();
  const app = await town.startAnother({ around: (tools) => tools }, town.app.port);
  await town.settle();
  await town.skip('PT2M');
  return { ...town, app };
};

const play = async (town: Town, mortal: Mortal): Promise<Town> => {
  let current = town;
  for (const act of STORY) {
    const wasDead = mortal.isDead();
    const acting = act(current).catch((error: unknown) => {
      if (!mortal.isDead()) throw error;
    });
    await (wasDead ? acting : Promise.race([acting, mortal.death]));
    if (!wasDead && mortal.isDead()) {
      current = await takeOver(current);
      await acting;
    }
  }
  await current.settle();
  return current;
};

const live = async (fate: Fate | null): Promise<{ world: World; steps: readonly Step[] }> => {
  const mortal = makeMortal(fate);
  const options = { timing: TIMING, around: mortal.around, chance: () => 114.5 / 168 };
  const town = await openTown({ at: AT, options: { timing: TIMING, chance: options.chance } });
  try {
    await town.join({ number: PROVIDER });
    await town.app.close();
    const app = await town.startAnother(options, town.app.port);
    const after = await play({ ...town, app }, mortal);
    await expectBalancedBooks(after);
    await expectNothingStuck(after);
    return { world: await worldOf(after), steps: mortal.steps };
  } finally {
    await town.close();
  }
};

/** Of a call that is made often: the first times, one in the middle, the last. */
const chosen = (steps: readonly Step[]): readonly Step[] => {
  const totals = new Map<string, number>();
  for (const { name } of steps) totals.set(name, (totals.get(name) ?? 0) + 1);
  return [...totals].flatMap(([name, total]) =>
    [...new Set([1, 2, Math.ceil(total / 2), total])].filter((count) => count <= total).map((count) => ({ name, count })),
  );
};

const inTurns = async (fates: readonly Fate[], act: (fate: Fate) => Promise<void>) => {
  const left = [...fates];
  const worker = async () => {
    for (let fate = left.shift(); fate !== undefined; fate = left.shift()) await act(fate);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
};

describe('a process that dies', () => {
  it('loses nothing and repeats nothing, wherever it dies', { timeout: 280_000 }, async () => {
    const t0 = Date.now();
    const undisturbed = await live(null);
    console.log('undisturbed', Date.now() - t0, undisturbed.steps.length, chosen(undisturbed.steps).length);
    expect(undisturbed.world.transferred).toEqual([10_965]);
    const fates = chosen(undisturbed.steps).flatMap((step): Fate[] => [
      { ...step, when: 'before' },
      { ...step, when: 'after' },
    ]);
    const differences: unknown[] = [];
    await inTurns(fates.slice(0, Number(process.env['CRASH_LIMIT'] ?? fates.length)), async (fate) => {
      const begun = Date.now();
      const end = await live(fate).then(
        ({ world }) => world,
        (error: unknown) => String(error),
      );
      if (process.env['CRASH_LIMIT'] !== undefined) console.log(fate, Date.now() - begun, typeof end === 'string' ? end : '');
      if (JSON.stringify(end) !== JSON.stringify(undisturbed.world)) differences.push({ fate, end });
    });
    expect(differences).toEqual([]);
    console.log(`died at ${String(fates.length)} of ${String(undisturbed.steps.length * 2)} points`);
  });
});
