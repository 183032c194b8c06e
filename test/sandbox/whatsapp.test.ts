import { afterAll, beforeAll, expect, it } from 'vitest';
import { account } from '../../sandbox/account.ts';
import { ask, eventually, sdkFor, startRig, textsOf, write, type Rig, type Sdk } from './rig.ts';

const from = `whatsapp:${account.twilio.whatsappNumber}`;

let rig: Rig;
let sdk: Sdk;
beforeAll(async () => {
  rig = await startRig();
  sdk = sdkFor(rig.url);
});
afterAll(() => rig.close());

// The SDK's types say friendlyName and twilioQuickReply, and would send them unchanged: the API knows wire names only.
const quickReply = {
  friendly_name: 'choose',
  language: 'en',
  variables: { 1: 'Ana' },
  types: {
    'twilio/quick-reply': {
      body: 'Hi {{1}}, book it?',
      actions: [
        { title: 'Yes', id: 'yes.1' },
        { title: 'No', id: 'no.1' },
      ],
    },
  },
} as unknown as Parameters<Sdk['content']['v1']['contents']['create']>[0];

const errorOf = async (sid: string) => {
  await eventually(() => rig.sandbox.world.busy.count() === 0);
  const { status, errorCode } = await sdk.messages(sid).fetch();
  return { status, errorCode };
};

it('takes free words only within 24 hours of the last inbound text, and says so by callback', async () => {
  const phone = '+15125550111';
  const order = { to: `whatsapp:${phone}`, from, body: 'Hello', statusCallback: `${rig.appUrl}/status` };
  const cold = await sdk.messages.create(order);
  expect(await errorOf(cold.sid)).toEqual({ status: 'undelivered', errorCode: 63_016 });
  expect(rig.heard.at(-1)?.form).toMatchObject({
    MessageStatus: 'undelivered',
    ErrorCode: '63016',
    ChannelPrefix: 'whatsapp',
  });

  await write(rig, phone, { body: 'Hi', channel: 'whatsapp' });
  expect(rig.inbound()[0]?.form).toMatchObject({
    From: `whatsapp:${phone}`,
    WaId: phone.slice(1),
    MessageType: 'text',
  });
  expect(await errorOf((await sdk.messages.create(order)).sid)).toEqual({ status: 'delivered', errorCode: null });

  await ask(`${rig.url}/clock`, 'POST', { advance: 'PT24H1M' });
  expect(await errorOf((await sdk.messages.create(order)).sid)).toEqual({ status: 'undelivered', errorCode: 63_016 });
});

it('shows a quick reply as words and buttons; a tap brings the payload', async () => {
  const phone = '+15125550112';
  await write(rig, phone, { body: 'Hi', channel: 'whatsapp' });
  const content = await sdk.content.v1.contents.create(quickReply);
  const menu = await sdk.messages.create({
    ...{ to: `whatsapp:${phone}`, from, contentSid: content.sid },
    contentVariables: JSON.stringify({ 1: 'Luis' }),
  });
  const shown = (await textsOf(rig, phone)).texts.at(-1);
  expect(shown).toMatchObject({
    body: 'Hi Luis, book it?',
    buttons: [
      { id: 'yes.1', title: 'Yes' },
      { id: 'no.1', title: 'No' },
    ],
  });

  await write(rig, phone, { button: 'yes.1', channel: 'whatsapp' });
  expect(rig.inbound().at(-1)?.form).toMatchObject({
    ...{ Body: 'Yes', ButtonText: 'Yes', ButtonPayload: 'yes.1', MessageType: 'button' },
    OriginalRepliedMessageSid: menu.sid,
  });
});

it('takes an approved template at any time', async () => {
  const content = await sdk.content.v1.contents.create(quickReply);
  const order = { to: 'whatsapp:+15125550113', from, contentSid: content.sid };
  expect(await errorOf((await sdk.messages.create(order)).sid)).toEqual({ status: 'undelivered', errorCode: 63_016 });
  const asked = await sdk.content.v1
    .contents(content.sid)
    .approvalCreate.create({ name: 'choose', category: 'UTILITY' });
  expect(asked.status).toBe('received');
  const approval = await sdk.content.v1.contents(content.sid).approvalFetch().fetch();
  expect(approval.whatsapp).toMatchObject({ status: 'approved', category: 'UTILITY' });
  expect(await errorOf((await sdk.messages.create(order)).sid)).toEqual({ status: 'delivered', errorCode: null });
  expect((await sdk.content.v1.contents.list()).length).toBeGreaterThan(0);
  expect(await sdk.content.v1.contents(content.sid).remove()).toBe(true);
});

it('writes to somebody who has no number', async () => {
  const phone = 'US.abc123';
  await write(rig, phone, { body: 'Hi', channel: 'whatsapp' });
  const form = rig.inbound().at(-1)?.form;
  expect(form).toMatchObject({ From: `whatsapp:${phone}`, ExternalUserId: `whatsapp:${phone}` });
  expect(form).not.toHaveProperty('WaId');
  const sent = await sdk.messages.create({ to: `whatsapp:${phone}`, from, body: 'Hello' });
  expect(await errorOf(sent.sid)).toEqual({ status: 'delivered', errorCode: null });
});
