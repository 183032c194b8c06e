import { setTimeout as sleep } from 'node:timers/promises';
import type { ActorKind } from '../../src/domain/actor.ts';
import type { ActorImage } from '../../src/conversations/ports/actor.ts';
import type { Exchange } from '../support/sandbox-world.ts';
import type { Town } from '../support/town.ts';

/** A Tuesday, 9:00 in Austin. */
export const AT = '2035-03-06T15:00:00Z';
export const PROVIDER = '+17375550101';
export const homeowner = (index: number): string => `+1512555${String(100 + index).padStart(4, '0')}`;
export const threadOf = (number: string) => ({ kind: 'thread' as const, id: `sms:${number}` });

/** Claims and rests short enough for tests. */
export const TIMING = { claimMs: 1_000, graceMs: 150 };

export const WHEN = ['thursday after 3', 'friday after 3', 'saturday after 3', 'friday after 10 am'] as const;

/** From the first text to the request that is out. */
export const askForPro = async (town: Town, number: string, when: string = WHEN[0]): Promise<void> => {
  await town.says(number, `Kitchen sink leaking, ${when}, 1204 Oak Hill Rd 78704`);
  await town.says(number, '1');
};

/** The same, with a provider who said yes and a link that waits to be paid. */
export const askToPay = async (town: Town, number: string, when: string = WHEN[0]): Promise<void> => {
  await askForPro(town, number, when);
  await town.says(PROVIDER, 'Y');
  await town.says(number, '1');
};

/** Waits in real time until it is so. Throws after half a minute. */
export const eventually = async (isSo: () => boolean | Promise<boolean>): Promise<void> => {
  const end = Date.now() + 30_000;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error('It did not come to pass within 30 seconds.');
    await sleep(20);
  }
};

export const threadImage = async (town: Town, number: string): Promise<ActorImage> => {
  const image = await town.app.tools.actors.load(threadOf(number));
  if (image === null) throw new Error('Nobody has written from that number.');
  return image;
};

export const imagesOf = async (town: Town, kind: ActorKind): Promise<readonly ActorImage[]> =>
  (await town.app.store.models[kind].collection.find({}).toArray()) as unknown as ActorImage[];

/** The booking of that homeowner. */
export const bookingOf = async (town: Town, number: string): Promise<ActorImage> => {
  const found = (await imagesOf(town, 'booking')).find(({ machines }) => {
    const homeownerOf = machines[0]?.context['homeowner'] as { thread: string } | undefined;
    return homeownerOf?.thread === `sms:${number}`;
  });
  if (found === undefined) throw new Error('That number has no booking.');
  return found;
};

export const bookingState = async (town: Town, number: string) => (await bookingOf(town, number)).machines[0]?.value;

export const logOf = (town: Town, number: string) => town.app.tools.log.ofThread(`sms:${number}`, 500);
export const alertsAbout = async (town: Town, ref: string) =>
  (await town.app.store.alertBook.newest(200)).filter((alert) => alert.ref === ref).map(({ about }) => about);

export const fault = (town: Town, order: Readonly<Record<string, unknown>>) => town.ask('POST', '/faults', order);
export const noFaults = (town: Town) => town.ask('DELETE', '/faults');

/** Every exchange whose method, path and body hold all of these, oldest first. */
export const wire = async (town: Town, ...parts: readonly string[]): Promise<readonly Exchange[]> => {
  const answer = await fetch(`${town.sandbox.url}/wire`);
  const lines = (await answer.text()).split('\n').filter((line) => line !== '');
  return lines
    .map((line) => JSON.parse(line) as Exchange)
    .filter(({ method, path, requestBody }) => {
      const whole = `${method} ${path} ${requestBody}`;
      return parts.every((part) => whole.includes(part));
    });
};

/** How a number stands in a form that goes to Twilio. */
export const inForm = (number: string) => `To=${encodeURIComponent(number)}`;
/** The orders to send a text to that number that came through Twilio's door. */
export const sendsTo = (town: Town, number: string) => wire(town, 'POST /2010', inForm(number));
