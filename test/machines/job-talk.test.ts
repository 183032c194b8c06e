// What a homeowner says besides answers, while a visit is agreed on or ahead.
import { describe, expect, test } from 'vitest';
import type { Event } from '../../src/machines/events.ts';
import { jobMachine } from '../../src/machines/job.ts';
import { letter } from './job-letters.ts';
import { gateCode, hearAll, moneyBack, no, number, talk, text, thursdayAfter3, trade, type Talk } from './talk.ts';

const searching = () => talk(jobMachine, letter['search.started']);
const proposed = () => searching().hear(letter['provider.proposed']);
const paying = () => hearAll(proposed(), number(1), letter['payment.requested']);
const booked = () => paying().hear(letter['booking.confirmed']);
const rated = () => hearAll(booked(), letter['visit.finished'], number(1), text('5 stars', { rating: 5 }));
const told = (after: Talk): readonly Event[] => after.orders('tell').map(({ event }) => event);

describe('words for the pro', () => {
  test.each([
    ['searching', searching, 'once you have paid'],
    ['proposed', proposed, 'once you have paid'],
    ['paying', paying, 'once you have paid'],
    ['booked', booked, 'now'],
    ['arrived', () => booked().hear(letter['visit.arrived']), 'now'],
  ] as const)('%s', (_, begin, when) => {
    const noted = begin().hear(gateCode);
    expect(noted.words()).toBe(`Noted for K7: the pro gets it ${when}.`);
    expect(told(noted)).toEqual([{ type: 'note.added', words: 'gate code is 4455, ring twice' }]);
    expect(noted.value).toBe(begin().value);
  });
  test('an hour in them moves nothing', () => {
    const noted = searching().hear(text('call me when you are near, after 3', { when: thursdayAfter3 }));
    expect([noted.value, told(noted)[0]?.type]).toEqual(['awaitingProvider', 'note.added']);
  });
});

describe('their money', () => {
  test.each([
    moneyBack,
    text('cancel and refund me', { intent: 'cancel' }),
    text('need to cancel thursday', { intent: 'cancel', when: thursdayAfter3 }),
  ])('of a visit ahead: a person is told, nothing is claimed: %#', (event) => {
    const asked = booked().hear(event);
    expect(asked.value).toBe('booked');
    expect(asked.orders('alertPerson')).toEqual([{ type: 'alertPerson', about: 'personAsked', code: 'K7' }]);
    expect(asked.words()).toBe(
      "I can't call off a paid visit by text yet. I told a person, who texts you here about K7 and the $135.45 you paid. Until then K7 stays booked.",
    );
  });
  test('of one that is over', () => {
    const asked = rated().hear(moneyBack);
    expect(asked.orders('alertPerson')[0]?.code).toBe('K7');
    expect(asked.words()).toContain('$135.45 you paid. Nothing is sent back before that.');
  });
  test('at the end of the work it is a problem, which stops the payout', () => {
    expect(told(hearAll(booked(), letter['visit.finished']).hear(moneyBack))[0]?.type).toBe('problem.reported');
  });
  test('before it is paid a person looks; a day that is called off is no new time', () => {
    expect(paying().hear(moneyBack).orders('alertPerson')[0]?.about).toBe('personAsked');
    const cancelled = paying().hear(text('need to cancel thursday', { intent: 'cancel', when: thursdayAfter3 }));
    expect([cancelled.value, told(cancelled)]).toEqual(['withdrawn', [{ type: 'request.withdrawn' }]]);
    const moved = paying().hear(
      text('cancel that, make it thursday instead', { intent: 'cancel', when: thursdayAfter3 }),
    );
    expect(told(moved).map(({ type }) => type)).toEqual(['request.withdrawn', 'request.sent']);
  });
});

describe('small talk', () => {
  test('"hang on" is waited for', () => {
    const waits = paying().hear(text('hang on finding my card'));
    expect(waits.words()).toMatch(/^Ok, take your time\. To book Dana .* Held until 4:05 pm/);
    expect(waits.hear(text('hmm blah')).words()).toMatch(/^Sorry, I didn't get that/);
  });
  test('a question is answered with what is known, and who knows more', () => {
    const asked = booked().hear(text('is he licensed?', { intent: 'question' }));
    expect(asked.words()).toBe(
      'Here is what I know; AGENT gets a person for the rest. K7: Dana comes Thu Nov 26, 3-5 pm, $135.45 paid. Other plans? CHANGE K7.',
    );
  });
  test('the price: what is usual until there is one', () => {
    const how = text('how much is it', { intent: 'price' });
    expect(searching().hear(how).words()).toMatch(/^Plumbing is \S+ \$125-\$450/);
    expect(proposed().hear(how).words()).toMatch(/^Dana, .*\$135\.45 .*\. Answer by 3:55 pm, then 15 min to pay\./);
  });
});

describe('a list that was let go', () => {
  const days = '2026-11-28T15:10:00Z';
  const idled = () => hearAll(proposed(), letter['choice.lapsed'], { type: 'draft.idled' });
  test('its number opens what can be had now, and that is asked for anew', () => {
    const late = idled().hear(number(1), days);
    expect([late.value, told(late)]).toEqual(['askingOtherTime', []]);
    expect(late.words()).toMatch(
      /^That took a while, so nothing is held any more\. Still want it\? Which time\?\n1 Sat Nov 28/,
    );
    const chosen = late.hear(number(2));
    expect(told(chosen).map(({ type }) => type)).toEqual(['request.withdrawn', 'request.sent']);
    expect(chosen.hear(number(1)).words()).toContain('K7 is over.');
  });
  test('a no is a no, and what was dropped stays dropped', () => {
    expect(idled().hear(no, days).words()).toContain('K7 is over.');
    const dropped = paying().hear(text('forget it', { intent: 'dropJob' }));
    expect(dropped.hear(number(1)).value).toBe('withdrawn');
  });
});

describe('what went wrong', () => {
  const leaksAgain = text('its leaking again', { intent: 'job', categories: [trade('plumbing')] });
  const finished = () => booked().hear(letter['visit.finished']);
  test.each([
    ['at work', () => booked().hear(letter['visit.arrived'])],
    ['done', finished],
    ['approved', () => finished().hear(number(1))],
    ['paid out', () => hearAll(finished(), number(1), letter['booking.settled'])],
    ['rated', rated],
  ] as const)('%s: a problem, with its words', (_, begin) => {
    const reported = begin().hear(leaksAgain);
    expect(reported.value).toBe('caseOpen');
    expect(told(reported)).toEqual([{ type: 'problem.reported', words: 'its leaking again' }]);
    expect(reported.words()).toBe('Thank you, I wrote it down (K7). A person looks at it and texts you here.');
  });
  test('with stars: both are told, and nothing is approved', () => {
    const both = finished().hear(text('1 star, its leaking again', { rating: 1 }));
    expect([both.value, told(both).map(({ type }) => type)]).toEqual(['caseOpen', ['problem.reported']]);
    const later = finished()
      .hear(number(1))
      .hear(text('2 stars, still leaking', { rating: 2 }));
    expect(told(later).map(({ type }) => type)).toEqual(['rating.given', 'problem.reported']);
  });
  test('a danger in it comes first', () => {
    const sparks = finished().hear(text('its sparking again', { intent: 'job', danger: 'sparks' }));
    expect(sparks.words()).toMatch(/^Sparks: keep away/);
    expect([sparks.value, told(sparks)[0]?.type]).toEqual(['caseOpen', 'problem.reported']);
  });
  test('after the payout nobody says that the pro is not paid', () => {
    const paidOut = hearAll(finished(), number(1), letter['booking.settled'], leaksAgain);
    expect(paidOut.hear(text('help', { intent: 'help' })).words()).not.toContain('not paid');
    expect(
      finished()
        .hear(leaksAgain)
        .hear(text('help', { intent: 'help' }))
        .words(),
    ).toContain('not paid');
  });
});
