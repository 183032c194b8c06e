import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstBurst, isAnswer, isMenuAnswer } from '../../src/conversations/gather.ts';
import type { InboxItem } from '../../src/conversations/ports/actor.ts';
import { understand } from '../../src/language/understand.ts';

const START = Date.parse('2035-03-06T15:00:00Z');
const text = (body: string, atMs: number, button: string | null = null): InboxItem => ({
  id: `SM${String(atMs)}`,
  at: new Date(START + atMs),
  readyAt: button !== null || body === 'alto' || isMenuAnswer(body) ? null : new Date(START + atMs + 2_500),
  tries: 0,
  letter: null,
  conversation: null,
  what: { kind: 'text', text: { body, media: [], button, location: null } },
});
const event: InboxItem = { ...text('', 0), id: 'e', what: { kind: 'event', event: { type: 'request.withdrawn' } } };
const never = () => false;
const ready = (items: readonly InboxItem[], answers: (text: string) => boolean = never) => {
  const burst = firstBurst(items, answers);
  return burst && [burst.items.map(({ id }) => id), burst.readyAt.getTime() - START];
};

describe('a burst', () => {
  it('is nothing when no text waits', () => {
    expect(firstBurst([], never)).toBeNull();
    expect(firstBurst([event], never)).toBeNull();
  });

  it('waits 2.5 s after its last text, 1.2 s when it answers what was asked', () => {
    const items = [text('my sink', 0), text('is leaking', 1_000), event];
    expect(ready(items)).toEqual([['SM0', 'SM1000'], 3_500]);
    expect(ready(items, () => true)).toEqual([['SM0', 'SM1000'], 2_200]);
  });

  it('is read after 15 s although more comes', () => {
    const items = Array.from({ length: 20 }, (_, index) => text(`part ${String(index)}`, index * 1_000));
    expect(ready(items)?.[1]).toBe(15_000);
  });

  it('ends before a menu answer, a tap or STOP, and these never wait', () => {
    expect(ready([text('1', 5)])).toEqual([['SM5'], 5]);
    expect(ready([text('my sink', 0), text('1', 100), text('and so on', 200)])).toEqual([['SM0'], 0]);
    expect(ready([text('Book it', 7, '1'), text('my sink', 8)])).toEqual([['SM7'], 7]);
    expect(ready([text('my sink', 0), text('alto', 100)])).toEqual([['SM0'], 0]);
    expect(ready([text('alto', 100)])).toEqual([['SM100'], 100]);
  });

  it('looks at all of its words together', () => {
    const seen: string[] = [];
    firstBurst([text('my sink', 0), text('leaks', 10)], (words) => {
      seen.push(words);
      return false;
    });
    expect(seen).toEqual(['my sink\nleaks']);
  });

  it('takes every text in exactly one burst, in order', () => {
    const bodies = fc.array(fc.tuple(fc.constantFrom('1', 'Y K7', 'my sink', 'STOP', 'tomorrow'), fc.nat(4_000)), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(bodies, (said) => {
        let at = 0;
        const all = said.map(([body, gap]) => text(body, (at += gap + 1)));
        let left: readonly InboxItem[] = all;
        const taken: InboxItem[] = [];
        for (let burst = firstBurst(left, never); burst !== null; burst = firstBurst(left, never)) {
          expect(burst.items.length).toBeGreaterThan(0);
          taken.push(...burst.items);
          left = left.slice(burst.items.length);
        }
        expect(taken).toEqual(all);
      }),
    );
  });
});

it.each([
  ['1', true],
  [' 2. ', true],
  ['Y K7', true],
  ['K7 Y', true],
  ['yes', true],
  ['sí', true],
  ['OTW', true],
  ['Done!', true],
  ['STOP', true],
  ['yes but later please', false],
  ['12', false],
  ['1204 Oak Hill Rd', false],
  ['', false],
])('%s is a menu answer: %s', (body, isExact) => {
  expect(isMenuAnswer(body)).toBe(isExact);
});

describe('an answer', () => {
  const read = (words: string, kind: 'choice' | 'time' | 'yesNo' | null) =>
    understand(words, {
      now: '2035-03-06T09:00',
      zone: 'America/Chicago',
      language: 'en',
      asked: kind === null ? null : { kind, options: ['1', '2'] },
    });
  const asked = (kind: 'choice' | 'time' | 'yesNo') => ({ conversation: 'c', state: 's', kind, options: ['1', '2'] });

  it('is what was asked for', () => {
    expect(isAnswer(read('tomorrow at 3', 'time'), asked('time'))).toBe(true);
    expect(isAnswer(read('hmm', 'time'), asked('time'))).toBe(false);
    expect(isAnswer(read('the second', 'choice'), asked('choice'))).toBe(true);
    expect(isAnswer(read('no thanks', 'yesNo'), asked('yesNo'))).toBe(true);
  });

  it('is, when nothing was asked, all that a request needs', () => {
    expect(isAnswer(read('kitchen sink leaking', null), null)).toBe(false);
    expect(isAnswer(read('kitchen sink leaking, thursday after 3, 1204 Oak Hill Rd 78704', null), null)).toBe(true);
  });
});
