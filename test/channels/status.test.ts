import { describe, expect, it } from 'vitest';
import { isBadNews, parseStatus, statusRank } from '../../src/channels/status.ts';

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
  it('from each status to every later one, and to nothing unknown', () => {
    const ranks = ['teleported', 'accepted', 'queued', 'sending', 'sent', 'delivered', 'read'].map(statusRank);
    expect(ranks).toEqual([...new Set(ranks)].sort((left, right) => left - right));
  });

  it('not from one end to the other', () => {
    expect(statusRank('undelivered')).toBe(statusRank('delivered'));
    expect(statusRank('failed')).toBeGreaterThan(statusRank('sent'));
  });

  it('knows which ends are bad', () => {
    expect(['delivered', 'sent', 'read', 'canceled'].some(isBadNews)).toBe(false);
    expect(['undelivered', 'failed'].every(isBadNews)).toBe(true);
  });
});
