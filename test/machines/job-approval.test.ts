// Whether all is good: on what money is paid, and on what it is not.
import { describe, expect, test } from 'vitest';
import { understand } from '../../src/language/understand.ts';
import type { Event } from '../../src/machines/events.ts';
import { jobMachine } from '../../src/machines/job.ts';
import { letter } from './job-letters.ts';
import { hearAll, help, number, talk, text, zone, type Talk } from './talk.ts';

const proposed = () => hearAll(talk(jobMachine, letter['search.started']), letter['provider.proposed']);
const booked = () => hearAll(proposed(), number(1), letter['payment.requested'], letter['booking.confirmed']);
const finished = () => hearAll(booked(), letter['visit.departed'], letter['visit.arrived'], letter['visit.finished']);

/** As it is read when a number was asked for last; by default that is whether all is good. */
const understood = (words: string, at = '2026-11-26T17:10') =>
  text(words, understand(words, { now: at, zone, language: 'en', asked: 'choice' }));

const told = (after: Talk): readonly Event[] => after.orders('tell').map(({ event }) => event);

describe('a proposal', () => {
  test('a question about the proposal books nothing, and the name of the pro does', () => {
    expect(proposed().hear(understood('is thursday the earliest', '2026-11-24T09:10')).value).toBe('choosingProvider');
    expect(proposed().hear(understood('book dana')).value).toBe('awaitingLink');
  });
});

describe('the work', () => {
  test('a question that did not arrive, or was held back, is told to the booking: silence is no answer to it', () => {
    const key = 'job.askApproval';
    for (const event of [
      { type: 'text.failed', key, code: 30_003 },
      { type: 'text.withheld', key },
    ] as const) {
      const unasked = finished().hear(event);
      expect([unasked.value, told(unasked)]).toEqual(['approving', [{ type: 'approval.unasked' }]]);
      expect(unasked.orders('alertPerson')).toEqual([]);
      expect(unasked.hear(help).words()).toContain('The pro is paid on your OK.');
      const asked = unasked.hear(number(1));
      expect([asked.value, told(asked)]).toEqual(['approving', []]);
      expect(asked.words()).toContain('1 all good, 2 problem');
      expect(told(asked.hear(number(1)))).toEqual([{ type: 'work.approved' }]);
    }
    expect(told(finished().hear({ type: 'text.withheld', key: 'job.arrived' }))).toEqual([]);
  });
  test('whoever objects is not silent, and no pro is paid for it', () => {
    for (const words of [
      'nobody came',
      'nadie vino',
      'the guy never showed',
      'nothing was done',
      'i never saw anybody',
      'im still waiting for him',
    ]) {
      expect(told(finished().hear(text(words)))).toMatchObject([{ type: 'problem.reported' }]);
    }
    for (const words of ['is he coming back tomorrow to finish?', 'not sure yet', 'agent'])
      expect(told(finished().hear(understood(words)))).toEqual([{ type: 'approval.unasked' }]);
    for (const words of ['thanks', 'hello', 'STATUS']) expect(told(finished().hear(understood(words)))).toEqual([]);
    const unclear = finished().hear(text('hm the van was blue'));
    expect([unclear.value, told(unclear)]).toEqual(['approving', [{ type: 'approval.unasked' }]]);
    expect(unclear.words()).toContain('The pro is paid on your OK.');
    expect(told(unclear.hear(number(1)))).toEqual([{ type: 'work.approved' }]);
  });
  test('whoever says something elsewhere is not silent either, and that is told once', () => {
    const spoke = finished().hear({ type: 'homeowner.spoke' });
    expect([spoke.value, told(spoke)]).toEqual(['approving', [{ type: 'approval.unasked' }]]);
    expect(told(spoke.hear({ type: 'homeowner.spoke' }))).toEqual([]);
    expect(told(spoke.hear(number(1)))).toEqual([{ type: 'work.approved' }]);
  });
  test('he says that he is there, and she that nobody is: no money until a person has looked', () => {
    const there = hearAll(booked(), letter['visit.departed'], letter['visit.arrived']);
    const missed = there.hear(understood('im home and nobody is there'));
    expect([missed.value, told(missed)]).toMatchObject(['caseOpen', [{ type: 'problem.reported' }]]);
  });
  test('a danger where he worked stops the payout, and says what to do', () => {
    const flooded = finished().hear(understood('water is gushing out where he fixed it'));
    expect([flooded.value, told(flooded)]).toMatchObject(['caseOpen', [{ type: 'problem.reported' }]]);
    expect(flooded.words()).toContain('shut the main water valve');
  });
  test('few stars, and luck that is wished, approve nothing', () => {
    for (const rated of [text('1 star, terrible', { rating: 1 }), text('0 stars')])
      expect(told(finished().hear(rated))).toMatchObject([{ type: 'problem.reported' }]);
    for (const words of ['good luck getting paid', 'get him back here', 'fine whatever, he broke it'])
      expect(told(finished().hear(text(words, { intent: 'yes' })))).not.toEqual([{ type: 'work.approved' }]);
    for (const words of ['yes pay him', 'ok thank you very much', '\u{1f44d}'])
      expect(told(finished().hear(text(words, { intent: 'yes' })))).toEqual([{ type: 'work.approved' }]);
    expect(told(finished().hear(text('great job thank you so much')))).toEqual([{ type: 'work.approved' }]);
  });
  test('the same 1 twice approves once, and rates nothing', () => {
    const rating = finished().hear(number(1));
    const echoed = rating.hear(number(1));
    expect([echoed.value, told(echoed)]).toEqual(['rating', []]);
  });
});
