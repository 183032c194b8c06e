import twilio from 'twilio';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { account } from '../../sandbox/account.ts';
import { ask, refusalOf, sdkFor, startRig, textsOf, write, type Rig } from './rig.ts';

const { number } = account.twilio;
const person = '+15125550101';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.close());

describe('a text from a phone', () => {
  it('reaches the webhook signed, with all that Twilio sends', async () => {
    const sent = await write(rig, person, { body: 'Kitchen sink leaking' });
    expect(sent.webhook).toMatchObject({ status: 200, tries: 1 });
    const [heard] = rig.inbound();
    expect(heard?.isSigned).toBe(true);
    expect(heard?.form).toMatchObject({
      ...{ MessageSid: sent.sid, SmsSid: sent.sid, SmsMessageSid: sent.sid, AccountSid: account.twilio.accountSid },
      ...{ From: person, To: number, Body: 'Kitchen sink leaking', NumMedia: '0', NumSegments: '1' },
      ...{ SmsStatus: 'received', ApiVersion: '2010-04-01', FromCountry: 'US', FromCity: 'AUSTIN' },
    });
    expect(heard?.form).not.toHaveProperty('OptOutType');
    expect((await textsOf(rig, person)).texts).toMatchObject([{ direction: 'in', sid: sent.sid, status: 'received' }]);
  });

  it('is redelivered under the same sid, and stands once on the phone', async () => {
    const sid = `SM${'ab'.repeat(16)}`;
    await write(rig, person, { body: 'Hi', sid });
    await write(rig, person, { body: 'Hi', sid });
    expect(rig.inbound().map(({ form }) => form['MessageSid'])).toEqual([sid, sid]);
    expect(rig.inbound()[1]?.headers).toHaveProperty('i-twilio-idempotency-token');
    expect((await textsOf(rig, person)).texts).toHaveLength(1);
  });

  it('is tried again as the fragment says, with one token, and stays listed when all fails', async () => {
    let tries = 0;
    rig.answer = (_heard, response) => {
      tries += 1;
      response.statusCode = tries < 3 ? 503 : 200;
      response.end();
    };
    expect((await write(rig, person, { body: 'one' })).webhook).toMatchObject({ status: 200, tries: 3 });
    const tokens = rig.inbound().map(({ headers }) => headers['i-twilio-idempotency-token']);
    expect(tokens[0]).toBeUndefined();
    expect(tokens[1]).toMatch(/^[0-9a-f-]{36}$/);
    expect(tokens[2]).toBe(tokens[1]);

    await sdkFor(rig.url)
      .incomingPhoneNumbers(account.twilio.numberSid)
      .update({ smsUrl: `${rig.appUrl}/webhooks/twilio/messages` });
    tries = 0;
    expect((await write(rig, person, { body: 'two' })).webhook).toMatchObject({ status: 503, tries: 1 });
    const listed = await sdkFor(rig.url).messages.list({ to: number });
    expect(listed.map(({ body, direction, status }) => [body, direction, status])).toEqual([
      ['two', 'inbound', 'received'],
      ['one', 'inbound', 'received'],
    ]);
  });

  it('is delivered to the next address of the list when the first refuses, signed for the first', async () => {
    const smsUrl = 'http://127.0.0.1:9/webhooks/twilio/messages';
    await sdkFor(rig.url).incomingPhoneNumbers(account.twilio.numberSid).update({ smsUrl });
    expect((await write(rig, person, { body: 'Hi' })).webhook).toMatchObject({ status: 200, tries: 1 });
    const [heard] = rig.inbound();
    const signature = heard?.headers['x-twilio-signature'] ?? '';
    expect(twilio.validateRequest(account.twilio.authToken, signature, smsUrl, heard?.form ?? {})).toBe(true);
  });

  it('is signed again for a process that calls itself by its own address', async () => {
    rig.answer = ({ isSigned }, response) => {
      response.statusCode = isSigned ? 200 : 403;
      response.end();
    };
    const smsUrl = 'http://127.0.0.1:9/webhooks/twilio/messages';
    await sdkFor(rig.url).incomingPhoneNumbers(account.twilio.numberSid).update({ smsUrl });
    expect((await write(rig, person, { body: 'Hi' })).webhook).toMatchObject({ status: 200, tries: 1 });
  });

  it('goes to the app under its public name, and is tried twice by default when nobody listens', async () => {
    const smsUrl = 'https://fixline.example/webhooks/twilio/messages';
    await sdkFor(rig.url).incomingPhoneNumbers(account.twilio.numberSid).update({ smsUrl });
    await write(rig, person, { body: 'Hi' });
    const signature = rig.inbound()[0]?.headers['x-twilio-signature'] ?? '';
    expect(twilio.validateRequest(account.twilio.authToken, signature, smsUrl, rig.inbound()[0]?.form ?? {})).toBe(
      true,
    );
    await rig.leave();
    expect((await write(rig, person, { body: 'Hi' })).webhook).toMatchObject({ status: 0, tries: 2 });
  });

  it('carries photos that can be fetched', async () => {
    const pixel = 'data:image/png;base64,iVBORw0KGgo=';
    await write(rig, person, { media: [pixel] });
    const form = rig.inbound()[0]?.form ?? {};
    expect(form).toMatchObject({ NumMedia: '1', MediaContentType0: 'image/png', Body: '' });
    expect(form['MessageSid']).toMatch(/^MM/);
    const file = await fetch(form['MediaUrl0'] ?? '');
    expect(file.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(await file.arrayBuffer()).toString('base64')).toBe('iVBORw0KGgo=');
    expect(
      await sdkFor(rig.url)
        .messages(form['MessageSid'] ?? '')
        .media.list(),
    ).toMatchObject([{ contentType: 'image/png' }]);
  });

  it.each([
    [{}, 400],
    [{ body: 'Hi', sid: 'SM1' }, 400],
    [{ body: 'Hi', to: '+15125551234' }, 404],
  ])('is refused in words when it cannot be: %j', async (text, status) => {
    const answer = await ask(`${rig.url}/phones/${person}/texts`, 'POST', text);
    expect(answer).toMatchObject({ status, body: { error: expect.any(String) as string } });
  });
});

describe('STOP, START and HELP', () => {
  it('blocks by SMS, says so itself, and still tells the webhook', async () => {
    const sdk = sdkFor(rig.url);
    await write(rig, person, { body: ' stop ' });
    const [, reply] = (await textsOf(rig, person)).texts;
    expect(reply).toMatchObject({ direction: 'out', from: number, status: 'delivered' });
    expect(reply?.body).toMatch(/^You have successfully been unsubscribed/);
    expect(rig.inbound()[0]?.form['Body']).toBe(' stop ');
    expect(await refusalOf(sdk.messages.create({ to: person, from: number, body: 'x' }))).toMatchObject({
      status: 400,
      code: 21_610,
    });

    await write(rig, person, { body: 'STOP' });
    await write(rig, person, { body: 'HELP' });
    await write(rig, person, { body: 'yes' });
    const said = (await textsOf(rig, person)).texts.filter(({ direction }) => direction === 'out');
    expect(said.map(({ body }) => body.split(' ')[0])).toEqual(['You', 'Reply', 'You']);
    expect((await sdk.messages.create({ to: person, from: number, body: 'x' })).status).toBe('queued');
  });

  it.each(['yes', 'STOP PLEASE', 'Stop.', 'alto'])('leaves "%s" to the app', async (body) => {
    await write(rig, person, { body });
    expect((await textsOf(rig, person)).texts).toHaveLength(1);
  });

  it('has no such block on WhatsApp', async () => {
    await write(rig, person, { body: 'STOP', channel: 'whatsapp' });
    expect((await textsOf(rig, person)).texts).toHaveLength(1);
    const order = { to: `whatsapp:${person}`, from: `whatsapp:${number}`, body: 'x' };
    expect((await sdkFor(rig.url).messages.create(order)).status).toBe('queued');
  });
});
