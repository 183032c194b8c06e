import { describe, expect, test } from 'vitest';
import { minutesAfter } from '../../src/domain/instants.ts';
import { isBalanced } from '../../src/domain/ledger.ts';
import {
  accepts,
  after,
  alertsOf,
  chargeRead,
  fire,
  found,
  hear,
  hearAll,
  homeownerThread,
  laterWindow,
  linkClosed,
  linkMade,
  ordered,
  p1,
  p2,
  paid,
  price,
  refundDone,
  start,
  TO_BOOKED,
  TO_CHOICE,
  TO_PAYMENT,
  toldTo,
  totalInCents,
  window,
} from './booking-world.ts';

describe('the choice of the homeowner', () => {
  test('of an old list does nothing', () => {
    expect(hear(after(...TO_CHOICE), { type: 'provider.chosen', attempt: 7 }).isHeard).toBe(false);
  });

  test('next: the slot is free again, the provider told, and whoever was only slower is asked before the search goes on without both', () => {
    const passed = hear(after(...TO_CHOICE), { type: 'provider.passed', attempt: 1, wants: 'nextProvider' });
    expect(ordered(passed, 'releaseSlot')).toMatchObject([{ attempt: 1, providerId: 'p1' }]);
    expect(toldTo(passed, p1.thread)).toMatchObject([{ type: 'offer.released', reason: 'passed' }]);
    expect(toldTo(passed, homeownerThread)).toMatchObject([{ type: 'search.continued' }]);
    expect(toldTo(passed, p2.thread)).toMatchObject([{ type: 'offer.made' }]);
    const refused = hear(passed, { type: 'offer.refused', providerId: 'p2' });
    expect(ordered(refused, 'findProviders')).toMatchObject([{ without: [homeownerThread, 'p1', 'p2'] }]);
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
    const lapsed = hear(closing, linkClosed(1, false));
    expect(lapsed.value).toBe('lapsed');
    expect(ordered(lapsed, 'releaseSlot')).toHaveLength(1);
    expect(toldTo(lapsed, homeownerThread)).toMatchObject([{ type: 'hold.lapsed' }]);
    expect(toldTo(lapsed, p1.thread)).toMatchObject([{ type: 'offer.released', reason: 'unpaid' }]);
  });

  test('at the last moment: the slot stays until the receipt comes', () => {
    const receipt = hear(fire(after(...TO_PAYMENT), 'hold.expired'), linkClosed(1, true));
    expect(receipt.value).toBe('awaitingReceipt');
    expect(ordered(receipt, 'releaseSlot')).toEqual([]);
    expect(hear(receipt, paid(1, 'pi_1')).value).toBe('booked');
    const asked = fire(receipt, 'receipt.overdue');
    expect(asked.now).toBe(minutesAfter(start, 75));
    expect(ordered(asked, 'readPayment')).toMatchObject([{ attempt: 1, linkId: 'plink_1' }]);
    expect(hear(asked, paid(1, 'pi_1')).value).toBe('booked');
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
      { type: 'setTimer', name: 'dayBefore.reached', at: '2026-11-25T22:59:51Z' },
      { type: 'setTimer', name: 'visit.approached', at: '2026-11-26T19:00:00Z' },
      { type: 'setTimer', name: 'departure.due', at: '2026-11-26T20:30:00Z' },
      { type: 'setTimer', name: 'visit.overdue', at: '2026-11-26T23:00:00Z' },
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

const LAPSED_UNPAID = () => hear(fire(after(...TO_PAYMENT), 'hold.expired'), linkClosed(1, false));

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
