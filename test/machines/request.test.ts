import { describe, expect, test } from 'vitest';
import { requestMachine } from '../../src/machines/request.ts';
import {
  agent,
  back,
  change,
  drop,
  found,
  friday,
  fridayAt9,
  help,
  hint,
  no,
  number,
  oakHill,
  oakHillHint,
  person,
  repeat,
  restart,
  talk,
  text,
  thursdayAfter3,
  trade,
  unclear,
  wholeJob,
  yes,
} from './talk.ts';

const start = (event: Parameters<typeof talk>[1]) => talk(requestMachine, event);
const sink = text('my kitchen sink is leaking', { intent: 'job', categories: [trade('plumbing')] });
const address = text('1204 Oak Hill Rd 78704', { intent: 'answer', place: oakHillHint }, { place: found(oakHill) });
const zip = text(
  '78704',
  { intent: 'answer', place: hint({ zip: '78704' }) },
  { place: found({ ...oakHill, street: null }) },
);
const street = text(
  '1204 Oak Hill Rd',
  { intent: 'answer', place: hint({ street: '1204 Oak Hill Rd', number: '1204' }) },
  { place: { outcome: 'unknown' } },
);

describe('the shortest way', () => {
  test('one text and a "1" send the request', () => {
    const asked = start(wholeJob);
    expect(asked.value).toBe('confirming');
    expect(asked.words()).toBe(
      'Kitchen sink leaking at 1204 Oak Hill Rd, Austin 78704, Thu Nov 26, 3-5 pm (or 5-7 pm). Plumbing is usually $125-$450, you see the exact price before you pay. 1 send, 2 change, 3 person',
    );
    const sent = asked.hear(number(1));
    expect(sent.value).toBe('sent');
    const [letter] = sent.orders('tell');
    expect(letter?.event).toMatchObject({
      type: 'request.sent',
      homeowner: { thread: 'sms:+15125550100', name: null, language: 'en' },
      job: { trade: 'plumbing', words: 'Kitchen sink leaking', urgency: 'normal' },
      place: oakHill,
      windows: [
        { start: '2026-11-26T21:00:00Z', end: '2026-11-26T23:00:00Z' },
        { start: '2026-11-26T23:00:00Z' },
        { start: '2026-11-27T01:00:00Z' },
      ],
    });
    expect(letter?.to).toEqual({ kind: 'booking', id: (letter?.event as { bookingId: string }).bookingId });
    expect(sent.orders('keepFacts')[0]?.facts).toMatchObject({ lastPlace: oakHill, zone: 'America/Chicago' });
    expect(sent.orders('cancelTimer')).toEqual([{ type: 'cancelTimer', name: 'draft.idled' }]);
  });

  test('one question a text, only for what is missing', () => {
    let asked = start(sink);
    expect(asked.words()).toBe('Plumbing: what is the address? Street and ZIP, like 1204 Oak Hill Rd 78704');
    asked = asked.hear(address);
    expect(asked.words()).toBe(
      '1204 Oak Hill Rd, Austin 78704. When?\n1 Tue Nov 24, 12-2 pm\n2 Tue Nov 24, 4-6 pm\n3 Wed Nov 25, 8-10 am\nOr tell me a day and time.',
    );
    asked = asked.hear(number(2));
    expect(asked.words()).toContain('at 1204 Oak Hill Rd, Austin 78704, Tue Nov 24, 4-6 pm. Plumbing');
    const [letter] = asked.hear(yes).orders('tell');
    expect((letter?.event as { windows: unknown[] }).windows).toHaveLength(1);
  });

  test('the words that name a street or a phone never reach the job', () => {
    const sent = start(wholeJob).hear(text('send it')).orders('tell')[0]?.event as { job: { words: string } };
    expect(sent.job.words).not.toMatch(/oak|78704/i);
  });
});

describe('place', () => {
  test('ZIP first, then the street', () => {
    const asked = start(sink).hear(zip);
    expect(asked.words()).toBe('Austin 78704. What is the street address? The pro gets it only after you have paid.');
    expect(asked.hear(street).context['place']).toMatchObject({ street: '1204 Oak Hill Rd', zip: '78704' });
    expect(asked.hear(text('yellow house at mile 4')).value).toBe('askingTime');
  });
  test('street first, then the ZIP', () => {
    const asked = start(sink).hear(street);
    expect(asked.words()).toBe('1204 Oak Hill Rd: what is the ZIP code? Reply with its 5 digits.');
    expect(asked.hear(zip).words()).toContain('1204 Oak Hill Rd, Austin 78704. When?');
  });
  test('a city alone is not enough', () => {
    const city = { ...oakHill, street: null, area: 'Austin, TX' };
    const asked = start(sink).hear(text('Austin', { place: hint({ city: 'Austin' }) }, { place: found(city) }));
    expect(asked.words()).toBe('Austin, TX: what is the ZIP code? Reply with its 5 digits.');
  });
  test('three of that name: a list, then the ZIP', () => {
    const options = ['IL', 'MO', 'MA', 'OH'].map((state) => ({
      ...oakHill,
      street: null,
      city: 'Springfield',
      state,
      area: `Springfield, ${state}`,
    }));
    const asked = start(sink).hear(
      text('springfield', { place: hint({ city: 'Springfield' }) }, { place: { outcome: 'ambiguous', options } }),
    );
    expect(asked.words()).toBe(
      'Which one?\n1 Springfield, IL\n2 Springfield, MO\n3 Springfield, MA\nReply with a number, or the ZIP.',
    );
    expect(asked.hear(number(2)).words()).toContain('Springfield, MO: what is the ZIP code?');
    expect(asked.hear(zip).words()).toContain('What is the street address?');
    expect(asked.hear(no).value).toBe('askingPlace');
  });
  test('unknown places: asked again, then the ZIP alone, then a person', () => {
    const nowhere = text('zzz 00000', { place: hint({ zip: '00000' }) }, { place: { outcome: 'unknown' } });
    const once = start(sink).hear(nowhere);
    expect(once.words()).toContain("I can't find that place. Plumbing: what is the address?");
    const twice = once.hear(nowhere);
    expect(twice.words()).toContain("I can't find that place. What is the ZIP");
    const thrice = twice.hear(nowhere);
    expect(thrice.orders('alertPerson')).toEqual([{ type: 'alertPerson', about: 'misunderstood', code: null }]);
    expect(thrice.hear(zip).hear(street).value).toBe('askingTime');
  });
  test('"same address"', () => {
    const known = { ...person, lastPlace: oakHill };
    const again = text('toilet runs', { intent: 'job', categories: [trade('plumbing')] }, { person: known });
    const asked = start(again);
    expect(asked.words()).toBe(
      'Same address as last time, 1204 Oak Hill Rd, Austin 78704? Reply 1 yes, or text the new address.',
    );
    expect(asked.hear({ ...yes, person: known }).value).toBe('askingTime');
    expect(asked.hear({ ...no, person: known }).value).toBe('askingPlace');
    const said = text(
      'toilet runs, same address',
      { intent: 'job', categories: [trade('plumbing')] },
      { person: known },
    );
    expect(start(said).value).toBe('askingTime');
  });
});

describe('time', () => {
  const atTime = () => start(sink).hear(address);
  test('a day gives windows of that day', () => {
    const asked = atTime().hear(text('friday', { intent: 'answer', when: friday }));
    expect(asked.words()).toContain('1 Fri Nov 27, 8-10 am\n2 Fri Nov 27, 12-2 pm\n3 Fri Nov 27, 4-6 pm');
    expect(asked.hear(text('others?', { intent: 'more' })).words()).toContain('1 Fri Nov 27, 6-8 pm');
    expect(asked.hear(number(3)).words()).toContain('Fri Nov 27, 4-6 pm.');
    expect(asked.hear(repeat).words()).toContain('1 Fri Nov 27, 8-10 am');
  });
  test('other times than those offered', () => {
    const asked = atTime().hear(text('none of these', { intent: 'more' }));
    expect(asked.words()).toContain('1 Wed Nov 25, 10 am-12 pm');
    expect(asked.hear(number(1)).words()).toContain('Wed Nov 25, 10 am-12 pm.');
  });
  test('a time that cannot be had is said so', () => {
    const past = { windows: [{ start: '2026-11-24T08:00', end: null }], precision: 'time', bound: 'at' } as const;
    const asked = atTime().hear(text('today at 8', { intent: 'answer', when: past }));
    expect(asked.value).toBe('askingTime');
    expect(asked.words()).toContain("That time can't be had");
  });
  test('as soon as possible, and an emergency', () => {
    expect(
      atTime()
        .hear(text('asap', { intent: 'answer' }))
        .words(),
    ).toContain('Tue Nov 24, 12-2 pm (or 2-4 pm)');
    const burst = start({ ...wholeJob, reading: { ...wholeJob.reading, when: null, urgency: 'emergency' } });
    expect(burst.words()).toContain('Tue Nov 24, 9:15-11:15 am (or 11:15 am-1:15 pm)');
  });
  test('a summary that lay for days asks for the time again', () => {
    const late = start(wholeJob).hear(number(1), '2026-11-28T15:00:00Z');
    expect(late.value).toBe('askingTime');
    expect(late.orders('tell')).toEqual([]);
    expect(late.words()).toContain("That time can't be had");
    expect(late.words()).toContain('1 Sat Nov 28, 12-2 pm');
  });
});

describe('corrections', () => {
  test('another time in the summary', () => {
    const asked = start(wholeJob).hear(text('no, friday at 9', { intent: 'correct', when: fridayAt9 }));
    expect(asked.value).toBe('confirming');
    expect(asked.words()).toMatch(/^Ok, changed. Kitchen sink leaking at .*, Fri Nov 27, 9-11 am\./);
  });
  test('another job, another address', () => {
    const fence = text('actually the fence fell', { intent: 'correct', categories: [trade('fence_deck')] });
    expect(start(wholeJob).hear(fence).words()).toContain('actually the fence fell at 1204 Oak Hill Rd');
    const elm = { ...oakHill, street: '5 Elm St', zip: '78701', area: 'Austin 78701' };
    const moved = text(
      'no, 5 Elm St 78701',
      { intent: 'correct', place: hint({ street: '5 Elm St', zip: '78701' }) },
      { place: found(elm) },
    );
    expect(start(wholeJob).hear(moved).words()).toContain('at 5 Elm St, Austin 78701, Thu Nov 26, 3-5 pm');
  });
  test('a place in another zone: the time that was said is kept, the number that was chosen is asked again', () => {
    const phoenix = { ...oakHill, zip: '85001', city: 'Phoenix', zone: 'America/Phoenix', area: 'Phoenix 85001' };
    const moved = text(
      'it is in 85001',
      { intent: 'correct', place: hint({ zip: '85001' }) },
      { place: found(phoenix) },
    );
    expect(start(wholeJob).hear(moved).words()).toContain('Phoenix 85001, Thu Nov 26, 3-5 pm');
    expect(start(sink).hear(address).hear(number(1)).hear(moved).value).toBe('askingTime');
  });
  test('by the menu', () => {
    const menu = start(wholeJob).hear(number(2));
    expect(menu.value).toBe('choosingChange');
    expect(menu.hear(number(1)).value).toBe('askingJob');
    expect(menu.hear(number(2)).value).toBe('askingPlace');
    expect(menu.hear(number(3)).value).toBe('askingTime');
    expect(menu.hear(number(4)).value).toBe('dropped');
    expect(menu.hear(back).value).toBe('confirming');
    expect(start(wholeJob).hear(change).value).toBe('choosingChange');
  });
  test('"yes" with the same job sends; "yes but friday" does not', () => {
    const same = text('yes a plumber please', { intent: 'yes', categories: [trade('plumbing')] });
    expect(start(wholeJob).hear(same).value).toBe('sent');
    expect(start(wholeJob).hear(text('yes but friday at 9', { intent: 'yes', when: fridayAt9 })).value).toBe(
      'confirming',
    );
  });
  test('another job at the same time waits', () => {
    const also = text('also my fence is broken', { intent: 'job', categories: [trade('fence_deck')] });
    const asked = start(wholeJob).hear(also);
    expect(asked.words()).toContain('One job at a time');
    expect(asked.words()).toContain('Kitchen sink leaking at');
  });
});

describe('which trade', () => {
  const twofold = text('washer leaks on the floor', {
    intent: 'job',
    categories: [trade('appliance_repair', 0.5), trade('plumbing', 0.45)],
  });
  test('two near ones are asked about', () => {
    const asked = start(twofold);
    expect(asked.words()).toBe(
      'Who should come? 1 an appliance technician, 2 a plumber, 3 someone else. Reply with a number.',
    );
    expect(asked.hear(number(2)).context['trade']).toBe('plumbing');
    expect(asked.hear(number(3)).value).toBe('askingJob');
    expect(asked.hear(text('plumber', { intent: 'answer', categories: [trade('plumbing')] })).value).toBe(
      'askingPlace',
    );
  });
  test('words without a trade are kept', () => {
    const asked = start(text('there is a thing that drips under the cabinet'));
    expect(asked.value).toBe('askingJob');
    expect(asked.words()).toMatch(/^What needs doing/);
    expect(asked.hear(sink).context['words']).toEqual([
      'there is a thing that drips under the cabinet',
      'my kitchen sink is leaking',
    ]);
  });
  test('a photo alone', () => {
    expect(start(text('', {}, { media: ['https://example.test/1.jpg'] })).words()).toContain('I can only read words');
  });
});

describe('danger', () => {
  const gas = text('i smell gas at my stove', {
    intent: 'job',
    danger: 'gas',
    urgency: 'emergency',
    categories: [trade('plumbing')],
  });
  test('safety first, a person is told, nothing goes out', () => {
    const asked = start(gas);
    expect(asked.value).toBe('awaitingSafety');
    expect(asked.words()).toMatch(/^Gas: leave the house now\./);
    expect(asked.orders('alertPerson')).toEqual([{ type: 'alertPerson', about: 'danger', code: null }]);
    const pressed = asked.hear(address).hear(text('thursday', { when: thursdayAfter3 }));
    expect(pressed.value).toBe('awaitingSafety');
    expect(pressed.orders('tell')).toEqual([]);
  });
  test.each([number(1), yes, text("I'm safe"), text('estamos afuera'), text('ok we are out')])('safe: %#', (safe) => {
    const asked = start(gas).hear(safe);
    expect(asked.value).toBe('askingPlace');
    expect(asked.words()).toContain('Good that you are safe.');
  });
  test.each([no, text('i am not safe'), unclear, repeat])('not safe yet: %#', (answer) => {
    expect(start(gas).hear(answer).words()).toContain('leave the house now');
  });
  test('2 brings a person; start over does not make it safe', () => {
    expect(start(gas).hear(number(2)).orders('alertPerson')[0]?.about).toBe('personAsked');
    expect(start(gas).hear(restart).value).toBe('awaitingSafety');
  });
  test('a danger in the middle, even in the answer that would send', () => {
    const late = start(wholeJob).hear(text('yes and now there are sparks', { intent: 'yes', danger: 'sparks' }));
    expect(late.value).toBe('awaitingSafety');
    expect(late.orders('tell')).toEqual([]);
    expect(late.orders('alertPerson')[0]?.about).toBe('danger');
  });
});

describe('nobody is stuck', () => {
  test('two misses in a row bring a person', () => {
    const once = start(wholeJob).hear(unclear);
    expect(once.words()).toMatch(/^Sorry, I didn't get that\. /);
    const twice = once.hear(unclear);
    expect(twice.orders('alertPerson')).toEqual([{ type: 'alertPerson', about: 'misunderstood', code: null }]);
    expect(twice.words()).toContain('A person will read this');
    expect(once.hear(help).hear(unclear).orders('alertPerson')).toEqual([]);
  });
  test('a person, whenever asked for', () => {
    expect(start(wholeJob).hear(number(3)).orders('alertPerson')[0]?.about).toBe('personAsked');
    expect(start(sink).hear(agent).words()).toMatch(
      /^A person will text you here soon\. Plumbing: what is the address/,
    );
  });
  test('back, one step at a time', () => {
    let asked = start(wholeJob).hear(back);
    expect(asked.value).toBe('askingTime');
    asked = asked.hear(back);
    expect(asked.value).toBe('askingPlace');
    asked = asked.hear(back);
    expect(asked.value).toBe('askingJob');
    expect(asked.hear(back).value).toBe('askingJob');
  });
  test('start over, drop', () => {
    const again = start(wholeJob).hear(restart);
    expect(again.value).toBe('askingJob');
    expect(again.context['place']).toBeNull();
    const dropped = start(wholeJob).hear(drop);
    expect(dropped.value).toBe('dropped');
    expect(dropped.hear(wholeJob).value).toBe('confirming');
  });
  test('silence: one nudge, then rest, then it goes on', () => {
    const asked = start(sink);
    expect(asked.orders('setTimer')).toEqual([{ type: 'setTimer', name: 'draft.idled', at: '2026-11-25T15:10:00Z' }]);
    const nudged = asked.hear({ type: 'draft.idled' }, '2026-11-25T15:10:00Z');
    expect(nudged.words()).toMatch(/^Still want this done\? Plumbing: what is the address/);
    expect(nudged.orders('setTimer')[0]?.at).toBe('2026-12-01T15:10:00Z');
    const rested = nudged.hear({ type: 'draft.idled' }, '2026-12-01T15:10:00Z');
    expect([rested.value, rested.words()]).toEqual(['rested', '']);
    expect(rested.hear(wholeJob, '2026-12-02T15:10:00Z').value).toBe('askingTime');
  });
  test('a text to a request that was sent', () => {
    expect(start(wholeJob).hear(number(1)).hear(number(1)).words()).toContain('Your request is with the pros');
  });
});
