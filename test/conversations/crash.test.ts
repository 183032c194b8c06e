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

type Story = readonly ((town: Town) => Promise<unknown>)[];

/** A whole booking, with a link that lapses first, so that every kind of order but the return of money is given at least once. */
const SERVED: Story = [
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

/** Somebody gives the money back at Stripe. */
const refundAtStripe = async (town: Town) => {
  const { charges } = (await town.ask('GET', '/books')) as { charges: { id: string }[] };
  await town.ask('POST', '/refunds', { charge: charges.at(-1)?.id });
  await town.settle();
};

/** She pays, and Stripe tells us ten minutes later only. */
const payUnheard = async (town: Town) => {
  const late = { kind: 'webhook-late', match: 'checkout.session.completed', times: 1, delayMs: 600_000 };
  await town.ask('POST', '/faults', { peer: 'stripe', ...late });
  await town.pay(HOMEOWNER);
};

/** Money that goes back in both ways: a person calls a paid visit off at Stripe, and a request is dropped while its payment is on its way. */
const RETURNED: Story = [
  (town) => town.says(HOMEOWNER, 'Kitchen sink leaking, thursday after 3, 1204 Oak Hill Rd 78704'),
  (town) => town.says(HOMEOWNER, '1'),
  (town) => town.says(PROVIDER, 'Y'),
  (town) => town.says(HOMEOWNER, '1'),
  (town) => town.pay(HOMEOWNER),
  refundAtStripe,
  (town) => town.says(HOMEOWNER, 'Toilet is clogged, friday after 3, 1204 Oak Hill Rd 78704'),
  (town) => town.says(HOMEOWNER, '1'),
  (town) => town.says(PROVIDER, 'Y'),
  (town) => town.says(HOMEOWNER, '1'),
  payUnheard,
  (town) => town.says(HOMEOWNER, 'never mind, drop it'),
  (town) => town.skip('PT15M'),
];

interface World {
  readonly homeowner: readonly string[];
  readonly provider: readonly string[];
  readonly reservations: number;
  readonly transferred: readonly number[];
  readonly refunded: readonly number[];
}

/** Times, links and codes differ by what a takeover costs; the words, their number and their order do not. */
const plain = (body: string) =>
  body
    .replace(/https?:\/\/\S+/g, '<link>')
    .replace(/\b[A-Z]\d\b/g, '<code>')
    .replace(/\d{1,2}(:\d\d)? (am|pm)/g, '<time>');

const worldOf = async (town: Town): Promise<World> => {
  const books = (await town.ask('GET', '/books')) as Record<'refunds' | 'transfers', { amount: number }[]>;
  const live = { live: true };
  return {
    homeowner: (await town.heard(HOMEOWNER)).map(plain),
    provider: (await town.heard(PROVIDER)).map(plain),
    reservations: await town.app.store.connection.collection('reservations').countDocuments(live),
    transferred: books.transfers.map(({ amount }) => amount),
    refunded: books.refunds.map(({ amount }) => amount),
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
  readonly story: Story;
  /** what awaits it in each act */
  readonly fates: readonly (Fate | undefined)[];
}

interface LifeLived {
  readonly world: World;
  readonly steps: readonly Step[];
  /** where it died */
  readonly deaths: readonly string[];
}

const nameOf = ({ act, count, name, when }: Fate) => `${String(act)} ${name} ${String(count)} ${when}`;

/** Plays the story, dying in each act at the call that awaits it there. */
const play = async (beginning: Town, { fates, story }: Life, first: Mortal) => {
  let [town, mortal] = [beginning, first];
  const deaths: string[] = [];
  for (const [index, act] of story.entries()) {
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

const live = async (life: Life): Promise<LifeLived> => {
  const mortal = makeMortal();
  const options = { timing: TIMING, chance: () => 114.5 / 168 };
  const town = await openTown({ at: AT, options });
  try {
    await town.join({ number: PROVIDER });
    await town.app.close();
    const app = await town.startAnother({ around: mortal.around }, town.app.port);
    const end = await play({ ...town, app }, life, mortal);
    await expectBalancedBooks(end.town);
    await expectNothingStuck(end.town);
    return { world: await worldOf(end.town), steps: mortal.steps, deaths: end.deaths };
  } finally {
    await town.close();
  }
};

/** Lives that together die at every call, in each act at another one; evenly thinned out to `most` of them. */
const livesFor = (story: Story, steps: readonly Step[], most: number): readonly Life[] => {
  const acts = story.map((_, act) =>
    steps
      .filter((step) => step.act === act)
      .flatMap((step): Fate[] => [
        { ...step, when: 'before' },
        { ...step, when: 'after' },
      ]),
  );
  const longest = Math.max(...acts.map((fates) => fates.length));
  const count = Math.min(most, longest);
  return Array.from({ length: count }, (_, life) => ({
    story,
    fates: acts.map((fates) => fates[Math.floor(((life + 0.5) * fates.length) / count)]),
  }));
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
  it.each([
    ['a served booking', SERVED, { transferred: [10_965], refunded: [] }],
    ['money that goes back', RETURNED, { transferred: [], refunded: [13_545, 13_545] }],
  ] as const)(
    'loses nothing and repeats nothing of %s, wherever it dies',
    { timeout: LIVES * 60_000 },
    async (...of) => {
      const [, story, money] = of;
      const undisturbed = await live({ story, fates: [] });
      expect(undisturbed.world).toMatchObject(money);
      const lives = livesFor(story, undisturbed.steps, LIVES);
      const deaths: string[] = [];
      const ends: unknown[] = [];
      await inTurns(lives, async (life) => {
        const end = await live(life).catch((error: unknown) => String(error));
        if (typeof end !== 'string') deaths.push(...end.deaths);
        const world = typeof end === 'string' ? end : end.world;
        if (JSON.stringify(world) !== JSON.stringify(undisturbed.world))
          ends.push({ fates: life.fates.map((fate) => fate && nameOf(fate)), world });
      });
      const points = `${String(new Set(deaths).size)} of the ${String(undisturbed.steps.length * 2)} points`;
      console.log(`${String(lives.length)} lives died ${String(deaths.length)} times, at ${points} of the story`);
      expect(ends).toEqual([]);
      expect(deaths.length).toBeGreaterThan(lives.length * 7);
    },
  );
});
