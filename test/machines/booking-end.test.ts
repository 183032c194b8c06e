import { describe, expect, test } from 'vitest';
import {
  accepts,
  after,
  candidate,
  fire,
  found,
  hear,
  laterWindow,
  linkMade,
  named,
  ordered,
  p1,
  TO_BOOKED,
  TO_SETTLED,
  toldTo,
} from './booking-world.ts';

describe('the end', () => {
  test('a rating goes to the provider, once, and only after the work', () => {
    const rating = { type: 'rating.given', stars: 5, words: null } as const;
    expect(hear(after(...TO_BOOKED), rating).isHeard).toBe(false);
    const rated = hear(after(...TO_SETTLED), rating);
    expect(rated.effects).toContainEqual({
      type: 'tell',
      to: { kind: 'provider', id: 'p1' },
      event: { type: 'rating.received', bookingId: 'b1', stars: 5 },
    });
    expect(hear(rated, rating).isHeard).toBe(false);
  });

  test('the code goes back when its time has come, and a new search takes a new one', () => {
    const settled = fire(after(...TO_SETTLED), 'booking.aged');
    expect(ordered(settled, 'freeCode')).toEqual([{ type: 'freeCode', code: 'K7' }]);
    const unfilled = fire(fire(after(named, found(1, p1)), 'search.ended'), 'booking.aged');
    const again = hear(unfilled, { type: 'search.repeated', windows: [laterWindow] });
    expect(again.value).toBe('naming');
    expect(hear(again, { type: 'booking.named', code: 'M4' }).value).toBe('findingProviders');
  });

  test('an answer that nobody waits for any more is undone', () => {
    const withdrawn = after(named, found(1, p1), accepts('p1'), { type: 'request.withdrawn' });
    expect(toldTo(withdrawn, p1.thread)).toMatchObject([{ type: 'offer.closed', reason: 'withdrawn' }]);
    expect(ordered(hear(withdrawn, { type: 'slot.held', attempt: 1 }), 'releaseSlot')).toHaveLength(1);
    expect(ordered(hear(withdrawn, linkMade(1)), 'closeLink')).toHaveLength(1);
  });

  test('a slot that is ours is not released by an answer that comes twice', () => {
    expect(hear(after(...TO_BOOKED), { type: 'slot.held', attempt: 1 }).effects).toEqual([]);
  });

  test('never more than one provider hears a booking twice', () => {
    const many = after(named, found(1, ...[1, 2, 3, 4, 5, 6].map((n) => candidate(`p${n}`))));
    const waves = fire(many, 'wave.ended');
    const asked = waves.context.offers.map((offer) => offer.candidate.providerId);
    expect(new Set(asked).size).toBe(asked.length);
    expect(asked).toHaveLength(6);
  });
});
