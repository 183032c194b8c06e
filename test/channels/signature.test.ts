import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isSignedByTwilio } from '../../src/channels/signature.ts';

const url = 'https://fixline.example/webhooks/twilio/messages';
const params = { Body: 'hi', From: '+15125550100', To: '+15125550000' };
/** twilio.com/docs/usage/security: the address, then each name and value in order of names. */
const sign = (token: string, signed = `${url}BodyhiFrom+15125550100To+15125550000`): string =>
  createHmac('sha1', token).update(signed).digest('base64');
const request = { tokens: ['secret'], signature: sign('secret'), url, params };

describe('a request is Twilio’s', () => {
  it('when the account’s token signed it', () => {
    expect(isSignedByTwilio(request)).toBe(true);
  });

  it('when any token of a rotation signed it', () => {
    expect(isSignedByTwilio({ ...request, tokens: ['new', 'secret'] })).toBe(true);
  });

  it('with the published example of Twilio’s own libraries', () => {
    const example = {
      tokens: ['12345'],
      signature: 'RSOYDt4T1cUTdK1PDd93/VVr8B8=',
      url: 'https://mycompany.com/myapp.php?foo=1&bar=2',
      params: {
        CallSid: 'CA1234567890ABCDE',
        Digits: '1234',
        From: '+14158675309',
        To: '+18005551212',
        Caller: '+14158675309',
      },
    };
    expect(isSignedByTwilio(example)).toBe(true);
  });
});

describe('a request is not Twilio’s', () => {
  it.each([
    ['another token', { signature: sign('guess') }],
    ['no signature', { signature: undefined }],
    ['an empty signature', { signature: '' }],
    ['other words', { params: { ...params, Body: 'ho' } }],
    ['one field more', { params: { ...params, Extra: '1' } }],
    ['another address', { url: `${url}/` }],
    ['another scheme', { url: url.replace('https', 'http') }],
    ['an address that is none', { url: '/webhooks/twilio/messages' }],
    ['no token', { tokens: [] }],
    ['an empty token', { tokens: [''] }],
  ])('with %s', (_what, change) => {
    expect(isSignedByTwilio({ ...request, ...change })).toBe(false);
  });
});
