import { describe, expect, it } from 'vitest';
import { isBadNews, isForward, parseStatus } from '../../src/channels/status.ts';

const hex = '0123456789abcdef0123456789abcdef';
const delivered = {
  SmsSid: `SM${hex}`,
  SmsStatus: 'delivered',
  MessageStatus: 'delivered',
  To: '+15125550100',
  MessageSid: `SM${hex}`,
  AccountSid: `AC${hex}`,
  From: '+15125550000',
  ApiVersion: '2010-04-01',
  RawDlrDoneDate: '2611230301',
};

describe('the form of a status callback becomes', () => {
  it('good news', () => {
    expect(parseStatus(delivered)).toEqual({ sid: `SM${hex}`, status: 'delivered', code: null });
  });

  it('bad news with its code', () => {
    const failed = { ...delivered, MessageStatus: 'undelivered', ErrorCode: '30003' };
    expect(parseStatus(failed)).toEqual({ sid: `SM${hex}`, status: 'undelivered', code: 30003 });
  });

  it('WhatsApp’s blue ticks', () => {
    expect(parseStatus({ ...delivered, MessageStatus: 'read', ErrorCode: '' })).toEqual({
      sid: `SM${hex}`,
      status: 'read',
      code: null,
    });
  });

  it.each([
    ['an inbound text', { ...delivered, MessageStatus: undefined, SmsStatus: 'received' }],
    ['a status that does not exist', { ...delivered, MessageStatus: 'teleported' }],
    ['the name of a method', { ...delivered, MessageStatus: 'toString' }],
    ['no sid', { ...delivered, MessageSid: '' }],
  ])('null for %s', (_what, form) => {
    expect(parseStatus(form)).toBeNull();
  });
});

describe('the log moves forward only', () => {
  const order = ['accepted', 'queued', 'sending', 'sent', 'delivered', 'read'];

  it('from each status to every later one, and never back or in place', () => {
    order.forEach((known, at) =>
      order.forEach((next, then) => {
        expect([known, next, isForward(known, next)]).toEqual([known, next, then > at]);
      }),
    );
  });

  it('from nothing and from the unknown to anything, and to nothing unknown', () => {
    expect(isForward(null, 'queued')).toBe(true);
    expect(isForward('teleported', 'queued')).toBe(true);
    expect(isForward('queued', 'teleported')).toBe(false);
  });

  it('not from one end to the other', () => {
    expect(isForward('delivered', 'undelivered')).toBe(false);
    expect(isForward('failed', 'sent')).toBe(false);
  });

  it('knows which ends are bad', () => {
    expect(['delivered', 'sent', 'read', 'canceled'].some(isBadNews)).toBe(false);
    expect(['undelivered', 'failed'].every(isBadNews)).toBe(true);
  });
});
