import { describe, expect, test } from 'vitest';
import { requestMachine } from '../../src/machines/request.ts';
import {
  address,
  found,
  friday,
  hint,
  no,
  number,
  oakHill,
  person,
  repeat,
  sink,
  street,
  talk,
  text,
  trade,
  wholeJob,
  yes,
  zip,
} from './talk.ts';

const start = (event: Parameters<typeof talk>[1]) => talk(requestMachine, event);

describe('the shortest way', () => {
  test('one text and a "1" send the request', () => {
    const asked = start(wholeJob);
    expect(asked.value).toBe('confirming');
    expect(asked.words()).toBe(
      'Plumbing: Kitchen sink leaking at 1204 Oak Hill Rd, Austin 78704, Thu Nov 26, 3-5 pm (or 5-7 pm). Most jobs like this: $125-$450; you see the price before you pay. 1 send, 2 change, 3 person',
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
    expect(asked.words()).toContain('at 1204 Oak Hill Rd, Austin 78704, Tue Nov 24, 4-6 pm. Most jobs');
    const [letter] = asked.hear(yes).orders('tell');
    expect(letter?.event).toMatchObject({ windows: [{ start: '2026-11-24T22:00:00Z' }] });
  });

  test('of two jobs in one text the first is taken, in its own words', () => {
    const two = start(
      text('sink leaks and the outlet is dead', {
        intent: 'job',
        categories: [trade('plumbing'), trade('electrical')],
        jobs: [
          { ...trade('plumbing'), words: 'Sink leaks' },
          { ...trade('electrical'), words: 'The outlet is dead' },
        ],
      }),
    );
    expect(two.context).toMatchObject({ trade: 'plumbing', words: ['Sink leaks'] });
    expect(two.words()).toMatch(/^One job at a time/);
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
  test('"now the toilet is clogged" names no time', () => {
    const open = { windows: [{ start: '2026-11-24T09:10', end: null }], precision: 'time', bound: 'after' } as const;
    const telling = text('now the toilet is clogged', { intent: 'job', categories: [trade('plumbing')], when: open });
    expect(start(telling).hear(address).value).toBe('askingTime');
    expect(
      start({ ...telling, reading: { ...telling.reading, words: 'toilet clogged, come now' } }).hear(address).value,
    ).toBe('confirming');
  });
  test('a summary that lay for days asks for the time again', () => {
    const late = start(wholeJob).hear(number(1), '2026-11-28T15:00:00Z');
    expect(late.value).toBe('askingTime');
    expect(late.orders('tell')).toEqual([]);
    expect(late.words()).toContain("That time can't be had");
    expect(late.words()).toContain('1 Sat Nov 28, 12-2 pm');
  });
});
