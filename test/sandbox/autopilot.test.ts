import { afterEach, beforeEach, expect, it } from 'vitest';
import { account } from '../../sandbox/account.ts';
import { ask, sdkFor, startRig, textsOf, write, type Rig, type Sdk } from './rig.ts';

const from = account.twilio.number;
const provider = '+17375550100';

let rig: Rig;
let sdk: Sdk;
beforeEach(async () => {
  rig = await startRig();
  sdk = sdkFor(rig.url);
});
afterEach(() => rig.close());

const skip = (advance: string) => ask(`${rig.url}/clock`, 'POST', { advance });
const said = async (number = provider) =>
  (await textsOf(rig, number)).texts.filter(({ direction }) => direction === 'in').map(({ body }) => body);
const demoProviders = Array.from({ length: 60 }, (_, index) => `+173755501${String(index).padStart(2, '0')}`);

it('of sixty demo providers most take an offer, some pass, a few stay silent; all within 40 s', async () => {
  for (const to of demoProviders)
    await sdk.messages.create({ to, from, body: 'Leaking sink, $120. Reply Y K7 to take it, N K7 to pass.' });
  await skip('PT41S');
  const answers = await Promise.all(demoProviders.map(said));
  const count = (answer: string) => answers.filter(([first]) => first === answer).length;
  expect(count('Y K7')).toBeGreaterThan(35);
  expect(count('N K7')).toBeGreaterThan(2);
  expect(answers.filter(({ length }) => length === 0).length).toBeGreaterThan(1);
  expect(answers.every(({ length }) => length <= 1)).toBe(true);
  expect(rig.inbound().every(({ isSigned }) => isSigned)).toBe(true);
});

it('goes through the day by the words that texts name: the first of a text, each once', async () => {
  await sdk.messages.create({ to: provider, from, body: 'Mañana 3 PM. Responde OTW K7 al salir, HERE K7 al llegar.' });
  await skip('PT84M');
  expect(await said()).toEqual([]);
  await skip('PT2M');
  expect(await said()).toEqual(['OTW K7']);
  await sdk.messages.create({ to: provider, from, body: 'OTW K7 noted. Reply HERE K7 when you arrive.' });
  await sdk.messages.create({ to: provider, from, body: 'Reply HERE K7 when you arrive.' });
  await sdk.messages.create({ to: provider, from, body: 'Then DONE K7.' });
  await skip('PT3H');
  expect(await said()).toEqual(['OTW K7', 'HERE K7', 'DONE K7']);
});

it('keeps quiet on a phone that somebody plays, and on phones of homeowners', async () => {
  await write(rig, provider, { body: 'I am here myself' });
  await sdk.messages.create({ to: provider, from, body: 'Reply HERE K7' });
  await sdk.messages.create({ to: '+15125550100', from, body: 'Reply HERE K7' });
  await skip('PT3H');
  expect(await said()).toEqual(['I am here myself']);
  expect(await said('+15125550100')).toEqual([]);

  await ask(`${rig.url}/autopilot`, 'POST', { on: true, numbers: [provider] });
  await sdk.messages.create({ to: provider, from, body: 'Reply HERE B8' });
  await skip('PT3H');
  expect(await said()).toEqual(['I am here myself', 'HERE B8']);
  await ask(`${rig.url}/autopilot`, 'POST', { on: false });
  await sdk.messages.create({ to: provider, from, body: 'Reply HERE C9' });
  await skip('PT3H');
  expect(await said()).toHaveLength(2);
});
