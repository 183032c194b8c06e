import { afterAll, beforeAll, expect, it } from 'vitest';
import { account } from '../../sandbox/account.ts';
import { ask, refusalOf, sdkFor, startRig, type Rig, type Sdk } from './rig.ts';

const { number } = account.twilio;
const person = '+15125550101';

// Wrong on purpose: the wire log is for requests that must be right.
let rig: Rig;
let sdk: Sdk;
beforeAll(async () => {
  rig = await startRig({ isLogged: false });
  sdk = sdkFor(rig.url);
});
afterAll(() => rig.close());

it.each([
  ['a body of 1601 characters', { body: 'a'.repeat(1_601) }, 400, 21_617],
  ['no body', { body: '' }, 400, 21_602],
  ['a number that is none', { to: '+1512', body: 'x' }, 400, 21_211],
  ["Twilio's magic number", { to: '+15005550001', body: 'x' }, 400, 21_211],
  ['a sender that is not ours', { from: '+15125559999', body: 'x' }, 400, 21_606],
  ['two channels', { to: `whatsapp:${person}`, body: 'x' }, 400, 21_910],
  ['a foreign WhatsApp sender', { to: `whatsapp:${person}`, from: 'whatsapp:+15125559999', body: 'x' }, 400, 63_007],
  ['an unknown template', { contentSid: `HX${'0'.repeat(32)}` }, 400, 21_655],
])('refuses %s', async (_what, order, status, code) => {
  expect(await refusalOf(sdk.messages.create({ to: person, from: number, ...order }))).toMatchObject({
    status,
    code,
  });
});

it('refuses a wrong token with the envelope of Twilio', async () => {
  expect(await refusalOf(sdkFor(rig.url, 'wrong').messages.list({ limit: 1 }))).toMatchObject({
    status: 401,
    code: 20_003,
  });
  const bare = await ask(`${rig.url}/2010-04-01/Accounts/${account.twilio.accountSid}/Messages.json`);
  expect(bare.body).toEqual({
    code: 20_003,
    message: 'Authenticate',
    more_info: 'https://www.twilio.com/docs/errors/20003',
    status: 401,
  });
});
