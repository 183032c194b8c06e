import { describe, expect, it } from 'vitest';
import { carryBySms, smsOf, textFailed } from '../../src/conversations/by-sms.ts';
import { emptyDraft } from '../../src/conversations/plan.ts';
import type { ActorImage } from '../../src/conversations/ports/actor.ts';

const failed = (thread: string, code: number | null) =>
  textFailed({ thread, key: 'job.remembered', body: 'Soon', code });

describe('a text that WhatsApp does not take', () => {
  it('has another way where the address is a number', () => {
    expect(smsOf('whatsapp:+15125550100')).toBe('sms:+15125550100');
    for (const thread of ['whatsapp:US.13491208655302741918', 'sms:+15125550100', '']) expect(smsOf(thread)).toBeNull();
  });

  it.each([63_016, 63_024, 63_032, 63_049])('goes that way once: %i', (code) => {
    expect(failed('whatsapp:+15125550100', code)).toMatchObject({ type: 'text.failed', code, words: 'Soon' });
    expect(failed('whatsapp:US.134912086553', code)).not.toHaveProperty('words');
    expect(failed('sms:+15125550100', code)).not.toHaveProperty('words');
  });

  it.each([30_003, 21_610, 63_018, null])('does not when the fault is another: %s', (code) => {
    expect(failed('whatsapp:+15125550100', code)).not.toHaveProperty('words');
  });

  it('does not once its person wants no texts: a STOP is meant for both ways', () => {
    const carried = (state: 'in' | 'out') => {
      const consent = { state, by: 'SM1', at: new Date(0) };
      const image = { _id: 'whatsapp:+15125550100', machines: [], facts: {}, consent } as unknown as ActorImage;
      const event = { type: 'text.failed', key: 'job.remembered', code: 63_016, words: 'Soon' } as const;
      return carryBySms(image, emptyDraft(image, []), { event, conversation: null, now: new Date(0) });
    };
    expect(carried('in')?.orders).toHaveLength(2);
    expect(carried('out')).toBeNull();
  });
});
