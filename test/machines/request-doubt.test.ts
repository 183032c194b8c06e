// A first text that may be about a visit, what is kept besides the answer, and what it costs.
import { describe, expect, test } from 'vitest';
import { requestMachine } from '../../src/machines/request.ts';
import {
  address,
  agent,
  doubtful,
  friday,
  gateCode,
  help,
  no,
  number,
  paidVisit,
  sink,
  talk,
  text,
  thursdayAfter3,
  trade,
  unclear,
  wholeJob,
  yes,
} from './talk.ts';

const start = (event: Parameters<typeof talk>[1]) => talk(requestMachine, event);

describe('about the visit, or a new job', () => {
  const noted = {
    type: 'tell',
    to: { kind: 'booking', id: 'b1' },
    event: { type: 'note.added', words: 'the outlet by the sink' },
  };
  test('one short question', () => {
    const asked = start(doubtful);
    expect([asked.value, asked.words()]).toEqual([
      'choosingBooking',
      'Is this about your visit K7, or a new job? 1 K7, 2 new job',
    ]);
    expect(asked.orders('tell')).toEqual([]);
  });
  test.each([number(1), yes, text('K7', { code: 'K7' })])('it is about K7, which is told: %#', (answer) => {
    const passed = start(doubtful).hear(answer);
    expect([passed.value, passed.words()]).toEqual(['passed', 'Noted for K7: the pro gets it now.']);
    expect(passed.orders('tell')).toEqual([noted]);
    expect(passed.orders('cancelTimer')).toHaveLength(1);
  });
  test('of work that is done it is a problem, and its case answers', () => {
    const passed = start({ ...doubtful, others: [{ ...paidVisit, state: 'thanked' }] }).hear(number(1));
    expect([passed.value, passed.words()]).toEqual(['passed', '']);
    expect(passed.orders('tell')).toEqual([
      { ...noted, event: { type: 'problem.reported', words: 'the outlet by the sink' } },
    ]);
  });
  test.each([number(2), no, text('new job'), text('nuevo')])(
    'it is a new job, and what was said is kept: %#',
    (answer) => {
      const asked = start(doubtful).hear(answer);
      expect([asked.value, asked.context['trade']]).toEqual(['askingPlace', 'electrical']);
      expect(asked.words()).toContain('Electrical work: what is the address?');
    },
  );
  test('of two visits', () => {
    const other = { ...paidVisit, id: 'job2', code: 'M4', bookingId: 'b2', state: 'awaitingPayment' };
    const asked = start({ ...doubtful, codes: ['K7', 'M4'], others: [paidVisit, other] });
    expect(asked.words()).toBe('Is this about your visit K7 or M4, or a new job? 1 K7, 2 M4, 3 new job');
    expect(asked.hear(yes).value).toBe('choosingBooking');
    const passed = asked.hear(number(2));
    expect(passed.words()).toBe('Noted for M4: the pro gets it once you have paid.');
    expect(asked.hear(number(3)).value).toBe('askingPlace');
  });
  test('not understood, help, a person, silence', () => {
    const asked = start(doubtful);
    expect(asked.hear(unclear).words()).toMatch(/^Sorry, I didn't get that\. Is this about/);
    expect(asked.hear(unclear).hear(unclear).orders('alertPerson')[0]?.about).toBe('misunderstood');
    expect(asked.hear(help).words()).toContain('Is this about your visit K7');
    expect(asked.hear(agent).orders('alertPerson')[0]?.about).toBe('personAsked');
    expect(asked.hear({ type: 'draft.idled' }).words()).toContain('Still want this done? Is this about');
  });
  test('dropped: the visit stays, and is named', () => {
    const drop = text('never mind', { intent: 'dropJob' }, { others: [paidVisit] });
    expect(start(sink).hear(drop).words()).toBe(
      'Ok, dropped. Nothing was sent. K7 stays booked; if you meant that one, text DROP K7.',
    );
  });
});

describe('what is said besides the answer is kept, and said back', () => {
  test('a time where the address is asked', () => {
    const asked = start(sink).hear(text('thursday after 3', { intent: 'answer', when: thursdayAfter3 }));
    expect(asked.words()).toBe(
      'Ok, Thu Nov 26 after 3 pm. Plumbing: what is the address? Street and ZIP, like 1204 Oak Hill Rd 78704',
    );
    expect(asked.hear(address).words()).toContain('Thu Nov 26, 3-5 pm');
  });
  test('an address and a time where the job is asked', () => {
    const asked = start({ ...address, reading: { ...address.reading, when: friday } });
    expect(asked.words()).toMatch(/^Ok, Austin 78704, Fri Nov 27\. What needs doing/);
    expect(asked.hear(sink).words()).toContain('1 Fri Nov 27, 8-10 am');
  });
  test('a gate code: the trade stays, the pros who are asked do not see it, the booking is told', () => {
    const asked = start(sink).hear(gateCode);
    expect([asked.context['trade'], asked.words()]).toEqual([
      'plumbing',
      expect.stringMatching(/^Noted\. Plumbing: what is the address/),
    ]);
    const sent = asked.hear(address).hear(number(1)).hear(number(1));
    const [request, note] = sent.orders('tell').map(({ event }) => event);
    expect(request).toMatchObject({ type: 'request.sent', job: { words: 'My kitchen sink is leaking' } });
    expect(note).toEqual({ type: 'note.added', words: gateCode.reading.about });
  });
  test('an hour keeps the day', () => {
    const at3 = {
      windows: [{ start: '2026-11-24T15:00', end: null }],
      precision: 'time',
      bound: 'at',
      isDayGuessed: true,
    } as const;
    const makeIt3 = text('make it 4pm', {
      intent: 'correct',
      when: { ...at3, windows: [{ start: '2026-11-24T16:00', end: null }] },
    });
    expect(start(wholeJob).hear(makeIt3).words()).toContain('Thu Nov 26, 4-6 pm');
    const day = start(sink)
      .hear(address)
      .hear(text('friday', { intent: 'answer', when: friday }));
    expect(day.hear(text('3pm', { intent: 'answer', when: at3 })).words()).toContain('Fri Nov 27, 3-5 pm');
  });
});

describe('what it costs', () => {
  const range = /^Plumbing is \S+ \$125-\$450, you see .*? before you pay\. /;
  const how = text('how much is it', { intent: 'price' });
  test('asked with the job, or at any question', () => {
    const asked = start(text('how much to fix a faucet?', { intent: 'job', categories: [trade('plumbing')] }));
    expect(asked.words().replace(range, '')).toMatch(/^Plumbing: what is the address/);
    expect(asked.hear(how).words().replace(range, '')).toMatch(/^Plumbing: what is the address/);
    expect(asked.hear(address).hear(how).words().replace(range, '')).toMatch(/^1204 Oak Hill Rd, Austin 78704\. When/);
  });
  test('the summary says it itself; before the job is known it depends', () => {
    expect(start(wholeJob).hear(how).words()).toMatch(/^Plumbing: Kitchen sink leaking.*\$125-\$450/);
    expect(
      start(text('friday', { when: friday }))
        .hear(how)
        .words(),
    ).toMatch(/^It depends on the job/);
  });
});

describe('a number of a list that is over', () => {
  test('where nothing is numbered, the question is asked again without an excuse', () => {
    expect(start(sink).hear(number(1)).words()).toMatch(/^Plumbing: what is the address/);
  });
  test('after a week of silence the question comes as it stands now', () => {
    const weeks = '2026-12-03T15:10:00Z';
    const asked = start(sink).hear(address);
    const rested = asked.hear({ type: 'draft.idled' }).hear({ type: 'draft.idled' }, '2026-12-01T15:10:00Z');
    const again = rested.hear(number(2), weeks);
    expect([rested.value, again.value]).toEqual(['rested', 'askingTime']);
    expect(again.words()).toContain('Still want this done? 1204 Oak Hill Rd, Austin 78704. When?\n1 Thu Dec 3');
  });
});

test('somebody hurt: 911 first, whatever was asked', () => {
  const hurt = text('he is not breathing', { intent: 'job', danger: 'medical', urgency: 'emergency' });
  const asked = start(wholeJob).hear(hurt);
  expect([asked.value, asked.words()]).toEqual([
    'awaitingSafety',
    expect.stringMatching(/^Call 911 now .* Reply 1 to go on, or 2 a person\.$/),
  ]);
  expect(asked.orders('alertPerson')[0]?.about).toBe('danger');
  expect(asked.hear(number(1)).words()).not.toContain('safe');
});
