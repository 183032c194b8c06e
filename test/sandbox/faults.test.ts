import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { account } from '../../sandbox/account.ts';
import { ask, eventually, refusalOf, sdkFor, startRig, textsOf, write, type Rig, type Sdk } from './rig.ts';

const { number } = account.twilio;
const person = '+15125550101';
const order = { to: person, from: number, body: 'Hello' };

let rig: Rig;
let sdk: Sdk;
beforeEach(async () => {
  rig = await startRig();
  sdk = sdkFor(rig.url);
});
afterEach(() => rig.close());

const fault = (what: object) => ask(`${rig.url}/faults`, 'POST', { peer: 'twilio', ...what });
const onPhone = async () => (await textsOf(rig, person)).texts.map(({ body }) => body);

describe('faults of the API', () => {
  it('500: refused once, nothing done, then as ever', async () => {
    await fault({ kind: 500, times: 1 });
    expect(await refusalOf(sdk.messages.create(order))).toMatchObject({ status: 500, code: 20_500 });
    expect(await onPhone()).toEqual([]);
    expect((await sdk.messages.create(order)).status).toBe('queued');
  });

  it('429: says when to come back', async () => {
    await fault({ kind: '429', times: 1 });
    const answer = await fetch(`${rig.url}/2010-04-01/Accounts/${account.twilio.accountSid}/Messages.json`, {
      headers: { authorization: `Basic ${btoa(`${account.twilio.accountSid}:${account.twilio.authToken}`)}` },
    });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '1']);
    expect(await answer.json()).toMatchObject({ code: 20_429, status: 429 });
  });

  it('reset: cut off, nothing done', async () => {
    await fault({ kind: 'reset', times: 1 });
    expect(await refusalOf(sdk.messages.create(order))).toMatchObject({ code: 'ECONNRESET' });
    expect(await onPhone()).toEqual([]);
  });

  it('reset-after: cut off, but done and reported', async () => {
    await fault({ kind: 'reset-after', times: 1 });
    const told = { ...order, statusCallback: `${rig.appUrl}/status` };
    expect(await refusalOf(sdk.messages.create(told))).toMatchObject({ code: 'ECONNRESET' });
    expect(await onPhone()).toEqual(['Hello']);
    await eventually(() => rig.statuses().length === 2);
    expect((await sdk.messages.list({ to: person })).map(({ body }) => body)).toEqual(['Hello']);
  });

  it('timeout: done at once, answered late', async () => {
    await fault({ kind: 'timeout', times: 1, delayMs: 300 });
    const begun = performance.now();
    const sending = sdk.messages.create(order);
    await eventually(() => rig.sandbox.world.wire.after(0).length > 0);
    expect(await onPhone()).toEqual(['Hello']);
    expect((await sending).status).toBe('queued');
    expect(performance.now() - begun).toBeGreaterThan(290);
  });

  it('strikes only what it names, until it is taken back', async () => {
    await fault({ kind: '500', match: 'unlucky' });
    expect((await sdk.messages.create(order)).status).toBe('queued');
    const unlucky = { ...order, body: 'unlucky' };
    for (let count = 0; count < 3; count += 1)
      expect(await refusalOf(sdk.messages.create(unlucky))).toMatchObject({ status: 500 });
    expect((await ask(`${rig.url}/faults`)).body).toMatchObject([{ kind: '500', taken: 3 }]);
    await ask(`${rig.url}/faults`, 'DELETE');
    expect((await sdk.messages.create(unlucky)).status).toBe('queued');
  });

  it('undelivered: sent, then told by a callback with the code', async () => {
    await fault({ kind: 'undelivered', code: 30_005, match: person, times: 1 });
    const { sid } = await sdk.messages.create({ ...order, statusCallback: `${rig.appUrl}/status` });
    await eventually(() => rig.statuses().length === 2);
    expect(rig.statuses()).toEqual(['sent', 'undelivered']);
    expect(rig.heard[1]?.form['ErrorCode']).toBe('30005');
    expect(await sdk.messages(sid).fetch()).toMatchObject({ status: 'undelivered', errorCode: 30_005 });
    expect((await textsOf(rig, person)).texts[0]).toMatchObject({ status: 'undelivered', error: 30_005 });
  });

  it.each([{ kind: 'nonsense' }, { kind: '500', rate: 2 }, { kind: '500', peer: 'bank' }])(
    'refuses %j',
    async (what) => {
      expect((await fault(what)).status).toBe(400);
    },
  );
});

describe('faults of webhooks', () => {
  const bodies = () => rig.inbound().map(({ form }) => form['Body']);

  it('webhook-twice: the same text comes twice', async () => {
    await fault({ kind: 'webhook-twice', times: 1 });
    const { sid } = await write(rig, person, { body: 'Hi' });
    expect(rig.inbound().map(({ form }) => form['MessageSid'])).toEqual([sid, sid]);
  });

  it('webhook-lost: it never comes, and Twilio still lists it', async () => {
    await fault({ kind: 'webhook-lost', match: 'lost words', times: 1 });
    expect((await write(rig, person, { body: 'lost words' })).webhook).toEqual({ status: 0, ms: 0, tries: 0 });
    expect(bodies()).toEqual([]);
    expect((await sdk.messages.list({ to: number })).map(({ body }) => body)).toEqual(['lost words']);
  });

  it('webhook-late: others overtake it; the business clock brings it', async () => {
    await fault({ kind: 'webhook-late', times: 1, delayMs: 600_000 });
    await write(rig, person, { body: 'first' });
    await write(rig, person, { body: 'second' });
    expect(bodies()).toEqual(['second']);
    await ask(`${rig.url}/clock`, 'POST', { advance: 'PT10M' });
    expect(bodies()).toEqual(['second', 'first']);
  });

  it('webhooks-shuffled: what comes together arrives in another order', async () => {
    await fault({ kind: 'webhooks-shuffled' });
    const sent = ['one', 'two', 'three', 'four'];
    await Promise.all(sent.map((body) => write(rig, person, { body })));
    const listed = (await textsOf(rig, person)).texts.map(({ body }) => body);
    expect(bodies()).not.toEqual(listed);
    expect(bodies().toSorted()).toEqual(sent.toSorted());
  });
});
