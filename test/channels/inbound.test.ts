import { describe, expect, it } from 'vitest';
import { parseInbound } from '../../src/channels/inbound.ts';

const hex = '0123456789abcdef0123456789abcdef';
/** As Twilio sends it for a long code in Austin. */
const sms = {
  ToCountry: 'US',
  ToState: 'TX',
  SmsMessageSid: `SM${hex}`,
  NumMedia: '0',
  ToCity: 'AUSTIN',
  FromZip: '78704',
  SmsSid: `SM${hex}`,
  FromState: 'TX',
  SmsStatus: 'received',
  FromCity: 'AUSTIN',
  Body: 'Kitchen sink leaking, thursday after 3, 1204 Oak Hill Rd 78704',
  FromCountry: 'US',
  To: '+15125550000',
  ToZip: '78701',
  NumSegments: '1',
  MessageSid: `SM${hex}`,
  AccountSid: `AC${hex}`,
  From: '+15125550100',
  ApiVersion: '2010-04-01',
};
const mms = {
  ...sms,
  MessageSid: `MM${hex}`,
  Body: '',
  NumMedia: '2',
  MediaContentType0: 'image/jpeg',
  MediaUrl0: `https://api.twilio.com/2010-04-01/Accounts/AC${hex}/Messages/MM${hex}/Media/ME${hex}`,
  MediaContentType1: 'video/mp4',
  MediaUrl1: 'https://api.twilio.com/second',
};
const whatsapp = {
  SmsMessageSid: `SM${hex}`,
  NumMedia: '0',
  ProfileName: 'Ana',
  MessageType: 'text',
  SmsSid: `SM${hex}`,
  WaId: '15125550100',
  SmsStatus: 'received',
  Body: 'hola',
  To: 'whatsapp:+15125550000',
  NumSegments: '1',
  ReferralNumMedia: '0',
  MessageSid: `SM${hex}`,
  AccountSid: `AC${hex}`,
  ChannelMetadata: '{"type":"whatsapp","data":{"context":{"ProfileName":"Ana","WaId":"15125550100"}}}',
  From: 'whatsapp:+15125550100',
  ApiVersion: '2010-04-01',
};
const plain = { buttonPayload: null, location: null, optOutType: null, media: [] };

describe('the form of an inbound text becomes', () => {
  it('an SMS', () => {
    expect(parseInbound(sms)).toEqual({
      sid: `SM${hex}`,
      thread: 'sms:+15125550100',
      to: '+15125550000',
      body: 'Kitchen sink leaking, thursday after 3, 1204 Oak Hill Rd 78704',
      ...plain,
    });
  });

  it('an MMS with its pictures in order and no words', () => {
    expect(parseInbound(mms)).toMatchObject({ sid: `MM${hex}`, body: '', media: [mms.MediaUrl0, mms.MediaUrl1] });
  });

  it('a WhatsApp text, its thread the address as Twilio writes it', () => {
    expect(parseInbound(whatsapp)).toEqual({
      sid: `SM${hex}`,
      thread: 'whatsapp:+15125550100',
      to: 'whatsapp:+15125550000',
      body: 'hola',
      ...plain,
    });
  });

  it('a WhatsApp text of somebody who hides the number', () => {
    const hidden = {
      ...whatsapp,
      From: 'whatsapp:US.13491208655302741918',
      WaId: '',
      ExternalUserId: 'whatsapp:US.13491208655302741918',
    };
    expect(parseInbound(hidden)?.thread).toBe('whatsapp:US.13491208655302741918');
  });

  it('a tapped button, by its id', () => {
    const tapped = { ...whatsapp, MessageType: 'button', Body: 'Yes', ButtonText: 'Yes', ButtonPayload: '1' };
    expect(parseInbound(tapped)).toMatchObject({ body: 'Yes', buttonPayload: '1' });
  });

  it('an item of a list, by its id', () => {
    const picked = { ...whatsapp, MessageType: 'interactive', Body: 'Thursday', ListId: 'thu', ListTitle: 'Thursday' };
    expect(parseInbound(picked)).toMatchObject({ body: 'Thursday', buttonPayload: 'thu' });
  });

  it('a pin on the map', () => {
    const pin = {
      ...whatsapp,
      MessageType: 'location',
      Body: '',
      Latitude: '30.2501',
      Longitude: '-97.7501',
      Label: 'Home',
    };
    expect(parseInbound(pin)?.location).toEqual({ lat: 30.2501, lon: -97.7501 });
  });

  it.each([
    ['empty', { Latitude: '', Longitude: '' }],
    ['half', { Latitude: '30.25' }],
    ['beyond the poles', { Latitude: '95', Longitude: '0' }],
    ['words', { Latitude: 'north', Longitude: 'west' }],
  ])('no pin when it is %s', (_what, pin) => {
    expect(parseInbound({ ...whatsapp, ...pin })?.location).toBeNull();
  });

  it.each(['STOP', 'START', 'HELP'] as const)('%s as Advanced Opt-Out read it', (word) => {
    expect(parseInbound({ ...sms, Body: word, OptOutType: word })?.optOutType).toBe(word);
  });

  it('the same whatever Twilio adds, and with fields that come twice', () => {
    const more = {
      ...sms,
      AddOns: '{}',
      NewThing: 'x',
      Body: ['first', 'second'],
      OptOutType: 'MAYBE',
      ButtonPayload: '',
    };
    expect(parseInbound(more)).toMatchObject({ body: 'first', optOutType: null, buttonPayload: null });
  });

  it('a short code, which some carriers text from', () => {
    expect(parseInbound({ ...sms, From: '72345' })?.thread).toBe('sms:72345');
  });

  it('only pictures whose address can be read', () => {
    expect(parseInbound({ ...mms, MediaUrl1: 'not an address' })?.media).toEqual([mms.MediaUrl0]);
    expect(parseInbound({ ...mms, NumMedia: '9999' })?.media).toEqual([]);
  });

  it.each([
    ['nothing', {}],
    ['no sid', { ...sms, MessageSid: undefined }],
    ['a sid of something else', { ...sms, MessageSid: `CA${hex}` }],
    ['no sender', { ...sms, From: '' }],
    ['a channel that we do not speak', { ...sms, From: 'messenger:123456' }],
    ['no receiver', { ...sms, To: undefined }],
  ])('null for %s', (_what, form) => {
    expect(parseInbound(form)).toBeNull();
  });
});
