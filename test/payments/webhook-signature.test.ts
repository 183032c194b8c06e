import { describe, expect, it } from 'vitest';
import { readStripeEvent } from '../../src/payments/webhook.ts';
import { secrets, snapshot, session, sign } from './stripe-events.ts';

describe('an event is believed', () => {
  const rawBody = JSON.stringify(snapshot('checkout.session.completed', session));
  const outcome = (change: Partial<Parameters<typeof readStripeEvent>[0]>) =>
    readStripeEvent({ rawBody, signature: sign(rawBody), secrets, ...change }).outcome;

  it('when any of the secrets has signed it, as text or as bytes', () => {
    expect(outcome({})).toBe('event');
    expect(outcome({ rawBody: Buffer.from(rawBody) })).toBe('event');
    expect(outcome({ secrets: ['whsec_new', 'whsec_snapshot'] })).toBe('event');
    expect(outcome({ signature: `${sign(rawBody, 'whsec_old')},${sign(rawBody).split(',')[1]!}` })).toBe('event');
  });

  it.each([
    ['no signature', { signature: undefined }],
    ['an empty signature', { signature: '' }],
    ['a signature that is none', { signature: 'v1=1' }],
    ['another secret', { signature: sign(rawBody, 'whsec_guess') }],
    ['no secret', { secrets: [] }],
    ['an empty secret', { secrets: [''], signature: sign(rawBody, ' ') }],
    ['one byte changed', { rawBody: rawBody.replace('14700', '14701') }],
    ['an old signature', { signature: sign(rawBody, 'whsec_snapshot', Math.floor(Date.now() / 1_000) - 600) }],
    ['nothing in it', { rawBody: '', signature: sign('') }],
    ['words in it', { rawBody: 'hello', signature: sign('hello') }],
    ['something else in it', { rawBody: '{"object":"charge"}', signature: sign('{"object":"charge"}') }],
  ])('never with %s', (_what, change) => {
    expect(outcome(change)).toBe('badSignature');
  });
});
