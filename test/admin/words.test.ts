import { describe, expect, it } from 'vitest';
import { RESTING } from '../../src/conversations/booking-view.ts';
import { REGISTRY } from '../../src/machines/registry.ts';
import { alertWords, stateWords, timerWords } from '../../src/admin/words/state-words.ts';
import { momentWords, spanWords, windowWords } from '../../src/admin/words/time-words.ts';
import { figureWords, moneyWords, threadWords } from '../../src/admin/words/party-words.ts';

const AUSTIN = 'America/Chicago';
const now = new Date('2035-03-06T15:00:00Z');

/** No one rests in these: they decide at once. */
const PASSING = ['deciding', 'starting'];

describe('states in plain words', () => {
  const states = Object.entries(REGISTRY)
    .filter(([name]) => !['desk', 'membership'].includes(name))
    .flatMap(([name, { machine }]) => Object.keys(machine.states).map((state): [string, string] => [name, state]))
    .filter(([name, state]) => name === 'offer' || !PASSING.includes(state));

  it.each(states)('%s.%s has words of its own', (machine, state) => {
    // One that is listed is the same object each time; one that is spelled is made anew.
    expect(stateWords(machine, state)).toBe(stateWords(machine, state));
  });

  it('knows every state of a booking that rests', () => {
    expect(RESTING.filter((state) => !(state in REGISTRY.booking.machine.states))).toEqual([]);
  });

  it('spells names that nobody has put into words yet', () => {
    expect(stateWords('booking', 'awaitingTheMoon')).toEqual({ words: 'Awaiting the moon', tone: 'works' });
    expect(stateWords('booking', 'needsHuman').tone).toBe('trouble');
    expect(timerWords('moon.risen')).toBe('Moon risen');
    expect(alertWords('eclipse')).toBe('Eclipse');
  });
});

describe('times', () => {
  it.each([
    ['2035-03-06T21:40:00Z', '3:40 pm'],
    ['2035-03-07T15:00:00Z', 'Tomorrow 9 am'],
    ['2035-03-05T15:00:00Z', 'Yesterday 9 am'],
    ['2035-03-08T21:00:00Z', 'Thu, Mar 8, 3 pm'],
    ['2034-01-08T21:00:00Z', 'Jan 8, 2034, 3 pm'],
  ])('%s is %s', (at, words) => {
    expect(momentWords(new Date(at), now, AUSTIN)).toBe(words);
  });

  it('says a window in its own zone, over noon and over a change of clocks', () => {
    const window = (start: string, end: string, zone = AUSTIN) => windowWords({ start, end, zone }, now);
    expect(window('2035-03-08T21:00:00Z', '2035-03-08T23:00:00Z')).toBe('Thu, Mar 8, 3–5 pm CST');
    expect(window('2035-03-08T16:00:00Z', '2035-03-08T18:00:00Z')).toBe('Thu, Mar 8, 10 am–12 pm CST');
    expect(window('2035-03-11T20:00:00Z', '2035-03-11T22:00:00Z')).toBe('Sun, Mar 11, 3–5 pm CDT');
    expect(window('2035-03-06T22:00:00Z', '2035-03-07T00:00:00Z', 'America/Los_Angeles')).toBe('Today, 2–4 pm PST');
  });

  it.each([
    [20_000, 'now'],
    [-61_000, '1 min'],
    [3_599_000, '59 min'],
    [-7_200_000, '2 h'],
    [-200_000_000, '2 d'],
  ])('%d ms are %s', (ms, words) => {
    expect(spanWords(ms)).toBe(words);
  });
});

describe('numbers and money', () => {
  it('groups a number and names WhatsApp', () => {
    expect(threadWords('sms:+15125550100')).toBe('+1 512 555 0100');
    expect(threadWords('whatsapp:US.abc')).toBe('WhatsApp US.abc');
  });
  it('writes cents only when there are some, and always in columns', () => {
    expect([moneyWords(12_900), moneyWords(13_545), figureWords(-13_500), figureWords(423)]).toEqual([
      '$129',
      '$135.45',
      '−$135.00',
      '+$4.23',
    ]);
  });
});
