// The people of the bench, over the sandbox's phones: homeowners who book, providers who serve.
import { setTimeout as sleep } from 'node:timers/promises';
import type { World } from '../stage.ts';
import { watchWire, type SentText } from '../watch-wire.ts';
import { answerTo, type Act, type Ending } from './answers.ts';
import { payLink } from './pay-link.ts';

export interface People {
  /** a homeowner texts a job; nothing is waited for */
  readonly book: (phone: string, job: string) => void;
  /** homeowners whose booking has not come to an end */
  readonly unfinished: () => readonly string[];
  readonly endings: () => Readonly<Record<Ending, number>>;
  /** every text that was ever sent from a phone, by sid */
  readonly said: ReadonlyMap<string, string>;
  /** every text that Twilio took from the app, in order */
  readonly heard: readonly SentText[];
  /** milliseconds since anybody said or heard anything */
  readonly quietMs: () => number;
  readonly close: () => Promise<void>;
}

/** Nobody answers in no time; the app's process may die in between. */
const thinkingMs = () => 20 + Math.random() * 200;

export const openPeople = async (world: World): Promise<People> => {
  const said = new Map<string, string>();
  const heard: SentText[] = [];
  const ends = new Map<string, Ending | null>();
  const bodies = new Set<string>();
  let lastAt = Date.now();

  const say = async (phone: string, body: string) => {
    lastAt = Date.now();
    const path = `/phones/${encodeURIComponent(phone)}/texts`;
    const { sid } = (await world.ask('POST', path, { body })) as { sid: string };
    said.set(sid, phone);
  };
  const perform = async (phone: string, act: Act) => {
    await sleep(thinkingMs());
    if (act.do === 'text') await say(phone, act.body);
    else if (act.do === 'pay') await payLink(world, act.link);
    else ends.set(phone, act.as);
  };
  const complain = (error: unknown) => console.error(error instanceof Error ? error.message : String(error));
  const watch = await watchWire(world, (text) => {
    lastAt = Date.now();
    heard.push(text);
    // Whoever reads the same words again does not answer them again.
    const words = `${text.to} ${text.body}`;
    const act = bodies.has(words) ? null : answerTo(text.to, text.body);
    bodies.add(words);
    if (act !== null) perform(text.to, act).catch(complain);
  });
  return {
    said,
    heard,
    book: (phone, job) => {
      ends.set(phone, null);
      say(phone, job).catch(complain);
    },
    unfinished: () => [...ends].flatMap(([phone, end]) => (end === null ? [phone] : [])),
    endings: () => {
      const counts: Record<Ending, number> = { served: 0, unfilled: 0, lapsed: 0, returned: 0 };
      for (const end of ends.values()) if (end !== null) counts[end] += 1;
      return counts;
    },
    quietMs: () => Date.now() - lastAt,
    close: () => watch.stop(),
  };
};
