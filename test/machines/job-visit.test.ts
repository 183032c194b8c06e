import { describe, expect, test } from 'vitest';
import type { Event } from '../../src/machines/events.ts';
import { jobMachine } from '../../src/machines/job.ts';
import { letter } from './job-letters.ts';
import {
  agent,
  change,
  drop,
  friday,
  hearAll,
  help,
  number,
  restart,
  talk,
  text,
  trade,
  unclear,
  yes,
  type Talk,
} from './talk.ts';

const searching = () => talk(jobMachine, letter['search.started']);
const proposed = () => searching().hear(letter['provider.proposed']);
const paying = () => hearAll(proposed(), number(1), letter['payment.requested']);
const booked = () => paying().hear(letter['booking.confirmed']);
const finished = () => hearAll(booked(), letter['visit.departed'], letter['visit.arrived'], letter['visit.finished']);

const told = (after: Talk): readonly Event[] => after.orders('tell').map(({ event }) => event);

describe('the visit', () => {
  const dropIt = text('DROP', { intent: 'dropJob' });
  test.each([change, dropIt, text('can we do friday', { intent: 'correct', when: friday })])(
    'a paid visit is moved or called off by a person: %#',
    (event) => {
      const after = booked().hear(event);
      expect(after.value).toBe('booked');
      expect(after.orders('alertPerson')).toEqual([{ type: 'alertPerson', about: 'personAsked', code: 'K7' }]);
      expect(after.words()).toContain('Until then K7 stays booked');
    },
  );
  test('the same wish is handed over once in twelve hours', () => {
    const asked = booked().hear(change, '2026-11-24T16:00:00Z');
    const again = asked.hear(change, '2026-11-24T17:00:00Z');
    expect([again.words(), again.orders('alertPerson')]).toEqual([
      'Noted. A person has it (K7) and texts you here.',
      [],
    ]);
    expect(asked.hear(dropIt, '2026-11-24T17:00:00Z').orders('alertPerson')).toHaveLength(1);
    expect(again.hear(change, '2026-11-25T04:00:00Z').orders('alertPerson')).toHaveLength(1);
  });
  test('five stars where one or two was asked are stars, and approve; three may be anything', () => {
    const rated = finished().hear(number(5));
    expect([rated.value, told(rated)]).toMatchObject([
      'thanked',
      [{ type: 'work.approved' }, { type: 'rating.given', stars: 5 }],
    ]);
    expect(finished().hear(number(3)).value).toBe('approving');
  });
  test('"never mind" calls off no paid visit', () => {
    const kept = booked().hear(drop);
    expect([kept.value, kept.effects.length]).toEqual(['booked', 1]);
    expect(kept.words()).toBe(
      "Ok. K7 stays booked: Dana, Thu Nov 26, 3-5 pm. If you don't want the visit, reply DROP K7.",
    );
  });
  test('where things stand', () => {
    expect(booked().hear(help).words()).toContain('K7: Dana comes Thu Nov 26, 3-5 pm, $135.45 paid.');
    expect(booked().hear(letter['visit.delayed']).words()).toContain('Dana is about 20 min late (K7)');
    expect(booked().hear(restart).value).toBe('booked');
  });
  test('a danger is answered at once, whatever the state', () => {
    const gas = booked().hear(text('i smell gas', { danger: 'gas' }));
    expect(gas.words()).toMatch(/^Gas: leave the house now/);
    expect(gas.orders('alertPerson')[0]?.about).toBe('danger');
    expect(gas.value).toBe('booked');
  });
  test('the same danger is not answered with the same words each time', () => {
    const smell = text('i smell gas', { danger: 'gas' });
    const warned = booked().hear(smell, '2026-11-24T16:00:00Z');
    const again = warned.hear(smell, '2026-11-24T16:59:00Z');
    expect(again.words()).toMatch(/^If it is not safe, get out and call 911; a person knows\. K7: Dana comes/);
    expect(again.orders('alertPerson')).toEqual([]);
    expect(warned.hear(smell, '2026-11-24T17:00:00Z').words()).toMatch(/^Gas: leave/);
    expect(warned.hear(text('sparks', { danger: 'sparks' })).words()).toMatch(/^Sparks: /);
    expect(warned.hear(text('its fine now')).words()).toMatch(/^Good that you are safe\. K7/);
    expect(
      booked()
        .hear(text('should i call 911?', { intent: 'question' }))
        .words(),
    ).toMatch(/^If anybody may be in danger: yes/);
  });
});

describe('the day of the visit', () => {
  test('nobody has said that he arrived: one question', () => {
    const asked = booked().hear(letter['visit.missed']);
    expect(asked.words()).toBe('Is Dana with you (K7)? 1 arrived, 2 not here. I told a person too.');
    for (const said of [number(1), yes, text('he is here')]) {
      const there = asked.hear(said);
      expect([there.value, told(there)]).toEqual(['providerArrived', [{ type: 'arrival.confirmed' }]]);
    }
    for (const said of [number(2), text('no one came')]) {
      const missing = asked.hear(said);
      expect([missing.value, told(missing)]).toEqual(['awaitingReplacement', [{ type: 'arrival.denied' }]]);
      expect(missing.words()).toContain('Dana is not there (K7), sorry. Your payment is held');
      expect(missing.hear(letter['visit.arrived']).value).toBe('providerArrived');
    }
    expect(asked.hear(unclear).value).toBe('confirmingArrival');
  });
  test('the provider cannot come: what happens now, whatever is asked', () => {
    const dropped = booked().hear(letter['visit.dropped']);
    expect(dropped.words()).toContain(
      "Dana can't come (K7), sorry. Your payment is held: a person finds you another pro",
    );
    for (const said of [change, drop]) {
      expect(dropped.hear(said).words()).toContain('Your payment is held');
      expect(dropped.hear(said).orders('alertPerson')[0]?.about).toBe('personAsked');
    }
  });
  test('the provider is at the door and nobody opens', () => {
    const asked = booked().hear(letter['visit.unanswered']);
    expect(asked.words()).toContain("1 coming, 2 I can't");
    const answers = [
      [number(1), true],
      [text('one sec'), true],
      [number(2), false],
      [text("I'm not home"), false],
    ] as const;
    for (const [said, isComing] of answers) {
      const answered = asked.hear(said);
      expect([answered.value, told(answered)]).toEqual(['providerArrived', [{ type: 'homeowner.answered', isComing }]]);
      expect(answered.words()).toContain('I told Dana');
    }
  });
});

describe('after the work', () => {
  test.each([number(1), yes, text('all good'), text('great, the sink works', { categories: [trade('plumbing')] })])(
    'all good: %#',
    (good) => {
      const approved = finished().hear(good);
      expect([approved.value, told(approved)]).toEqual(['rating', [{ type: 'work.approved' }]]);
      expect(approved.words()).toBe('How was Dana? Reply 1-5, 5 is best (K7).');
      expect(approved.orders('setTimer')).toEqual([
        { type: 'setTimer', name: 'rating.reminded', at: '2026-11-27T15:10:00Z' },
      ]);
      expect(approved.hear({ type: 'rating.reminded' }).words()).toContain('How was Dana?');
    },
  );
  test('stars approve and rate in one', () => {
    const rated = finished().hear(text('5 stars, quick and clean', { rating: 5 }));
    expect(told(rated)).toEqual([
      { type: 'work.approved' },
      { type: 'rating.given', stars: 5, words: '5 stars, quick and clean' },
    ]);
  });
  test('a problem stops the payout at once, and its words follow', () => {
    const problem = finished().hear(number(2));
    expect([problem.value, told(problem)[0]?.type]).toEqual(['describingProblem', 'problem.reported']);
    const said = problem.hear(letter['case.opened']).hear(text('still drips'));
    expect([said.value, said.words()]).toEqual(['caseOpen', expect.stringContaining('I wrote it down (K7)')]);
    expect(told(said)).toEqual([{ type: 'problem.reported', words: 'still drips' }]);
    expect(said.hear(text('and the floor is wet')).words()).toBe('Noted. A person has it (K7) and texts you here.');
    expect(said.hear(text('hello?', { intent: 'greet' })).words()).toContain('K7 is with a person');
    expect(said.hear(help).words()).toContain('K7 is with a person');
  });
  test.each([
    text('fine but the sink still leaks', { categories: [trade('plumbing')] }),
    text('it leaks again', { categories: [trade('plumbing')] }),
  ])('a problem in words: %#', (story) => {
    expect(finished().hear(story).value).toBe('caseOpen');
  });
  test('48 hours of silence: only the rating is asked', () => {
    const settled = finished().hear(letter['booking.settled']);
    expect([settled.value, told(settled)]).toEqual(['rating', []]);
    expect(told(settled.hear(text('3')))).toEqual([]);
    expect(told(settled.hear(text('3', { choice: 3 })))).toEqual([{ type: 'rating.given', stars: 3, words: null }]);
    expect(settled.hear(text('3', { choice: 3 })).words()).toContain('Sorry it was not better');
    expect(settled.hear(text('no thanks', { intent: 'no' })).value).toBe('thanked');
    expect(settled.hear(text('it leaks again today', { categories: [trade('plumbing')] })).value).toBe('caseOpen');
  });
  test('an ended one answers too', () => {
    const thanked = finished().hear(text('5 stars', { rating: 5 }));
    expect(thanked.hear(unclear).words()).toContain('K7 is over');
    expect(thanked.hear(agent).orders('alertPerson')[0]?.about).toBe('personAsked');
  });
});
