import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { account } from '../../sandbox/account.ts';
import { startSandbox } from '../../sandbox/start.ts';
import { ask, eventually, sdkFor, startRig, textsOf, write, type Rig } from './rig.ts';

const from = account.twilio.number;
const person = '+15125550101';

let home: string;
let rig: Rig;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'fixline-sandbox-'));
  rig = await startRig({ home });
});
afterEach(async () => {
  await rig.close();
  await rm(home, { recursive: true, force: true });
});

it('lists phones with what nobody has read yet', async () => {
  await sdkFor(rig.url).messages.create({ to: person, from, body: 'One' });
  await sdkFor(rig.url).messages.create({ to: '+17375550123', from, body: 'Two' });
  await ask(`${rig.url}/phones/%2B15125550101`, 'PUT', { label: 'Ana', role: 'homeowner' });
  expect((await ask(`${rig.url}/phones`)).body).toEqual([
    { number: person, label: 'Ana', role: 'homeowner', unread: 1, autopilot: false },
    { number: '+17375550123', label: '+17375550123', role: 'provider', unread: 1, autopilot: true },
  ]);
  await textsOf(rig, person);
  expect((await ask(`${rig.url}/phones`)).body).toMatchObject([{ unread: 0 }, { unread: 1 }]);
});

it('long polls from a cursor', async () => {
  await write(rig, person, { body: 'Hi' });
  const { cursor } = await textsOf(rig, person);
  const waiting = textsOf(rig, person, `?after=${cursor}&waitMs=2000`);
  await sdkFor(rig.url).messages.create({ to: person, from, body: 'Hello' });
  expect((await waiting).texts.map(({ body }) => body)).toEqual(['Hello']);
  const empty = await textsOf(rig, person, '?after=999&waitMs=20');
  expect(empty).toEqual({ texts: [], cursor: '999' });
});

it('outlives its process when it has a home, and forgets everything when told to', async () => {
  await write(rig, person, { body: 'Hi' });
  await write(rig, person, { body: 'STOP' });
  await ask(`${rig.url}/clock`, 'POST', { advance: 'P2D' });
  const before = rig.sandbox.world.clock.now();
  await rig.close();
  rig = await startRig({ home });
  expect((await textsOf(rig, person)).texts.map(({ body }) => body.slice(0, 8))).toEqual(['Hi', 'STOP', 'You have']);
  expect(rig.sandbox.world.clock.now().getTime()).toBeGreaterThanOrEqual(before.getTime());

  await ask(`${rig.url}/reset`, 'POST');
  expect((await ask(`${rig.url}/phones`)).body).toEqual([]);
  expect((await textsOf(rig, person)).texts).toEqual([]);
  expect(Math.abs(rig.sandbox.world.clock.now().getTime() - Date.now())).toBeLessThan(1_000);
  await sdkFor(rig.url).messages.create({ to: person, from, body: 'Fresh' });
  expect((await textsOf(rig, person)).texts.map(({ body }) => body)).toEqual(['Fresh']);
});

it('goes on with the autopilot and the texts under way of the process before', async () => {
  const provider = '+17375550100';
  await sdkFor(rig.url).messages.create({ to: provider, from, body: 'Reply HERE K7' });
  await eventually(() => rig.sandbox.world.clock.nextDue() !== null);
  await rig.close();
  rig = await startRig({ home });
  await ask(`${rig.url}/clock`, 'POST', { advance: 'PT26M' });
  expect((await textsOf(rig, provider)).texts.at(-1)?.body).toBe('HERE K7');
});

it('takes mail, tells its account, and writes every exchange down', async () => {
  await ask(`${rig.url}/mails`, 'POST', { to: 'ana@example.com', subject: 'Receipt', text: 'Paid.' });
  expect((await ask(`${rig.url}/mails`)).body).toMatchObject([
    { to: 'ana@example.com', subject: 'Receipt', text: 'Paid.' },
  ]);
  expect((await ask(`${rig.url}/account`)).body).toMatchObject({ twilio: { number: from } });
  expect((await ask(`${rig.url}/health`)).status).toBe(200);

  await sdkFor(rig.url).messages.create({ to: person, from, body: 'Hello' });
  await write(rig, person, { body: 'Hi' });
  const wire = (await (await fetch(`${rig.url}/wire?after=1`)).text()).trim().split('\n');
  expect(wire).toHaveLength(1);
  expect(JSON.parse(wire[0]!)).toMatchObject({ n: 2, peer: 'twilio-webhook', method: 'POST', status: 200 });
});

it('sends news of what changed', async () => {
  const stream = await fetch(`${rig.url}/news`);
  const reader = stream.body!.getReader();
  await reader.read();
  await write(rig, person, { body: 'Hi' });
  const news = new TextDecoder().decode((await reader.read()).value as Uint8Array);
  expect(news).toContain('data: phones\n');
  await reader.cancel();
});

it('writes nothing more once it is closed, so that the next one may open its home', async () => {
  rig.answer = () => undefined;
  const sending = write(rig, person, { body: 'Never answered' }).catch(() => null);
  await eventually(() => rig.heard.length === 1);
  await rig.sandbox.close();
  rig.sandbox.world.shelf('twilio.windows').set(person, 'too late');
  await sending;
  const { world, close } = await startSandbox({ port: 0, home, isLogged: false });
  expect(world.shelf('twilio.windows').has(person)).toBe(false);
  expect([...world.shelf('twilio.texts').values()]).toHaveLength(1);
  await close();
});
