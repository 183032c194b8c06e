import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makeTexts } from '../../src/channels/texts.ts';
import type { OutgoingText, Texts } from '../../src/conversations/ports.ts';
import { openSandboxWorld, type Exchange, type SandboxWorld } from '../support/sandbox-world.ts';

let world: SandboxWorld;
let texts: Texts;
const clock = { now: () => new Date('2026-11-23T12:00:00Z') };
const titled = (...titles: readonly string[]) => titles.map((title, index) => ({ id: String(index + 1), title }));
const numbers = (count: number) => titled(...['1', '2', '3', '4'].slice(0, count));
const order: OutgoingText = { to: 'sms:+15125550100', body: 'Booked.', buttons: [], effectId: 'b7.3.0', until: null };
const whatsapp: OutgoingText = {
  ...order,
  to: 'whatsapp:+15125550101',
  body: 'All good?\n\n1 yes\n2 no',
  buttons: titled('Yes', 'No'),
};

beforeAll(async () => {
  world = await openSandboxWorld();
  texts = makeTexts({ config: world.config, clock });
  // WhatsApp takes free words only after somebody wrote.
  await world.post('/phones/%2B15125550101/texts', { body: 'hola', channel: 'whatsapp' });
});
afterEach(() => world.noFaults());
afterAll(() => world.close());

const formOf = ({ requestBody }: Exchange) => Object.fromEntries(new URLSearchParams(requestBody));
const lastForm = async () => formOf((await world.wire('POST /2010-04-01')).at(-1)!);
const posts = async (part: string) => (await world.wire(`POST ${part}`)).length;

describe('an order becomes one request', () => {
  it('an SMS from our number, its effect in the callback', async () => {
    const sent = await texts.send(order);
    expect(sent).toEqual({ outcome: 'done', value: { sid: expect.stringMatching(/^SM[0-9a-f]{32}$/) as string } });
    const { twilio, publicUrl } = world.config;
    expect(await lastForm()).toEqual({
      To: '+15125550100',
      From: twilio.number,
      Body: 'Booked.',
      StatusCallback: `${publicUrl}/webhooks/twilio/status/b7.3.0#rc=5&rp=all`,
    });
  });

  it('with the account’s own name and token', async () => {
    const [first] = await world.wire('POST /2010-04-01');
    const { accountSid, authTokens } = world.config.twilio;
    const basic = Buffer.from(`${accountSid}:${String(authTokens[0])}`).toString('base64');
    expect(first?.requestHeaders['authorization']).toBe(`Basic ${basic}`);
    expect(first?.requestHeaders['connection']).toBe('keep-alive');
  });

  it('through the messaging service where there is one', async () => {
    const messagingServiceSid = 'MG5a4d0b0000000000000000000000f1c5';
    const config = { ...world.config, twilio: { ...world.config.twilio, messagingServiceSid } };
    expect(await makeTexts({ config, clock }).send(order)).toMatchObject({ outcome: 'done' });
    const form = await lastForm();
    expect(form).toMatchObject({ MessagingServiceSid: messagingServiceSid });
    expect(form).not.toHaveProperty('From');
  });

  it.each([
    ['2026-11-23T12:15:00Z', '900'],
    ['2026-11-23T12:00:30.400Z', '31'],
    ['2026-11-23T12:00:01Z', '6'],
    ['2026-11-23T11:00:00Z', '6'],
    ['2026-11-24T12:00:00Z', undefined],
  ])('that lapses at its end of life: until %s', async (until, seconds) => {
    await texts.send({ ...order, until });
    expect((await lastForm())['ValidityPeriod']).toBe(seconds);
  });

  it('is refused here when WhatsApp has no number of ours', async () => {
    const config = { ...world.config, twilio: { ...world.config.twilio, whatsappNumber: null } };
    const before = await posts('/2010-04-01');
    expect(await makeTexts({ config, clock }).send(whatsapp)).toEqual({
      outcome: 'refused',
      reason: 'noSender',
      code: null,
    });
    expect(await posts('/2010-04-01')).toBe(before);
  });
});

describe('buttons on WhatsApp', () => {
  const shown = async () => {
    const { texts: seen } = (await world.get('/phones/%2B15125550101/texts')) as {
      texts: { body: string; buttons: { id: string; title: string }[] }[];
    };
    return seen.at(-1)!;
  };

  it('are quick replies around the same words, line by line', async () => {
    expect(await texts.send(whatsapp)).toMatchObject({ outcome: 'done' });
    const { body, buttons } = await shown();
    expect(body).toBe(whatsapp.body);
    expect(buttons).toMatchObject(whatsapp.buttons);
    const [made] = await world.wire('POST /content/v1/Content');
    expect(JSON.parse(made!.requestBody)).toMatchObject({
      types: {
        'twilio/quick-reply': {
          body: '{{1}}\n\n{{2}}\n{{3}}',
          actions: [
            { title: 'Yes', id: '1' },
            { title: 'No', id: '2' },
          ],
        },
      },
    });
    expect(JSON.parse((await lastForm())['ContentVariables']!)).toEqual({ 1: 'All good?', 2: '1 yes', 3: '2 no' });
  });

  it('are made once for each shape, also after a restart', async () => {
    const before = await posts('/content/v1/Content');
    await texts.send({ ...whatsapp, body: 'Still there?\n\n1 yes\n2 no' });
    await makeTexts({ config: world.config, clock }).send(whatsapp);
    expect(await posts('/content/v1/Content')).toBe(before);
    await texts.send({ ...whatsapp, buttons: numbers(3) });
    await texts.send({ ...whatsapp, body: 'One line' });
    expect(await posts('/content/v1/Content')).toBe(before + 2);
  });

  it('carry words with dollars, braces and tabs unharmed', async () => {
    const body = 'It is $1 & {{2}}\tok';
    await texts.send({ ...whatsapp, body });
    expect((await shown()).body).toBe('It is $1 & {{2}} ok');
  });

  it.each([
    ['too many', ['1', '2', '3', '4'], 'x'],
    ['too long', ['a button of more than twenty'], 'x'],
    ['twice the same', ['1', '1'], 'x'],
    ['around too many words', ['1'], 'x'.repeat(1_025)],
  ])('are left out when they are %s', async (_why, titles, body) => {
    expect(await texts.send({ ...whatsapp, buttons: titled(...titles), body })).toMatchObject({ outcome: 'done' });
    expect(await lastForm()).toMatchObject({ Body: body });
  });

  it('are left out on SMS', async () => {
    await texts.send({ ...order, buttons: numbers(2) });
    expect(await lastForm()).toMatchObject({ Body: 'Booked.' });
  });

  it.each(['500', '429', 'reset'])('are left out, and the words sent, when a content ends in %s', async (kind) => {
    await world.fault({ peer: 'twilio', kind, match: 'POST /content' });
    const news = { ...whatsapp, buttons: titled(`not ${kind}`) };
    expect(await texts.send(news)).toMatchObject({ outcome: 'done' });
    expect(await lastForm()).toMatchObject({ Body: whatsapp.body });
    await texts.send(news);
    expect(await lastForm()).toHaveProperty('ContentSid');
  });
});

describe('what goes wrong has one of three ends', () => {
  it.each([
    ['429', { outcome: 'later', afterMs: 1_000 }],
    ['500', { outcome: 'unknown' }],
    ['reset', { outcome: 'unknown' }],
    ['reset-after', { outcome: 'unknown' }],
  ])('%s', async (kind, end) => {
    await world.fault({ peer: 'twilio', kind, match: 'Messages.json' });
    expect(await texts.send(order)).toEqual(end);
    expect(await texts.send(order)).toMatchObject({ outcome: 'done' });
  });

  it('a number that is none is refused', async () => {
    expect(await texts.send({ ...order, to: 'sms:123' })).toEqual({
      outcome: 'refused',
      reason: 'badNumber',
      code: 21211,
    });
  });

  it('somebody who said STOP is refused', async () => {
    await world.post('/phones/%2B15125550109/texts', { body: 'STOP' });
    expect(await texts.send({ ...order, to: 'sms:+15125550109' })).toEqual({
      outcome: 'refused',
      reason: 'optedOut',
      code: 21610,
    });
  });
});

describe('a text whose fate is unknown', () => {
  it('is found in the list when its answer was lost, and not when it was never taken', async () => {
    const since = new Date(((await world.get('/clock')) as { now: string }).now);
    const thread = 'sms:+15125550120';
    await world.fault({ peer: 'twilio', kind: 'reset-after', match: 'Messages.json' });
    await texts.send({ ...order, to: thread, body: 'taken' });
    await world.fault({ peer: 'twilio', kind: 'reset', match: 'Messages.json' });
    await texts.send({ ...order, to: thread, body: 'not taken' });
    const found = await texts.sentTo(thread, since);
    expect(found.outcome === 'done' && found.value.map(({ body }) => body)).toEqual(['taken']);
  });
});
