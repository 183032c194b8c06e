// Silence is a yes only of somebody who was asked: also when Twilio's word that nobody was is lost on its way (decision 0016).
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeReadFates } from '../../src/conversations/read-fates.ts';
import { openTown, type Town } from '../support/town.ts';
import { alertsAbout, askToPay, AT, bookingOf, bookingState, fault, homeowner, logOf, PROVIDER } from './scene.ts';

let town: Town;
const number = homeowner(1);
const readFates = () => makeReadFates(town.app.tools, town.app.runner)();
const question = async () => (await logOf(town, number)).find(({ body }) => body.includes('says the job is done'));

beforeAll(async () => {
  town = await openTown({ at: AT });
  await town.join({ number: PROVIDER });
  await askToPay(town, number);
  await town.pay(number);
  await town.skip('PT54H');
  await fault(town, { peer: 'twilio', kind: 'undelivered', code: 30_003, match: 'says the job is done' });
  await fault(town, { peer: 'twilio', kind: 'webhook-lost', match: number });
  for (const words of ['HERE', 'DONE']) await town.says(PROVIDER, words);
});
afterAll(() => town.close());

it('nobody pays out for a question that never arrived, though no callback said so', async () => {
  await readFates();
  expect([await bookingState(town, number), (await question())?.status]).toEqual(['awaitingApproval', 'queued']);
  await town.skip('PT13H');
  await readFates();
  await town.settle();
  expect((await question())?.status).toBe('undelivered');
  expect(await alertsAbout(town, (await bookingOf(town, number)).ref)).toContain('approvalUnasked');
  await town.skip('P4D');
  expect(await bookingState(town, number)).toBe('awaitingApproval');
});
