import { expect, test } from 'vitest';
import { isBeforeQuestion, unanswered } from '../../src/conversations/late-answer.ts';
import type { ActorImage, InboxItem } from '../../src/conversations/ports/actor.ts';
import type { Reading } from '../../src/domain/reading.ts';
import { understand } from '../../src/language/understand.ts';

const ASKED_AT = '2026-03-06T15:00:00.000Z';
const image = (at?: string) =>
  ({
    facts: { asked: { conversation: 'j', state: 'approving', kind: 'choice', options: ['1', '2'], ...(at && { at }) } },
  }) as unknown as ActorImage;
const sentAt = (at: string) => [{ at: new Date(at) }] as unknown as readonly InboxItem[];
const read = (text: string): Reading =>
  understand(text, {
    now: '2026-03-06T09:00',
    zone: 'America/Chicago',
    language: 'en',
    asked: { kind: 'choice', options: ['1', '2'] },
  });

test('a text that was sent before the last question, and came after it, is known by its date', () => {
  expect(isBeforeQuestion(image(ASKED_AT), sentAt('2026-03-06T14:50:00Z'))).toBe(true);
  expect(isBeforeQuestion(image(ASKED_AT), sentAt('2026-03-06T15:00:04Z'))).toBe(false);
  // Twilio's dates are whole seconds
  expect(isBeforeQuestion(image(ASKED_AT), sentAt('2026-03-06T14:59:59Z'))).toBe(false);
  expect(isBeforeQuestion(image(), sentAt('2026-03-06T14:50:00Z'))).toBe(false);
});

test('a bare answer of before asks again; words of a provider, and whatever says more, are heard as they are', () => {
  for (const words of ['1', 'yes', '5', 'no thanks'])
    expect(unanswered(read(words))).toMatchObject({ choice: null, rating: null, intent: 'repeat' });
  for (const words of ['DONE', 'Y K7', 'the sink in the kitchen is leaking again'])
    expect(unanswered(read(words))).toEqual(read(words));
});
