// `npm run bench webhook`: how long Twilio waits for our 200, at 200 texts a second, beside the least that a durable webhook does.
import { setTimeout as sleep } from 'node:timers/promises';
import { exchange } from './ask.ts';
import { startFixline, startInsertOnly, type Contestant } from './contestants.ts';
import { homeowners } from './dither.ts';
import type { Options } from './options.ts';
import { print } from './print.ts';
import { onStage, type Stage } from './stage.ts';
import { quantile, table } from './statistics.ts';

const PHONES = 400;
const A_SECOND = 200;
const TICK_MS = 5;

interface Answer {
  readonly status: number;
  readonly ms: number;
}

/** Texts at a fixed rate, whatever becomes of those before: a slow answer delays no text. */
const pour = async (url: string, seconds: number): Promise<readonly Answer[]> => {
  const phones = homeowners(PHONES);
  const answers: Promise<Answer | null>[] = [];
  const send = (index: number) => {
    const phone = phones[index % PHONES] ?? '';
    return exchange('POST', `${url}/phones/${encodeURIComponent(phone)}/texts`, { body: String((index % 3) + 1) })
      .then(({ text }) => (JSON.parse(text) as { webhook: Answer }).webhook)
      .catch(() => null);
  };
  const begun = performance.now();
  for (let sent = 0; sent < seconds * A_SECOND;) {
    const due = Math.min(Math.floor(((performance.now() - begun) * A_SECOND) / 1_000), seconds * A_SECOND);
    for (; sent < due; sent += 1) answers.push(send(sent));
    await sleep(TICK_MS);
  }
  return (await Promise.all(answers)).map((answer) => answer ?? { status: 0, ms: Number.NaN });
};

const measure = async (
  stage: Stage,
  { database, seconds, start }: { database: string; seconds: number; start: Contestant },
) => {
  const world = await stage.openWorld(1);
  const process = await start({ world, mongodbUri: stage.uriOf(database) });
  try {
    await pour(world.url, 5);
    return await pour(world.url, seconds);
  } finally {
    await process.stop();
    await world.sandbox.stop();
  }
};

export const benchWebhook = ({ rounds, seconds }: Options): Promise<boolean> =>
  onStage(async (stage) => {
    print(`webhook: ${A_SECOND} texts a second from ${PHONES} phones, ms from Twilio's request to our answer`);
    const rows: (readonly (string | number)[])[] = [];
    const ours: number[] = [];
    const theirs: number[] = [];
    let isTaken = true;
    for (let number = 0; number < rounds; number += 1) {
      for (const [name, start, kept] of [
        ['fixline', startFixline, ours],
        ['insert only', startInsertOnly, theirs],
      ] as const) {
        const answers = await measure(stage, { start, seconds, database: `${name.replace(' ', '')}${number}` });
        const ms = answers.filter(({ status }) => status === 200).map((answer) => answer.ms);
        kept.push(...ms);
        if (name === 'fixline') isTaken &&= ms.length === answers.length;
        rows.push([name, quantile(ms, 0.5), quantile(ms, 0.99), answers.length, answers.length - ms.length]);
      }
    }
    print(table([['', 'p50 ms', 'p99 ms', 'texts', 'not taken'], ...rows]));
    const ratio = (share: number) => (quantile(ours, share) / quantile(theirs, share)).toFixed(2);
    print(`\nfixline : insert only = ${ratio(0.5)} : 1 at p50, ${ratio(0.99)} : 1 at p99`);
    return isTaken;
  });
