import { describe, expect, test } from 'vitest';
import { minutesAfter } from '../../src/domain/instants.ts';
import { isBalanced } from '../../src/domain/ledger.ts';
import {
  accepts,
  after,
  alertsOf,
  begin,
  candidate,
  chargeRead,
  fire,
  found,
  hear,
  hearAll,
  homeownerThread,
  laterWindow,
  linkMade,
  named,
  ordered,
  p1,
  p2,
  p3,
  p4,
  paid,
  price,
  refundDone,
  refuses,
  requestSent,
  start,
  TO_APPROVAL,
  TO_BOOKED,
  TO_CHOICE,
  TO_PAYMENT,
  TO_SETTLED,
  toldTo,
  totalInCents,
  transferDone,
  window,
} from './booking-world.ts';

describe('the search', () => {
  test('is named, started, told, and asks up to three at once', () => {
    expect(ordered(begin(), 'nameBooking')).toHaveLength(1);
    const searching = after(named);
    expect(searching.value).toBe('findingProviders');
    expect(toldTo(searching, homeownerThread)).toMatchObject([{ type: 'search.started', code: 'K7', window }]);
    expect(ordered(searching, 'findProviders')).toMatchObject([
      { search: 1, radiusInMeters: 8_000, minutes: 90, without: [homeownerThread] },
    ]);
    const asking = hear(searching, found(1, p1, p2, p3, p4));
    expect(asking.value).toBe('awaitingAcceptance');
    for (const { thread } of [p1, p2, p3]) {
      expect(toldTo(asking, thread)).toMatchObject([
        { type: 'offer.made', asked: 3, net: price.net, area: 'Austin 78704', until: minutesAfter(start, 60) },
      ]);
    }
    expect(toldTo(asking, p4.thread)).toEqual([]);
    expect(JSON.stringify(toldTo(asking, p1.thread))).not.toContain('Oak Hill');
  });

  test('looks further when nobody is near, and gives up after the last ring', () => {
    let state = after(named);
    for (const radius of [16_000, 32_000, 50_000]) {
      state = hear(state, found(state.context.search));
      expect(ordered(state, 'findProviders')).toMatchObject([{ radiusInMeters: radius }]);
    }
    state = hear(state, found(4));
    expect(state.value).toBe('unfilled');
    expect(toldTo(state, homeownerThread)).toMatchObject([{ type: 'search.failed' }]);
    expect(alertsOf(state)).toEqual(['nobodyFound']);
  });

  test('an answer of an earlier search means nothing', () => {
    expect(hear(after(named), found(7, p1)).isHeard).toBe(false);
  });

  test('asks the next when the wave ends, and at once when all have refused; earlier offers stay open', () => {
    const asking = after(named, found(1, p1, p2, p3, p4));
    const next = fire(asking, 'wave.ended');
    expect(toldTo(next, p4.thread)).toMatchObject([{ type: 'offer.made', asked: 1 }]);
    expect(hear(next, accepts('p1')).value).toBe('holdingSlot');
    const refused = hearAll(asking, refuses('p1'), refuses('p3'), refuses('p2'));
    expect(toldTo(refused, p4.thread)).toMatchObject([{ type: 'offer.made' }]);
  });

  test('a timer that was set anew since does not ring early', () => {
    const asking = after(named, found(1, p1, p2, p3, p4));
    expect(hear(asking, { type: 'wave.ended' }, minutesAfter(start, 5)).isHeard).toBe(false);
  });

  test('those who were asked are not asked again', () => {
    const asking = after(named, found(1, p1, p2));
    const wider = fire(asking, 'wave.ended');
    expect(ordered(wider, 'findProviders')).toMatchObject([
      { search: 2, radiusInMeters: 16_000, without: [homeownerThread, 'p1', 'p2'] },
    ]);
    const again = hear(wider, found(2, p1, p3));
    expect(toldTo(again, p1.thread)).toEqual([]);
    expect(toldTo(again, p3.thread)).toHaveLength(1);
  });

  test('says half way that it goes on, and at its end closes what is open', () => {
    const asking = after(named, found(1, p1, p2));
    expect(toldTo(fire(asking, 'search.halved'), homeownerThread)).toMatchObject([{ type: 'search.continued' }]);
    const ended = fire(asking, 'search.ended');
    expect(ended.value).toBe('unfilled');
    for (const { thread } of [p1, p2]) expect(toldTo(ended, thread)).toMatchObject([{ reason: 'expired' }]);
  });

  test('an emergency asks quickly', () => {
    if (requestSent.type !== 'request.sent') throw new Error('not a request');
    const urgent = begin({ ...requestSent, job: { ...requestSent.job, urgency: 'emergency' } });
    const asking = hearAll(urgent, named, found(1, p1));
    expect(asking.context.deadlines['wave.ended']).toBe(minutesAfter(start, 5));
    expect(ordered(hearAll(urgent, named), 'findProviders')).toMatchObject([{ isEmergency: true }]);
  });
});

describe('the yes of a provider', () => {
  test('takes the slot, then everybody is told: the winner, the losers, the homeowner', () => {
    const holding = after(named, found(1, p1, p2, p3), accepts('p2'));
    expect(ordered(holding, 'holdSlot')).toMatchObject([{ attempt: 1, providerId: 'p2', window, minutes: 90 }]);
    const held = hear(holding, { type: 'slot.held', attempt: 1 });
    expect(held.value).toBe('awaitingChoice');
    expect(toldTo(held, p2.thread)).toMatchObject([{ type: 'offer.held', until: minutesAfter(start, 45) }]);
    for (const { thread } of [p1, p3]) {
      expect(toldTo(held, thread)).toMatchObject([{ type: 'offer.closed', reason: 'taken' }]);
    }
    expect(toldTo(held, homeownerThread)).toMatchObject([
      { type: 'provider.proposed', attempt: 1, candidate: { providerId: 'p2' }, price, until: minutesAfter(start, 30) },
    ]);
  });

  test('a second yes is turned away at once, and told only once', () => {
    const second = after(named, found(1, p1, p2), accepts('p1'), accepts('p2'));
    expect(toldTo(second, p2.thread)).toMatchObject([{ type: 'offer.closed', reason: 'taken' }]);
    const held = hear(second, { type: 'slot.held', attempt: 1 });
    expect(toldTo(held, p2.thread)).toEqual([]);
    expect(hear(held, accepts('p2')).isHeard).toBe(false);
  });

  test('of somebody whose time is taken leads to the next', () => {
    const holding = after(named, found(1, p1, p2, p3, p4), accepts('p1'));
    const taken = hear(holding, { type: 'slot.taken', attempt: 1 });
    expect(toldTo(taken, p1.thread)).toMatchObject([{ type: 'offer.closed', reason: 'overlap' }]);
    expect(toldTo(taken, p4.thread)).toMatchObject([{ type: 'offer.made' }]);
    expect(hear(taken, accepts('p2')).context.hold).toBe(2);
  });

  test('whose hold cannot be made is let go, with an alert', () => {
    const stuck = after(named, found(1, p1, p2), accepts('p1'), { type: 'effect.abandoned', effect: 'holdSlot' });
    expect(ordered(stuck, 'releaseSlot')).toHaveLength(1);
    expect(alertsOf(stuck)).toEqual(['abandoned']);
    expect(stuck.context.hold).toBeNull();
  });
});

describe('the choice of the homeowner', () => {
  test('of an old list does nothing', () => {
    expect(hear(after(...TO_CHOICE), { type: 'provider.chosen', attempt: 7 }).isHeard).toBe(false);
  });

  test('next: the slot is free again, the provider told, the search goes on without him', () => {
    const passed = hear(after(...TO_CHOICE), { type: 'provider.passed', attempt: 1, wants: 'nextProvider' });
    expect(ordered(passed, 'releaseSlot')).toMatchObject([{ attempt: 1, providerId: 'p1' }]);
    expect(toldTo(passed, p1.thread)).toMatchObject([{ type: 'offer.released', reason: 'passed' }]);
    expect(toldTo(passed, homeownerThread)).toMatchObject([{ type: 'search.continued' }]);
    expect(ordered(passed, 'findProviders')).toMatchObject([{ without: [homeownerThread, 'p1', 'p2'] }]);
  });

  test('other time: rests until one is named, and then asks everybody for it', () => {
    const resting = hear(after(...TO_CHOICE), { type: 'provider.passed', attempt: 1, wants: 'otherTime' });
    expect(resting.value).toBe('awaitingTime');
    const again = hear(resting, { type: 'search.repeated', windows: [laterWindow] });
    expect(again.value).toBe('findingProviders');
    expect(ordered(again, 'findProviders')).toMatchObject([{ windows: [laterWindow], without: [homeownerThread] }]);
    expect(toldTo(again, homeownerThread)).toMatchObject([{ type: 'search.started', window: laterWindow }]);
  });

  test('silence: both are told, and the same search can be repeated', () => {
    const lapsed = fire(after(...TO_CHOICE), 'choice.expired');
    expect(lapsed.value).toBe('lapsed');
    expect(toldTo(lapsed, p1.thread)).toMatchObject([{ type: 'offer.released', reason: 'silent' }]);
    expect(toldTo(lapsed, homeownerThread)).toMatchObject([{ type: 'choice.lapsed' }]);
    const again = hear(lapsed, { type: 'search.repeated', windows: null });
    const held = hearAll(again, found(2, p1), accepts('p1'), { type: 'slot.held', attempt: 2 });
    expect(held.value).toBe('awaitingChoice');
  });
});

describe('the payment', () => {
  test('is asked for after the hold, nudged after 10 minutes, over after 15', () => {
    const making = after(...TO_CHOICE, { type: 'provider.chosen', attempt: 1 });
    expect(ordered(making, 'requestPayment')).toMatchObject([{ attempt: 1, total: price.total, code: 'K7' }]);
    const waiting = hear(making, linkMade(1));
    expect(toldTo(waiting, homeownerThread)).toMatchObject([
      { type: 'payment.requested', url: 'https://pay.example/1', price, until: minutesAfter(start, 15) },
    ]);
    const nudged = fire(waiting, 'hold.nudged');
    expect(nudged.now).toBe(minutesAfter(start, 10));
    expect(toldTo(nudged, homeownerThread)).toMatchObject([{ type: 'hold.ending' }]);
    const closing = fire(nudged, 'hold.expired');
    expect(closing.value).toBe('closingLink');
    expect(ordered(closing, 'closeLink')).toMatchObject([{ linkId: 'plink_1' }]);
    expect(ordered(closing, 'releaseSlot')).toEqual([]);
    const lapsed = hear(closing, { type: 'link.closed', attempt: 1, isCompleted: false });
    expect(lapsed.value).toBe('lapsed');
    expect(ordered(lapsed, 'releaseSlot')).toHaveLength(1);
    expect(toldTo(lapsed, homeownerThread)).toMatchObject([{ type: 'hold.lapsed' }]);
    expect(toldTo(lapsed, p1.thread)).toMatchObject([{ type: 'offer.released', reason: 'unpaid' }]);
  });

  test('at the last moment: the slot stays until the receipt comes', () => {
    const receipt = hearAll(fire(after(...TO_PAYMENT), 'hold.expired'), {
      type: 'link.closed',
      attempt: 1,
      isCompleted: true,
    });
    expect(receipt.value).toBe('awaitingReceipt');
    expect(ordered(receipt, 'releaseSlot')).toEqual([]);
    expect(hear(receipt, paid(1, 'pi_1')).value).toBe('booked');
  });

  test('books: visit, confirmation, charge, reminders', () => {
    const booked = hear(after(...TO_PAYMENT), paid(1, 'pi_1'));
    expect(booked.value).toBe('booked');
    expect(toldTo(booked, p1.thread)).toMatchObject([
      { type: 'offer.won' },
      { type: 'visit.booked', code: 'K7', homeownerName: 'Ann', net: price.net, place: { street: '1204 Oak Hill Rd' } },
    ]);
    expect(toldTo(booked, homeownerThread)).toMatchObject([
      { type: 'booking.confirmed', providerName: p1.name, window, total: price.total },
    ]);
    expect(ordered(booked, 'readCharge')).toMatchObject([{ paymentIntent: 'pi_1' }]);
    expect(ordered(booked, 'setTimer')).toEqual([
      { type: 'setTimer', name: 'dayBefore.reached', at: '2026-11-25T23:00:00Z' },
      { type: 'setTimer', name: 'visit.approached', at: '2026-11-26T19:00:00Z' },
      { type: 'setTimer', name: 'visit.overdue', at: '2026-11-26T23:30:00Z' },
    ]);
    expect(ordered(booked, 'keepFacts').at(-1)).toMatchObject({
      facts: { code: 'K7', status: 'booked', providerId: 'p1', totalInCents, paymentIntent: 'pi_1' },
    });
    const charged = hear(booked, chargeRead('pi_1'));
    const [posting] = ordered(charged, 'postEntry');
    expect(posting && isBalanced(posting.entry)).toBe(true);
    expect(posting?.entry.legs).toContainEqual({ account: 'stripeFees', cents: 423 });
  });

  test('the same webhook twice books once', () => {
    expect(hear(after(...TO_BOOKED), paid(1, 'pi_1')).isHeard).toBe(false);
  });

  test('of another amount is a matter for a person', () => {
    const strange = hear(after(...TO_PAYMENT), paid(1, 'pi_1', totalInCents - 1));
    expect(strange.value).toBe('awaitingPayment');
    expect(alertsOf(strange)).toEqual(['money']);
    expect(ordered(strange, 'readCharge')).toHaveLength(1);
    expect(ordered(strange, 'refundPayment')).toEqual([]);
  });

  test('that is declined is told, with the same link', () => {
    const declined = hear(after(...TO_PAYMENT), {
      type: 'payment.declined',
      attempt: 1,
      paymentIntent: 'pi_1',
      reason: 'insufficientFunds',
    });
    expect(toldTo(declined, homeownerThread)).toMatchObject([
      { type: 'payment.failed', reason: 'insufficientFunds', url: 'https://pay.example/1' },
    ]);
  });

  test('whose link cannot be made lets the slot go', () => {
    const refused = after(...TO_CHOICE, { type: 'provider.chosen', attempt: 1 }, { type: 'link.refused', attempt: 1 });
    expect(refused.value).toBe('lapsed');
    expect(alertsOf(refused)).toEqual(['money']);
    expect(toldTo(refused, homeownerThread)).toMatchObject([{ type: 'payment.impossible' }]);
    expect(toldTo(refused, p1.thread)).toMatchObject([{ type: 'offer.released', reason: 'unpaid' }]);
  });

  test('I4 a second payment goes back by itself', () => {
    const twice = hear(after(...TO_BOOKED), paid(1, 'pi_2'));
    expect(ordered(twice, 'refundPayment')).toMatchObject([
      { paymentIntent: 'pi_2', step: 'refund:2', amount: price.total },
    ]);
    expect(ordered(twice, 'readCharge')).toMatchObject([{ paymentIntent: 'pi_2' }]);
    const back = hear(twice, refundDone('pi_2'));
    expect(back.value).toBe('booked');
    expect(toldTo(back, homeownerThread)).toMatchObject([{ type: 'payment.returned', reason: 'paidTwice' }]);
    expect(ordered(back, 'postEntry')).toMatchObject([{ entry: { kind: 'refund' } }]);
  });
});

const LAPSED_UNPAID = () =>
  hear(fire(after(...TO_PAYMENT), 'hold.expired'), { type: 'link.closed', attempt: 1, isCompleted: false });

describe('a late payment', () => {
  test('takes the same slot again when it is free', () => {
    const retaking = hear(LAPSED_UNPAID(), paid(1, 'pi_1'));
    expect(ordered(retaking, 'holdSlot')).toMatchObject([{ attempt: 2, providerId: 'p1', window }]);
    const booked = hear(retaking, { type: 'slot.held', attempt: 2 });
    expect(booked.value).toBe('booked');
    expect(toldTo(booked, p1.thread).map(({ type }) => type)).toEqual(['offer.won', 'visit.booked']);
  });

  test('goes back when the slot is gone', () => {
    const refunding = hearAll(LAPSED_UNPAID(), paid(1, 'pi_1'), { type: 'slot.taken', attempt: 2 });
    expect(ordered(refunding, 'refundPayment')).toMatchObject([{ paymentIntent: 'pi_1', amount: price.total }]);
    const refunded = hear(refunding, refundDone('pi_1'));
    expect(refunded.value).toBe('refunded');
    expect(toldTo(refunded, homeownerThread)).toMatchObject([
      { type: 'payment.returned', reason: 'slotGone', amount: price.total },
    ]);
    const again = hear(refunded, { type: 'search.repeated', windows: [laterWindow] });
    expect(again.value).toBe('findingProviders');
  });

  test('goes back when the visit would have begun', () => {
    const late = hear(LAPSED_UNPAID(), paid(1, 'pi_1'), window.start);
    expect(late.value).toBe('refunding');
    expect(ordered(late, 'holdSlot')).toEqual([]);
    const refused = hear(late, { type: 'refund.refused', step: 'refund:1', paymentIntent: 'pi_1' });
    expect(alertsOf(refused)).toEqual(['money']);
    expect(refused.value).toBe('refunding');
  });

  test('of a withdrawn request goes back', () => {
    const withdrawn = hear(after(...TO_PAYMENT), { type: 'request.withdrawn' });
    expect(withdrawn.value).toBe('withdrawn');
    expect(ordered(withdrawn, 'closeLink')).toHaveLength(1);
    expect(ordered(withdrawn, 'releaseSlot')).toHaveLength(1);
    expect(toldTo(withdrawn, p1.thread)).toMatchObject([{ type: 'offer.released', reason: 'withdrawn' }]);
    const returned = hearAll(withdrawn, paid(1, 'pi_1'));
    expect(ordered(returned, 'refundPayment')).toHaveLength(1);
    expect(toldTo(hear(returned, refundDone('pi_1')), homeownerThread)).toMatchObject([{ reason: 'withdrawn' }]);
  });

  test('while another provider is looked for goes back', () => {
    const searching = hear(LAPSED_UNPAID(), { type: 'search.repeated', windows: null });
    const returned = hear(searching, paid(1, 'pi_1'));
    expect(returned.value).toBe('findingProviders');
    expect(ordered(returned, 'refundPayment')).toHaveLength(1);
  });
});

describe('the visit', () => {
  test('is remembered to both, the evening before and two hours before', () => {
    const evening = fire(after(...TO_BOOKED), 'dayBefore.reached');
    for (const thread of [p1.thread, homeownerThread]) {
      expect(toldTo(evening, thread)).toMatchObject([{ type: 'visit.remembered', moment: 'dayBefore' }]);
    }
    expect(toldTo(fire(evening, 'visit.approached'), p1.thread)).toMatchObject([{ moment: 'soon' }]);
  });

  test('that nobody came to is told to both and to a person', () => {
    const overdue = fire(after(...TO_BOOKED), 'visit.overdue');
    expect(alertsOf(overdue)).toEqual(['visitOverdue']);
    expect(toldTo(overdue, p1.thread)).toMatchObject([{ type: 'visit.overdue' }]);
    expect(toldTo(overdue, homeownerThread)).toMatchObject([{ type: 'visit.delayed' }]);
  });

  test('goes on step by step; any step may be left out', () => {
    const states = [
      hear(after(...TO_BOOKED), { type: 'provider.departed' }),
      hear(after(...TO_BOOKED), { type: 'provider.arrived' }),
      hear(after(...TO_BOOKED), { type: 'work.finished' }),
    ];
    expect(states.map(({ value }) => value)).toEqual(['onTheWay', 'atWork', 'awaitingApproval']);
    expect(states.map((state) => toldTo(state, homeownerThread)[0]?.type)).toEqual([
      'visit.departed',
      'visit.arrived',
      'visit.finished',
    ]);
  });
});

describe('the payout', () => {
  test('follows the approval', () => {
    const paying = hear(after(...TO_APPROVAL), { type: 'work.approved' });
    expect(toldTo(paying, p1.thread)).toMatchObject([{ type: 'visit.closed', outcome: 'approved' }]);
    expect(ordered(paying, 'payOut')).toMatchObject([
      { attempt: 1, providerId: 'p1', chargeId: 'ch_pi_1', amount: price.net },
    ]);
    const settled = hear(paying, transferDone);
    expect(toldTo(settled, p1.thread)).toMatchObject([{ type: 'payout.sent', amount: price.net }]);
    expect(toldTo(settled, homeownerThread)).toMatchObject([{ type: 'booking.settled' }]);
    const [posting] = ordered(settled, 'postEntry');
    expect(posting?.entry).toMatchObject({ kind: 'transfer', source: 'tr_1' });
    expect(posting && isBalanced(posting.entry)).toBe(true);
  });

  test('follows 48 hours of silence', () => {
    const released = fire(after(...TO_APPROVAL), 'approval.expired');
    expect(released.now).toBe(minutesAfter(start, 48 * 60));
    expect(released.value).toBe('payingOut');
    expect(toldTo(released, p1.thread)).toMatchObject([{ outcome: 'released' }]);
  });

  test('waits for the charge', () => {
    const waiting = after(...TO_PAYMENT, paid(1, 'pi_1'), { type: 'work.finished' }, { type: 'work.approved' });
    expect(waiting.value).toBe('awaitingCharge');
    const paying = hear(waiting, chargeRead('pi_1'));
    expect(paying.value).toBe('payingOut');
    expect(ordered(paying, 'postEntry')).toHaveLength(1);
  });

  test('that is refused is told once, tried again every day, with a number of its own', () => {
    const paying = hear(after(...TO_APPROVAL), { type: 'work.approved' });
    const blocked = hear(paying, { type: 'transfer.refused', reason: 'accountNotReady' });
    expect(blocked.value).toBe('payoutBlocked');
    expect(alertsOf(blocked)).toEqual(['payoutBlocked']);
    expect(toldTo(blocked, p1.thread)).toMatchObject([{ type: 'payout.delayed', reason: 'accountNotReady' }]);
    const again = fire(blocked, 'payout.due');
    expect(ordered(again, 'payOut')).toMatchObject([{ attempt: 2 }]);
    expect(hear(again, { type: 'transfer.refused', reason: 'accountNotReady' }).effects).not.toContainEqual(
      expect.objectContaining({ type: 'tell' }),
    );
    expect(hear(again, transferDone).value).toBe('settled');
  });

  test.each(['problem.reported', 'charge.disputed'] as const)('%s stops it', (type) => {
    const trouble = type === 'problem.reported' ? { type, words: 'still leaking' } : { type, chargeId: 'ch_pi_1' };
    const disputed = hear(after(...TO_APPROVAL), trouble);
    expect(disputed.value).toBe('disputed');
    expect(toldTo(disputed, p1.thread)).toMatchObject([{ type: 'visit.closed', outcome: 'disputed' }]);
    expect(JSON.stringify(disputed.effects)).not.toContain('leaking');
    expect(fire(disputed, 'approval.expired').isHeard).toBe(false);
  });

  test('that was on its way when a problem came up is posted, and told to a person', () => {
    const disputed = hearAll(
      after(...TO_APPROVAL),
      { type: 'work.approved' },
      { type: 'problem.reported', words: 'broken' },
      transferDone,
    );
    expect(disputed.value).toBe('disputed');
    expect(alertsOf(disputed)).toEqual(['money']);
    expect(ordered(disputed, 'postEntry')).toHaveLength(1);
  });
});

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
