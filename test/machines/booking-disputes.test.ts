import { describe, expect, test } from 'vitest';
import type { Account } from '../../src/domain/ledger.ts';
import {
  after,
  alertsOf,
  chargeDisputed,
  disputeLost,
  disputeWon,
  fire,
  hear,
  hearAll,
  homeownerThread,
  ordered,
  p1,
  price,
  TO_APPROVAL,
  TO_BOOKED,
  TO_SETTLED,
  toldTo,
  totalInCents,
  transferDone,
  type BookingState,
} from './booking-world.ts';

const typesTo = (state: BookingState, thread: string) => toldTo(state, thread).map(({ type }) => type);
const posted = (state: BookingState) =>
  ordered(state, 'postEntry').map(({ entry }) => {
    const cents = (account: Account) => entry.legs.find((leg) => leg.account === account)?.cents;
    return { kind: entry.kind, stripe: cents('stripe'), held: cents('held'), losses: cents('losses') };
  });

describe('a chargeback', () => {
  test('stops the payout at once: a person is alerted, both sides hear of it, the money is posted as Stripe booked it', () => {
    const disputed = hear(after(...TO_APPROVAL), chargeDisputed);
    expect(disputed.value).toBe('disputed');
    expect(alertsOf(disputed)).toEqual(['chargeDisputed']);
    expect(ordered(disputed, 'cancelTimer').map(({ name }) => name)).toContain('approval.expired');
    expect(typesTo(disputed, homeownerThread)).toEqual(['case.opened']);
    expect(toldTo(disputed, p1.thread)).toMatchObject([{ type: 'visit.closed', outcome: 'disputed' }]);
    expect(posted(disputed)).toMatchObject([{ kind: 'dispute', stripe: -totalInCents - 1_500 }]);
    expect(disputed.context.disputes).toMatchObject([{ disputeId: 'du_1', reason: 'fraudulent', state: 'open' }]);
  });

  test('that is won pays the provider for work that was done', () => {
    const won = hear(hear(after(...TO_APPROVAL), chargeDisputed), disputeWon);
    expect(won.value).toBe('payingOut');
    expect(alertsOf(won)).toEqual([]);
    expect(ordered(won, 'payOut')).toMatchObject([{ attempt: 1, amount: price.net }]);
    expect(posted(won).map(({ stripe }) => stripe)).toEqual([-totalInCents - 1_500, totalInCents + 1_500]);
    expect(hear(won, transferDone).value).toBe('settled');
  });

  test('that is won pays nobody while something else is open', () => {
    const reported = hear(after(...TO_APPROVAL), { type: 'problem.reported', words: 'it leaks' });
    for (const before of [hear(reported, chargeDisputed), hear(after(...TO_BOOKED), chargeDisputed)]) {
      const won = hear(before, disputeWon);
      expect([won.value, alertsOf(won)]).toEqual(['disputed', ['disputeWon']]);
      expect(ordered(won, 'payOut')).toEqual([]);
    }
  });

  test('never pays twice: a transfer that was on its way counts, or is waited for', () => {
    const paying = hear(after(...TO_APPROVAL), { type: 'work.approved' });
    const disputed = hear(paying, chargeDisputed);
    expect(hear(disputed, disputeWon)).toMatchObject({ value: 'disputed' });
    const sent = hearAll(disputed, transferDone, disputeWon);
    expect(sent.value).toBe('settled');
    expect(ordered(sent, 'payOut')).toEqual([]);
    expect(typesTo(sent, p1.thread)).toEqual(['payout.sent']);
    const refused = hearAll(disputed, { type: 'transfer.refused', reason: 'accountNotReady' }, disputeWon);
    expect(ordered(refused, 'payOut')).toMatchObject([{ attempt: 2 }]);
  });

  test('that is lost gives the homeowner his money: nobody is paid any more', () => {
    const lost = hear(hear(after(...TO_APPROVAL), chargeDisputed), disputeLost);
    expect(lost.value).toBe('chargedBack');
    expect(alertsOf(lost)).toEqual(['disputeLost']);
    expect(posted(lost)).toContainEqual({
      kind: 'disputeLoss',
      stripe: undefined,
      held: totalInCents,
      losses: undefined,
    });
    expect(hear(lost, { type: 'work.approved' }).isHeard).toBe(false);
  });

  test('after the payout is our loss when it is lost, and nothing when it is won', () => {
    const disputed = hear(after(...TO_SETTLED), chargeDisputed);
    expect([disputed.value, alertsOf(disputed)]).toEqual(['settled', ['chargeDisputed']]);
    const lost = hear(disputed, disputeLost);
    expect([lost.value, alertsOf(lost)]).toEqual(['settled', ['disputeLost']]);
    expect(posted(lost)).toContainEqual({
      kind: 'disputeLoss',
      stripe: undefined,
      held: undefined,
      losses: totalInCents,
    });
    const won = hear(disputed, disputeWon);
    expect([won.value, alertsOf(won)]).toEqual(['settled', []]);
  });

  test('that ended before we heard of its beginning stays ended', () => {
    const lost = hear(after(...TO_BOOKED), disputeLost);
    expect([lost.value, alertsOf(lost)]).toEqual(['chargedBack', ['disputeLost']]);
    const late = hear(lost, chargeDisputed);
    expect([late.value, alertsOf(late), late.context.disputes[0]?.state]).toEqual(['chargedBack', [], 'lost']);
    const won = hear(after(...TO_APPROVAL), disputeWon);
    expect([won.value, alertsOf(hear(won, chargeDisputed))]).toEqual(['awaitingApproval', []]);
  });
});

describe('a payout', () => {
  test('waits for a word when the homeowner could not be asked: his silence pays nobody', () => {
    const unasked = hear(after(...TO_APPROVAL), { type: 'approval.unasked' });
    expect([unasked.value, alertsOf(unasked)]).toEqual(['awaitingApproval', ['approvalUnasked']]);
    expect(ordered(unasked, 'cancelTimer')).toEqual([{ type: 'cancelTimer', name: 'approval.expired' }]);
    expect(toldTo(unasked, p1.thread)).toMatchObject([{ type: 'payout.delayed', reason: 'unasked' }]);
    expect(fire(unasked, 'approval.expired').isHeard).toBe(false);
    expect(alertsOf(hear(unasked, { type: 'approval.unasked' }))).toEqual([]);
    expect(hear(unasked, { type: 'work.approved' }).value).toBe('payingOut');
    expect(hear(after(...TO_SETTLED), { type: 'approval.unasked' }).isHeard).toBe(false);
  });
});
