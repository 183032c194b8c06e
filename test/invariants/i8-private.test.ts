import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTown, type Town } from '../support/town.ts';
import { AT, eventually, homeowner, PROVIDER, wire } from './scene.ts';

const HOMEOWNER = homeowner(1);
const SECRETS = ['5125550101', '7375550101', 'Quentina', 'Dana', 'Oak Hill', '1204', 'leaking', 'sink', 'purple'];

let town: Town;
let child: ChildProcess;
let output = '';
const beforePaid: { provider: readonly string[]; homeowner: readonly string[] } = { provider: [], homeowner: [] };

/** The program itself, as `npm start` runs it, in the place of the one that has made the town. */
const startMain = async () => {
  child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    env: {
      PATH: process.env['PATH'],
      PORT: String(town.app.port),
      MONGODB_URI: town.mongodbUri,
      SANDBOX_URL: town.sandbox.url,
      STRIPE_API_URL: town.sandbox.stripeUrl,
      LOG_LEVEL: 'trace',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => (output += part.toString()));
  await eventually(() =>
    fetch(`${town.app.url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    ),
  );
};

const book = async () => {
  await town.says(
    HOMEOWNER,
    'My name is Quentina. Purple kitchen sink leaking, thursday after 3, 1204 Oak Hill Rd 78704',
  );
  await town.says(HOMEOWNER, '1');
  await town.says(PROVIDER, 'Y');
  await town.says(HOMEOWNER, '1');
  Object.assign(beforePaid, { provider: await town.heard(PROVIDER), homeowner: await town.heard(HOMEOWNER) });
  await town.pay(HOMEOWNER);
};

const goWrong = async () => {
  await town.ask('POST', '/faults', { peer: 'twilio', kind: '500', times: 2 });
  await town.ask('POST', '/faults', { peer: 'twilio', kind: 'undelivered', code: 30_003, times: 1 });
  await town.says(HOMEOWNER, 'is the purple sink man coming?');
  await town.skip('PT2M');
  const form = { method: 'POST', body: new URLSearchParams({ From: HOMEOWNER, Body: 'purple' }) };
  expect((await fetch(`${town.app.url}/webhooks/twilio/messages`, form)).status).toBe(403);
};

beforeAll(async () => {
  town = await openTown({ at: AT });
  await town.join({ number: PROVIDER });
  await town.app.close();
  await startMain();
  await book();
  await goWrong();
  await town.clockTo('2035-03-08T21:00:00Z');
  for (const word of ['OTW', 'HERE', 'DONE']) await town.says(PROVIDER, word);
  await town.says(HOMEOWNER, '1');
});
afterAll(async () => {
  if (child.exitCode === null) {
    child.kill('SIGKILL');
    await once(child, 'close');
  }
  await town.close();
});

it('writes nothing into its logs that anybody said or is', async () => {
  const lines = output.split('\n').filter((line) => line.startsWith('{'));
  expect(lines.length).toBeGreaterThan(30);
  expect(lines.some((line) => line.includes('text.received'))).toBe(true);
  expect(lines.some((line) => line.includes('payment.paid'))).toBe(true);
  for (const secret of SECRETS) expect(lines.filter((line) => line.includes(secret))).toEqual([]);
  for (const secret of SECRETS) expect([secret, output.includes(secret)]).toEqual([secret, false]);
});

it('tells the metrics nothing of it either', async () => {
  const metrics = await (await fetch(`${town.app.url}/metrics`)).text();
  expect(metrics).toContain('fixline_happened_total');
  for (const secret of SECRETS.filter((one) => one !== '1204')) expect(metrics).not.toContain(secret);
});

it('puts no number, name or address into what Stripe is told of a booking', async () => {
  const orders = (await wire(town, '/v1/')).filter(
    ({ method, path }) => method === 'POST' && !path.includes('accounts'),
  );
  const said = orders.map(({ path, requestBody, requestHeaders }) =>
    decodeURIComponent(`${path} ${requestBody} ${requestHeaders['idempotency-key'] ?? ''}`).replaceAll('+', ' '),
  );
  expect(said.some((order) => order.includes('metadata[booking]'))).toBe(true);
  expect(said.some((order) => order.includes('/v1/transfers'))).toBe(true);
  for (const secret of SECRETS.filter((one) => one !== '1204'))
    expect(said.filter((order) => order.includes(secret))).toEqual([]);
});

it('puts only ids into the callback URLs that Twilio keeps', async () => {
  const sends = await wire(town, 'POST /2010', 'StatusCallback');
  const urls = sends.map(({ requestBody }) => new URLSearchParams(requestBody).get('StatusCallback') ?? '');
  expect(urls.length).toBeGreaterThan(10);
  for (const url of urls) expect(url).toMatch(/\/webhooks\/twilio\/status\/[A-Za-z0-9]{16}\.\d+\.\d+#rc=5&rp=all$/);
});

it('tells a provider the street and the name only when the visit is paid', async () => {
  const before = beforePaid.provider.join('\n');
  expect(beforePaid.provider.length).toBeGreaterThan(1);
  for (const secret of ['Oak Hill', '1204', 'Quentina', '5125550101', 'purple']) expect(before).not.toContain(secret);
  const after = (await town.heard(PROVIDER)).join('\n');
  expect(after).toContain('1204 Oak Hill Rd');
  expect(after).not.toContain('5125550101');
});

it('tells neither side the number of the other', async () => {
  expect(beforePaid.homeowner.join('\n')).not.toContain('7375550101');
  expect((await town.heard(HOMEOWNER)).join('\n')).not.toContain('7375550101');
});

it('keeps words and addresses out of ids, ledger and reservations', async () => {
  const { MongoClient } = await import('mongodb');
  const client = await MongoClient.connect(town.mongodbUri);
  try {
    for (const name of ['ledger', 'reservations', 'alerts', 'jobs', 'strays', 'codes']) {
      const rows = JSON.stringify(await client.db().collection(name).find({}).toArray());
      for (const secret of SECRETS.filter((one) => one !== '1204'))
        expect([name, rows.includes(secret)]).toEqual([name, false]);
    }
    expect(await client.db().collection('reservations').countDocuments({})).toBeGreaterThan(0);
  } finally {
    await client.close();
  }
});

it('ends within 25 seconds when it is asked to, with 0', async () => {
  const begun = Date.now();
  child.kill('SIGTERM');
  const [code] = (await Promise.race([once(child, 'exit'), sleep(25_000).then(() => [null])])) as [number | null];
  expect(code).toBe(0);
  expect(Date.now() - begun).toBeLessThan(25_000);
});
