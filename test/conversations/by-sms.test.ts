import { describe, expect, it } from 'vitest';
import { smsOf, textFailed } from '../../src/conversations/by-sms.ts';

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
});
