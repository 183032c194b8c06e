// `npm run bench memory`: resident memory of the app after 1,000 and after 10,000 turns.
import { setTimeout as sleep } from 'node:timers/promises';
import { startFixline } from './contestants.ts';
import { atTheBeginning, DITHERING, homeowners, tellJobs } from './dither.ts';
import { openLoad } from './load.ts';
import type { Options } from './options.ts';
import { residentMegabytes } from './processes.ts';
import { print } from './print.ts';
import { onStage } from './stage.ts';
import { table } from './statistics.ts';

const MARKS = [1_000, 2_500, 5_000, 7_500, 10_000];
const MOST_MEGABYTES = 250;
const PHONES = 400;

export const benchMemory = ({ connections }: Options): Promise<boolean> =>
  onStage(async (stage) => {
    print('memory: resident memory of the app under the load of `turns`');
    const world = await stage.openWorld(1);
    const app = await startFixline({ world, mongodbUri: stage.uriOf('memory') });
    const rows: (readonly [string, string])[] = [['ready', (residentMegabytes(app.pid) ?? Number.NaN).toFixed(0)]];
    const phones = homeowners(PHONES);
    try {
      await tellJobs(world, phones);
      const load = await openLoad({ world, phones: atTheBeginning(phones), script: DITHERING, connections });
      load.go();
      for (const mark of MARKS) {
        while (load.counts().answered < mark) await sleep(50);
        rows.push([`${mark} turns`, (residentMegabytes(app.pid) ?? Number.NaN).toFixed(0)]);
      }
      await load.rest(30_000);
      await load.close();
    } finally {
      await app.stop();
    }
    print(table([['', 'MB'], ...rows]));
    return Number(rows.at(-1)?.[1]) < MOST_MEGABYTES;
  });
