import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { account } from '../../sandbox/account.ts';
import { ask, eventually, refusalOf, sdkFor, startRig, textsOf, type Rig, type Sdk } from './rig.ts';

const { number } = account.twilio;
const person = '+15125550101';

let rig: Rig;
let sdk: Sdk;
beforeAll(async () => {
  rig = await startRig();
  sdk = sdkFor(rig.url);
});
afterAll(() => rig.close());

describe('sending by the real SDK', () => {
  it('answers queued, then reports sent and delivered by signed callbacks', async () => {
    const statusCallback = `${rig.appUrl}/webhooks/twilio/status/b1.2.0`;
    const message = await sdk.messages.create({ to: person, from: number, body: 'Hello from Fixline', statusCallback });
    expect(message).toMatchObject({ status: 'queued', direction: 'outbound-api', numSegments: '1', dateSent: null });
    await eventually(() => rig.heard.length === 2);
    expect(rig.statuses()).toEqual(['sent', 'delivered']);
    expect(rig.heard.every(({ isSigned, path }) => isSigned && path === '/webhooks/twilio/status/b1.2.0')).toBe(true);
    expect(rig.heard[1]?.form).toMatchObject({
      MessageSid: message.sid,
      SmsStatus: 'delivered',
      From: number,
      To: person,
    });
    expect(rig.heard[1]?.form).not.toHaveProperty('Body');
    expect((await sdk.messages(message.sid).fetch()).status).toBe('delivered');
  });

  it('shows the text on the phone, with its segments', async () => {
    const to = '+15125550102';
    await sdk.messages.create({ to, from: number, body: `${'a'.repeat(160)}b` });
    const { texts } = await textsOf(rig, to, '?waitMs=1000');
    expect(texts).toMatchObject([{ direction: 'out', from: number, to, segments: 2, buttons: [] }]);
  });

  it('sends through the messaging service: accepted without a sender at first', async () => {
    const service = account.twilio.messagingServiceSid;
    const message = await sdk.messages.create({ to: person, messagingServiceSid: service, body: 'By the service' });
    expect(message).toMatchObject({ status: 'accepted', from: null, numSegments: '0' });
    await eventually(() => rig.sandbox.world.busy.count() === 0);
    expect(await sdk.messages(message.sid).fetch()).toMatchObject({
      status: 'delivered',
      from: number,
      numSegments: '1',
    });
  });

  it('redacts and deletes at Twilio; the phone keeps what it got', async () => {
    const to = '+15125550103';
    const message = await sdk.messages.create({ to, from: number, body: 'Secret' });
    expect((await sdk.messages(message.sid).update({ body: '' })).body).toBe('');
    expect(await sdk.messages(message.sid).remove()).toBe(true);
    expect(await refusalOf(sdk.messages(message.sid).fetch())).toMatchObject({ status: 404, code: 20_404 });
    expect((await textsOf(rig, to)).texts[0]?.body).toBe('Secret');
  });
});

describe('the list of messages', () => {
  it('pages from the newest to the oldest, each once, while new ones come in', async () => {
    const to = '+15125550104';
    for (let count = 1; count <= 7; count += 1)
      await sdk.messages.create({ to, from: number, body: `number ${count}` });
    const first = await sdk.messages.page({ to, pageSize: 3 });
    await sdk.messages.create({ to, from: number, body: 'number 8' });
    const second = await first.nextPage();
    const third = await second?.nextPage();
    const bodies = [first, second, third].flatMap((page) => page?.instances.map(({ body }) => body) ?? []);
    expect(bodies).toEqual([7, 6, 5, 4, 3, 2, 1].map((count) => `number ${count}`));
    expect(await third?.nextPage()).toBeUndefined();
  });

  it('filters by both ends and by the time it was sent', async () => {
    const to = '+15125550105';
    const early = await sdk.messages.create({ to, from: number, body: 'early' });
    await ask(`${rig.url}/clock`, 'POST', { advance: 'PT2H' });
    const after = rig.sandbox.world.clock.now();
    await sdk.messages.create({ to, from: number, body: 'late' });
    await eventually(() => rig.sandbox.world.busy.count() === 0);
    const bodies = async (filter: object) => (await sdk.messages.list({ to, ...filter })).map(({ body }) => body);
    expect(await bodies({ dateSentAfter: after })).toEqual(['late']);
    expect(await bodies({ dateSentBefore: new Date(after.getTime() - 60_000) })).toEqual(['early']);
    expect(await bodies({ from: '+15125559999' })).toEqual([]);
    expect((await sdk.messages(early.sid).fetch()).dateSent.getTime()).toBeLessThan(after.getTime() - 7_100_000);
  });
});

describe('numbers and lookups', () => {
  it('lets the webhook of our number be changed', async () => {
    const [ours] = await sdk.incomingPhoneNumbers.list({ phoneNumber: number });
    expect(ours?.smsUrl).toBe(`${rig.appUrl}/webhooks/twilio/messages#rc=5&rp=all`);
    const changed = await sdk.incomingPhoneNumbers(ours!.sid).update({ smsUrl: `${rig.appUrl}/other` });
    expect(changed.smsUrl).toBe(`${rig.appUrl}/other`);
  });

  it('knows a number from something else', async () => {
    const good = await sdk.lookups.v2.phoneNumbers(person).fetch({ fields: 'line_type_intelligence' });
    expect(good).toMatchObject({ valid: true, countryCode: 'US', lineTypeIntelligence: { type: 'mobile' } });
    expect((await sdk.lookups.v2.phoneNumbers('+1512').fetch()).valid).toBe(false);
  });
});
