import { afterAll, beforeAll, expect, it } from 'vitest';
import { askForPro, AT, homeowner, PROVIDER } from '../invariants/scene.ts';
import { openTown, type Town } from '../support/town.ts';

let town: Town;
const codes = { areAway: true };
beforeAll(async () => {
  town = await openTown({
    at: AT,
    options: {
      around: (tools) => ({
        ...tools,
        codes: {
          ...tools.codes,
          take: (id) => (codes.areAway ? Promise.reject(new Error('away')) : tools.codes.take(id)),
        },
      }),
    },
  });
  await town.join({ number: PROVIDER });
});
afterAll(() => town.close());

it('I7 a request whose search cannot even begin is said to its homeowner and to a person, and can be sent again', async () => {
  const number = homeowner(1);
  await askForPro(town, number);
  await town.skip('PT5M');
  expect((await town.heard(number)).at(-1)).toMatch(/^Sorry, I could not send your request/);
  expect((await town.app.store.alertBook.newest(10)).map(({ about }) => about)).toContain('abandoned');
  codes.areAway = false;
  await town.says(number, '1');
  expect((await town.heard(number)).at(-1)).toContain('1 send');
  await town.says(number, '1');
  expect((await town.heard(number)).at(-1)).toMatch(/^Looking for a plumber/);
});
