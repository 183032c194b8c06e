import { expect, it } from 'vitest';
import { account } from '../../sandbox/account.ts';
import { readConfig } from '../../src/config.ts';

it('the app and the sandbox publish the same account', () => {
  const { twilio, stripe } = readConfig({});
  expect(twilio).toMatchObject({
    accountSid: account.twilio.accountSid,
    authTokens: [account.twilio.authToken],
    number: account.twilio.number,
    whatsappNumber: account.twilio.whatsappNumber,
  });
  expect(stripe).toMatchObject({
    secretKey: account.stripe.secretKey,
    webhookSecrets: [account.stripe.webhookSecret, account.stripe.thinWebhookSecret],
  });
});
