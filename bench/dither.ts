// The texts of the turns: a homeowner who cannot settle on a time. Exact menu answers, so that nothing waits for the rest of a burst.
import { setTimeout as sleep } from 'node:timers/promises';
import { ask } from './ask.ts';
import type { Line } from './load.ts';
import type { World } from './stage.ts';
import { watchWire } from './watch-wire.ts';

const OPENER = 'Kitchen sink leaking, tomorrow after 3, 1204 Oak Hill Rd 78704';
const PREPARED_MS = 60_000;
const AT_ONCE = 40;

const change: Line = { body: '2', answer: /What should change\?/ };
const when: Line = { body: '3', answer: /When\?/ };
const first: Line = { body: '1', answer: /1 send, 2 change/ };
const second: Line = { body: '2', answer: /1 send, 2 change/ };

/** Ends where it began: at the summary of the request. */
export const DITHERING: readonly Line[] = [change, when, first, change, when, second];

/** +1 512 556 0000 and on. */
export const homeowners = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `+1512556${String(index).padStart(4, '0')}`);

/** None of them has said anything of a script yet. */
export const atTheBeginning = (phones: readonly string[]): Map<string, number> =>
  new Map(phones.map((phone) => [phone, 0]));

/** Brings each phone's conversation to the summary of its request. */
export const tellJobs = async (world: World, phones: readonly string[]): Promise<void> => {
  const summed = new Set<string>();
  const watch = await watchWire(world, ({ body, to }) => {
    if (/1 send, 2 change/.test(body)) summed.add(to);
  });
  try {
    for (let start = 0; start < phones.length; start += AT_ONCE) {
      const some = phones.slice(start, start + AT_ONCE);
      await Promise.all(
        some.map((phone) => ask('POST', `${world.url}/phones/${encodeURIComponent(phone)}/texts`, { body: OPENER })),
      );
    }
    const last = Date.now() + PREPARED_MS;
    while (summed.size < phones.length) {
      await sleep(50);
      if (Date.now() > last) throw new Error(`Only ${summed.size} of ${phones.length} requests came to their summary.`);
    }
  } finally {
    await watch.stop();
  }
};
