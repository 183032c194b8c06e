import { describe, expect, test } from 'vitest';
import { deskMachine } from '../../src/machines/desk.ts';
import type { ConversationSummary, Event, LiveVisit } from '../../src/machines/events.ts';
import type { Reading } from '../../src/domain/reading.ts';
import { agent, basics, help, number, person, talk, text, trade, unclear, zone } from './talk.ts';

const start = () => talk(deskMachine, unclear);
const answer = (words: string, part: Partial<Reading> = {}, others: readonly ConversationSummary[] = []) =>
  start().hear(text(words, part, { others }));
const windowAt = (day: number) => ({
  start: `2026-11-${String(day)}T21:00:00Z`,
  end: `2026-11-${String(day)}T23:00:00Z`,
  zone,
});
const other = (part: Partial<ConversationSummary>): ConversationSummary => ({
  id: 'c1',
  machine: 'job',
  state: 'booked',
  code: 'K7',
  window: windowAt(26),
  job: { trade: 'plumbing', words: 'sink', urgency: 'normal' },
  area: 'Austin 78704',
  bookingId: 'b1',
  ...part,
});

describe('what the desk says', () => {
  test.each([
    ['hi', { intent: 'greet' }, 'Hi! What needs doing?'],
    ['how does it work', { intent: 'help' }, 'Fixline finds local pros by text.'],
    ['are you a bot', { intent: 'aboutUs' }, 'I am an automated assistant'],
    ['thanks', { intent: 'thanks' }, "You're welcome!"],
    ['status', { intent: 'status' }, 'Nothing is going on right now.'],
    ['1', { intent: 'choose', choice: 1 }, 'Nothing is open for that answer.'],
    ['yes', { intent: 'yes' }, 'Nothing is open for that answer.'],
    ['how much', { intent: 'price' }, 'It depends on the job: plumbing $125-$450, '],
    ['i want my money back', {}, 'A person will text you here soon.'],
    [
      'how much is a plumber',
      { intent: 'price', categories: [trade('plumbing')] },
      'Plumbing: most jobs are $125-$450',
    ],
    ['jobs', { word: 'jobs' }, 'No visits ahead.'],
    ['pay', { word: 'pay' }, 'You are paid after the homeowner says all is good'],
    ['Z9', { code: 'Z9' }, 'I know no Z9 of yours'],
    ['you stupid thing', {}, "I'm sorry this is frustrating."],
  ] as const)('%s', (...[words, part, answered]) => {
    expect(answer(words, part).words()).toContain(answered);
  });

  test('a person, when one is asked for or a provider wants to join', () => {
    expect(start().hear(agent).orders('alertPerson')).toEqual([
      { type: 'alertPerson', about: 'personAsked', code: null },
    ]);
    const joining = answer('join', { word: 'join' });
    expect(joining.words()).toContain('Sign-up by text is not open yet.');
    expect(joining.orders('alertPerson')[0]?.about).toBe('personAsked');
  });

  test('the language that is asked for, in whatever language', () => {
    const spanish = answer('in spanish please', { intent: 'language', language: 'en' });
    expect(spanish.orders('keepFacts')).toEqual([{ type: 'keepFacts', facts: { language: 'es' } }]);
    const english = start().hear(
      text('en ingles por favor', { intent: 'language' }, { person: { ...person, language: 'es' } }),
    );
    expect(english.orders('keepFacts')).toEqual([{ type: 'keepFacts', facts: { language: 'en' } }]);
  });
});

describe('lists', () => {
  test('what is going on, the draft too, without what is over', () => {
    const others = [
      other({}),
      other({ code: 'M4', state: 'approving', job: { trade: 'fence_deck', words: 'fence', urgency: 'normal' } }),
      other({ code: 'P3', state: 'thanked' }),
      other({ machine: 'request', state: 'askingPlace', code: null, job: null, window: null }),
      other({ machine: 'request', state: 'sent', code: null, job: null, window: null }),
    ];
    expect(answer('status', { intent: 'status' }, others).words()).toBe(
      'K7 Plumbing, Thu Nov 26, 3-5 pm, booked\nM4 Fences and decks, Thu Nov 26, 3-5 pm, done, waiting for your ok\nNew request, not sent yet',
    );
  });
  test('a provider’s visits, the next one first', () => {
    const visits = [28, 26, 27, 29].map((day) =>
      other({ machine: 'visit', state: 'booked', code: `V${String(day)}`, window: windowAt(day) }),
    );
    const done = other({ machine: 'visit', state: 'paidOut', code: 'OLD' });
    expect(answer('jobs', { word: 'jobs' }, [done, ...visits]).words()).toBe(
      'V26, Thu Nov 26, 3-5 pm, Austin 78704\nV27, Fri Nov 27, 3-5 pm, Austin 78704\nV28, Sat Nov 28, 3-5 pm, Austin 78704\nand 1 more',
    );
  });
  test('which of several', () => {
    const others = [other({}), other({ code: 'M4', window: windowAt(27) })];
    const asked = start().hear({ ...text('change', { intent: 'change' }, { others }), codes: ['K7', 'M4'] });
    expect(asked.words()).toContain('Which one: K7 plumbing Thu Nov 26, 3-5 pm or M4 plumbing Fri Nov 27, 3-5 pm?');
  });
});

describe('nobody is stuck', () => {
  test.each(Object.entries(basics))('"%s" is answered', (_, event) => {
    expect(start().hear(event).words()).not.toBe('');
  });
  test('two misses in a row bring a person, then it begins anew', () => {
    const once = start().hear(unclear);
    expect(once.words()).toContain("Sorry, I didn't get that.");
    expect(once.hear(help).hear(unclear).orders('alertPerson')).toEqual([]);
    const twice = once.hear(unclear);
    expect(twice.orders('alertPerson')[0]?.about).toBe('misunderstood');
    expect(twice.hear(unclear).orders('alertPerson')).toEqual([]);
    expect(once.hear(number(1)).context).toEqual({ misses: 0 });
  });
});

describe('consent (I6)', () => {
  const booked = { code: 'K7', isBooked: true };
  const unpaid = { code: 'M4', isBooked: false };
  const stop = (by: 'carrierWord' | 'ownWord' | 'meaning', ...live: readonly LiveVisit[]): Event => ({
    type: 'consent.withdrawn',
    by,
    live,
  });
  test('what the carrier has answered is not answered twice', () => {
    expect(start().hear(stop('carrierWord')).effects).toEqual([]);
    expect(start().hear({ type: 'consent.given', by: 'carrierWord' }).effects).toEqual([]);
  });
  test('own words and meaning are confirmed once', () => {
    expect(start().hear(stop('ownWord')).words()).toBe(
      "You won't get any more texts from Fixline. START turns them on again.",
    );
    expect(start().hear(stop('meaning')).orders('say')).toHaveLength(1);
    expect(start().hear({ type: 'consent.given', by: 'ownWord' }).words()).toContain('Texts are on again. What');
    const open = start().hear({ type: 'consent.given', by: 'ownWord', isAnythingOpen: true });
    expect(open.words()).toBe('Texts are on again. STATUS shows where we are.');
  });
  test('who says it again is not told again, until he has come back', () => {
    const out = start().hear(stop('ownWord', booked));
    expect(out.hear(stop('meaning', booked)).effects).toEqual([]);
    const back = out.hear({ type: 'consent.given', by: 'ownWord' });
    expect(back.hear(stop('ownWord')).orders('say')).toHaveLength(1);
  });
  test('one that is agreed on and not paid is no booking, but a person is told', () => {
    const out = start().hear(stop('ownWord', unpaid));
    expect(out.words()).not.toContain('booked');
    expect(out.orders('alertPerson')).toEqual([{ type: 'alertPerson', about: 'optedOut', code: 'M4' }]);
  });
  test('a live visit stays booked, and a person is told', () => {
    expect(start().hear(stop('ownWord', booked)).words()).toContain('Your visit stays booked.');
    for (const by of ['carrierWord', 'ownWord', 'meaning'] as const)
      expect(
        start()
          .hear(stop(by, unpaid, booked))
          .orders('alertPerson'),
      ).toEqual([{ type: 'alertPerson', about: 'optedOut', code: 'K7' }]);
  });
});
