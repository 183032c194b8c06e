import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTexts } from '../../src/channels/texts.ts';
import { makeTwilioClient } from '../../src/channels/twilio-client.ts';
import { makeVendorTexts } from '../../src/channels/vendor-texts.ts';
import type { Remote, Texts, VendorText } from '../../src/conversations/ports.ts';
import { startReceiver } from '../support/receiver.ts';
import { openSandboxWorld, type SandboxWorld } from '../support/sandbox-world.ts';

let world: SandboxWorld;
let texts: Texts;
const start = new Date();

beforeAll(async () => {
  world = await openSandboxWorld();
  texts = makeTexts({ config: world.config, clock: { now: () => new Date() } });
});
afterAll(() => world.close());

const valueOf = (found: Remote<readonly VendorText[]>): readonly VendorText[] => {
  if (found.outcome !== 'done') throw new Error(`the list ended in ${found.outcome}`);
  return found.value;
};
const write = (number: string, text: object) => world.post(`/phones/%2B${number}/texts`, text);

describe('texts that people sent to us', () => {
  it('are those to both of our addresses, oldest first, with their pictures', async () => {
    await write('15125550101', { body: 'first' });
    await write('15125550102', { body: 'second', channel: 'whatsapp' });
    await write('15125550101', { body: 'third', media: ['data:image/png;base64,iVBORw0KGgo='] });
    await texts.send({ to: 'sms:+15125550101', body: 'answer', buttons: [], effectId: 'a.1.0', until: null });
    const found = valueOf(await texts.receivedSince(start));
    // Twilio's dates are whole seconds, so between two threads there is no order.
    const said = (address: string) => found.filter(({ from }) => from === address).map(({ body }) => body);
    expect(said('+15125550101')).toEqual(['first', 'third']);
    expect(said('whatsapp:+15125550102')).toEqual(['second']);
    expect(found).toHaveLength(3);
    expect(found.find(({ body }) => body === 'first')).toMatchObject({
      to: world.config.twilio.number,
      status: 'received',
      code: null,
      mediaCount: 0,
    });
    const third = found.find(({ body }) => body === 'third')!;
    expect(third.mediaCount).toBe(1);
    const media = await texts.mediaOf(third.sid);
    const [picture] = media.outcome === 'done' ? media.value : [];
    expect(picture).toMatch(/\/2010-04-01\/Accounts\/AC\w+\/Messages\/MM\w+\/Media\/ME\w+$/);
    expect((await fetch(picture!)).headers.get('content-type')).toBe('image/png');
  });

  it('are asked for by day and sifted by the second', async () => {
    const [list] = await world.wire('GET /2010-04-01');
    expect(new URLSearchParams(list!.query).get('DateSent>')).toBe(`${start.toISOString().slice(0, 10)}T00:00:00Z`);
    expect(valueOf(await texts.receivedSince(new Date(Date.now() + 5_000)))).toEqual([]);
  });
});

describe('texts that we sent', () => {
  it('are those to one thread, oldest first, also beyond one page', async () => {
    const thread = 'sms:+15125550105';
    const bodies = Array.from({ length: 203 }, (_, index) => `text ${String(index)}`);
    for (const body of bodies) await texts.send({ to: thread, body, buttons: [], effectId: 'a.1.1', until: null });
    await texts.send({ to: 'sms:+15125550106', body: 'to somebody else', buttons: [], effectId: 'a.1.2', until: null });
    expect(valueOf(await texts.sentTo(thread, start)).map(({ body }) => body)).toEqual(bodies);
  });

  it('say what became of them', async () => {
    await world.fault({ peer: 'twilio', kind: 'undelivered', code: 30003 });
    await texts.send({ to: 'sms:+15125550107', body: 'lost', buttons: [], effectId: 'a.1.3', until: null });
    await expect
      .poll(async () => valueOf(await texts.sentTo('sms:+15125550107', start)))
      .toMatchObject([{ status: 'undelivered', code: 30003 }]);
  });
});

describe('a list', () => {
  it.each([
    ['500', { outcome: 'unknown' }],
    ['429', { outcome: 'later', afterMs: 1_000 }],
    ['reset', { outcome: 'unknown' }],
  ])('that ends in %s is no list', async (kind, end) => {
    await world.fault({ peer: 'twilio', kind, match: 'GET /2010-04-01', times: 2 });
    expect(await texts.receivedSince(start)).toEqual(end);
    await world.noFaults();
  });

  it('may be long: each page has its time, and only a look-up has an end as a whole', async () => {
    const receiver = await startReceiver((_, response) => {
      const next = receiver.requests.length < 4 ? '/2010-04-01/next' : null;
      const body = JSON.stringify({ messages: [], next_page_uri: next });
      setTimeout(() => response.writeHead(200, { 'content-type': 'application/json' }).end(body), 40);
      return null;
    });
    const twilio = { ...world.config.twilio, apiUrl: receiver.url, whatsappNumber: null };
    const lists = makeVendorTexts(makeTwilioClient(twilio), twilio, 100);
    expect(await lists.receivedSince(start)).toEqual({ outcome: 'done', value: [] });
    receiver.requests.length = 0;
    expect(await lists.sentTo('sms:+15125550105', start)).toEqual({ outcome: 'unknown' });
    receiver.close();
  });

  it('is read no further than it must be', async () => {
    const row = (at: string) => ({
      sid: 'SM1',
      direction: 'inbound',
      date_created: at,
      date_sent: at,
      body: '',
      from: '+15125550100',
      to: '+15125550000',
      num_media: '0',
      status: 'received',
      error_code: null,
    });
    const receiver = await startReceiver(() => ({
      body: {
        messages: [row('Mon, 23 Nov 2026 12:00:00 +0000'), row('Mon, 23 Nov 2026 11:59:58 +0000')],
        next_page_uri: '/2010-04-01/next',
      },
    }));
    const twilio = { ...world.config.twilio, apiUrl: receiver.url, whatsappNumber: null };
    const lists = makeTexts({ config: { ...world.config, twilio }, clock: { now: () => new Date() } });
    const found = valueOf(await lists.receivedSince(new Date('2026-11-23T11:59:59.900Z')));
    receiver.close();
    expect(found.map(({ at }) => at.toISOString())).toEqual(['2026-11-23T12:00:00.000Z']);
    expect(receiver.requests).toHaveLength(1);
  });
});
