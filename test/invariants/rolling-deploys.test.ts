import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { openTown, type Town } from '../support/town.ts';
import { AT, eventually, homeowner, threadImage } from './scene.ts';

const metricOf = async (town: Town, what: string) => {
  const metrics = await (await fetch(`${town.app.url}/metrics`)).text();
  return metrics.split('\n').find((line) => line.includes(`what="${what}"`)) ?? '0';
};

it('leaves the work of a newer release where it is', async () => {
  const town = await openTown({ at: AT });
  try {
    const number = homeowner(1);
    await town.says(number, '1');
    const { collection } = town.app.store.models.thread;
    const rest = async (schema: number) =>
      collection.updateOne({ _id: `sms:${number}` as never }, { $set: { schema } });
    await rest(99);
    expect((await town.send(number, '2')).webhook.status).toBe(200);
    await town.send(homeowner(2), '1');
    await eventually(async () => (await town.heard(homeowner(2))).length === 1);
    await sleep(1_000);
    const turns = await metricOf(town, 'turn lost');
    await sleep(1_000);
    expect(await metricOf(town, 'turn lost')).toBe(turns);
    const { inbox, machines, schema } = await threadImage(town, number);
    expect([inbox.length, schema, machines.length]).toEqual([1, 99, 1]);
    expect(await town.heard(number)).toHaveLength(1);
    await rest(1);
    await town.settle();
    expect(await town.heard(number)).toHaveLength(2);
  } finally {
    await town.close();
  }
});
