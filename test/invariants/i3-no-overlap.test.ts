import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTown, type Town } from '../support/town.ts';
import { expectNothingStuck } from '../support/books.ts';
import { AT, bookingState, homeowner, imagesOf, PROVIDER, WHEN } from './scene.ts';

interface Row {
  readonly _id: string;
  readonly providerId: string;
  readonly cells: readonly string[];
  readonly live: boolean;
}

const rowsOf = async (town: Town) =>
  (await town.app.store.connection.collection('reservations').find({}).toArray()) as unknown as Row[];

const expectNoOverlap = async (town: Town) => {
  const cells = (await rowsOf(town))
    .filter(({ live }) => live)
    .flatMap((row) => row.cells.map((cell) => `${row.providerId} ${cell}`));
  expect(new Set(cells).size).toBe(cells.length);
};

describe('one slot', () => {
  let town: Town;
  beforeAll(async () => {
    town = await openTown({ at: AT });
  });
  afterAll(() => town.close());

  const order = (bookingId: string, providerId: string, cells: readonly string[], revision = 1) => ({
    bookingId,
    attempt: 1,
    providerId,
    cells,
    revision,
  });

  it('is won by one of 200 who want it at the same moment', async () => {
    const { reservations } = town.app.tools;
    const all = Array.from({ length: 200 }, (_, index) =>
      reservations.hold(order(`b${String(index)}`, 'p1', [`q${String(index)}`, 'wanted', `r${String(index)}`])),
    );
    const ends = await Promise.all(all);
    expect(ends.filter((end) => end === 'held')).toHaveLength(1);
    expect(ends.filter((end) => end === 'taken')).toHaveLength(199);
    await expectNoOverlap(town);
  });

  it('stays with its winner however often he asks, and with nobody once he has let go', async () => {
    const { reservations } = town.app.tools;
    const mine = order('c1', 'p2', ['q1', 'q2'], 5);
    const ends = await Promise.all(Array.from({ length: 20 }, () => reservations.hold(mine)));
    expect(new Set(ends)).toEqual(new Set(['held']));
    await reservations.release({ ...mine, revision: 6 });
    expect(await reservations.hold(mine)).toBe('taken');
    expect(await reservations.hold(order('c2', 'p2', ['q2', 'q3']))).toBe('held');
    expect(await reservations.taken(['p2'], ['q1', 'q2'])).toEqual([
      { providerId: 'p2', cell: 'q2' },
      { providerId: 'p2', cell: 'q3' },
    ]);
  });

  it('stays free when the order to hold it comes after the one to let it go', async () => {
    const { reservations } = town.app.tools;
    const late = order('e1', 'p4', ['q1'], 1_000);
    await reservations.release({ ...late, revision: 2_000 });
    expect(await reservations.hold(late)).toBe('taken');
    expect(await reservations.hold(order('e2', 'p4', ['q1']))).toBe('held');
  });

  it('is not let go by an order older than the one that took it', async () => {
    const { reservations } = town.app.tools;
    const mine = order('d1', 'p3', ['q1'], 9_000);
    await reservations.hold(mine);
    await reservations.release({ ...mine, revision: 8_000 });
    expect(await reservations.hold(order('d2', 'p3', ['q1']))).toBe('taken');
    await reservations.release({ ...mine, revision: 9_001 });
    expect(await reservations.hold(order('d2', 'p3', ['q1']))).toBe('held');
  });
});

/** Requests of so many homeowners for that time, all out before the provider has answered any. */
const requestAll = async (town: Town, whens: readonly string[]): Promise<readonly string[]> => {
  const numbers = whens.map((_, index) => homeowner(index + 1));
  const words = (when: string) => `Kitchen sink leaking, ${when}, 1204 Oak Hill Rd 78704`;
  await Promise.all(numbers.map((number, index) => town.send(number, words(whens[index] ?? ''))));
  await town.settle();
  await Promise.all(numbers.map((number) => town.send(number, '1')));
  await town.settle();
  return numbers;
};

const acceptAll = async (town: Town): Promise<number> => {
  const codes = (await imagesOf(town, 'booking')).map(({ facts }) => String(facts['code']));
  expect(new Set(codes).size).toBe(codes.length);
  await Promise.all(codes.map((code) => town.send(PROVIDER, `Y ${code}`)));
  await town.settle();
  return codes.length;
};

it('gives a provider whom 20 want at the same time to one of them', async () => {
  const town = await openTown({ at: AT });
  try {
    await town.join({ number: PROVIDER, maxVisitsADay: 4 });
    const numbers = await requestAll(
      town,
      Array.from({ length: 20 }, () => WHEN[0]),
    );
    expect(await acceptAll(town)).toBe(20);
    const states = await Promise.all(numbers.map((number) => bookingState(town, number)));
    expect(states.filter((state) => state === 'awaitingChoice')).toHaveLength(1);
    expect((await rowsOf(town)).filter((row) => row.live)).toHaveLength(1);
    await expectNoOverlap(town);
    const offered = await Promise.all(numbers.map((number) => town.heard(number)));
    expect(offered.filter((texts) => texts.some((body) => /^Dana, /.test(body)))).toHaveLength(1);
    await expectNothingStuck(town);
  } finally {
    await town.close();
  }
});

it('books no more visits on a day than the provider wants', async () => {
  const town = await openTown({ at: AT });
  try {
    await town.join({ number: PROVIDER, maxVisitsADay: 2 });
    const numbers = await requestAll(town, ['friday at 8 am', 'friday at 11 am', 'friday at 2 pm', 'friday at 6 pm']);
    expect(await acceptAll(town)).toBe(4);
    const live = (await rowsOf(town)).filter((row) => row.live);
    expect(live).toHaveLength(2);
    await expectNoOverlap(town);
    const offered = await Promise.all(numbers.map((number) => town.heard(number)));
    expect(offered.filter((texts) => texts.some((body) => /^Dana, /.test(body)))).toHaveLength(2);
    await expectNothingStuck(town);
  } finally {
    await town.close();
  }
});
