import type { Delivery } from './webhook-request.ts';

const HELD_IN_MS = 250;

interface Held {
  readonly send: () => Promise<Delivery>;
  readonly release: (delivery: Delivery) => void;
  readonly done: () => void;
}

/** Holds what comes within a quarter of a second and lets it go, one after the other, in another order. */
export const shuffle = () => {
  let pool: Held[] = [];
  const letGo = async () => {
    const held = inOtherOrder(pool);
    pool = [];
    for (const { send, release, done } of held) {
      release(await send());
      done();
    }
  };
  const hold = (send: () => Promise<Delivery>, done: () => void) =>
    new Promise<Delivery>((release) => {
      pool.push({ send, release, done });
      if (pool.length === 1) setTimeout(() => void letGo(), HELD_IN_MS);
    });
  return { hold };
};

// Chance may give the same order back: the first is then sent last, so that the order always differs.
const inOtherOrder = <T>(items: readonly T[]): T[] => {
  const drawn = items.map((item) => ({ item, lot: Math.random() })).sort((left, right) => left.lot - right.lot);
  const mixed = drawn.map(({ item }) => item);
  const isSame = mixed.every((item, place) => item === items[place]);
  return isSame ? [...mixed.slice(1), ...mixed.slice(0, 1)] : mixed;
};
