import { describe, expect, test } from 'vitest';
import { requestMachine } from '../../src/machines/request.ts';
import {
  address,
  agent,
  back,
  change,
  drop,
  found,
  fridayAt9,
  help,
  hint,
  no,
  number,
  oakHill,
  repeat,
  restart,
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

describe('corrections', () => {
  test('another time in the summary', () => {
    const asked = start(wholeJob).hear(text('no, friday at 9', { intent: 'correct', when: fridayAt9 }));
    expect(asked.value).toBe('confirming');
    expect(asked.words()).toMatch(/^Ok, changed. Plumbing: Kitchen sink leaking at .*, Fri Nov 27, 9-11 am\./);
  });
  test('what to change is named by its word too', () => {
    const menu = start(wholeJob).hear(number(2));
    expect(menu.hear(text('the time')).value).toBe('askingTime');
    expect(menu.hear(text('wrong address')).value).toBe('askingPlace');
    expect(menu.hear(text('drop it')).value).toBe(menu.hear(number(4)).value);
  });
  test('a house number alone, and a text that only looks like one for a long time', () => {
    const asked = start(wholeJob);
    expect(asked.hear(text('no its 1501', { intent: 'no' })).words()).toContain('at 1501 Oak Hill Rd');
    expect(asked.hear(text('its actually 1206', { intent: 'unclear' })).words()).toContain('at 1206 Oak Hill Rd');
    // would take years if the pattern could be read in two ways
    expect(asked.hear(text(`${'no '.repeat(530)}x`, { intent: 'unclear' })).value).toBe('confirming');
  });
  test('another job, another address', () => {
    const fence = text('actually the fence fell', {
      intent: 'correct',
      categories: [trade('fence_deck')],
      about: 'The fence fell',
    });
    expect(start(wholeJob).hear(fence).words()).toContain('Fences and decks: The fence fell at 1204 Oak Hill Rd');
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
      'There is a thing that drips under the cabinet',
      'My kitchen sink is leaking',
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
  test.each([
    [no, 'leave the house now'],
    [repeat, 'leave the house now'],
    [text('i am not safe'), 'First: is everybody safe?'],
    [text('hurry please'), 'First: is everybody safe?'],
  ])('not safe yet: %#', (answer, words) => {
    const asked = start(gas).hear(answer);
    expect([asked.value, asked.words()]).toEqual(['awaitingSafety', expect.stringContaining(words)]);
  });
  test('what is over begins anew only when it is said to', () => {
    const safe = start(gas).hear(text('its fine now'));
    expect(safe.words()).toContain('Good that you are safe.');
    expect(safe.hear(text('it smelled of gas by the stove', { danger: 'gas' })).value).toBe('askingPlace');
    expect(safe.hear(text('it smells of gas again', { danger: 'gas' })).value).toBe('awaitingSafety');
    expect(safe.hear(text('there are sparks', { danger: 'sparks' })).value).toBe('awaitingSafety');
  });
  test('whether to call 911 is answered', () => {
    expect(
      start(gas)
        .hear(text('should i call 911', { intent: 'question' }))
        .words(),
    ).toMatch(/^If anybody may be in danger: yes, call 911 now\. First: /);
  });
  test('whoever is hurt: help that is there lets it go on', () => {
    const hurt = start(text('he is not breathing', { intent: 'job', danger: 'medical' }));
    expect(hurt.hear(text('i called 911')).value).toBe('askingJob');
    expect(start(gas).hear(text('i called 911')).value).toBe('awaitingSafety');
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
