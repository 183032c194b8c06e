// A closed loop of phones: each sends its next text when its answer has come; so many are waited for at once.
import { setTimeout as sleep } from 'node:timers/promises';
import { exchange } from './ask.ts';
import type { World } from './stage.ts';
import { watchWire, type SentText } from './watch-wire.ts';

export interface Line {
  readonly body: string;
  /** what an answer to it looks like */
  readonly answer: RegExp;
}

export interface LoadOptions {
  readonly world: World;
  readonly phones: readonly string[];
  /** said round and round by each phone */
  readonly script: readonly Line[];
  readonly connections: number;
}

export interface Counts {
  readonly sent: number;
  readonly answered: number;
  /** texts that were answered more than once */
  readonly doubled: number;
  /** answers that belong to another step */
  readonly wrong: number;
  readonly waiting: number;
}

export interface Answered {
  /** real time of the answer, ms */
  readonly at: number;
  /** from the text to its answer */
  readonly ms: number;
}

export interface Load {
  readonly go: () => void;
  /** sends nothing new; resolves when every text has its answer, or after `withinMs` */
  readonly rest: (withinMs: number) => Promise<void>;
  readonly counts: () => Counts;
  readonly answers: readonly Answered[];
  readonly close: () => Promise<void>;
}

/** A text without an answer for so long keeps its phone silent but no longer holds up the others. */
const PATIENCE_MS = 3_000;

interface Phone {
  readonly number: string;
  said: number;
  sentAt: number;
  isWaiting: boolean;
  isCounted: boolean;
  hasDoubled: boolean;
}

export const openLoad = async ({ connections, phones, script, world }: LoadOptions): Promise<Load> => {
  const all = new Map(
    phones.map((number): [string, Phone] => [
      number,
      { number, said: 0, sentAt: 0, isWaiting: false, isCounted: false, hasDoubled: true },
    ]),
  );
  const idle = [...all.values()];
  const answers: Answered[] = [];
  const counts = { sent: 0, answered: 0, doubled: 0, wrong: 0 };
  let isOn = false;
  let inFlight = 0;

  const lineOf = (phone: Phone): Line => script[phone.said % script.length] ?? { body: '', answer: /^/ };
  const release = (phone: Phone) => {
    if (phone.isCounted) inFlight -= 1;
    phone.isCounted = false;
  };
  const send = (phone: Phone) => {
    const url = `${world.url}/phones/${encodeURIComponent(phone.number)}/texts`;
    Object.assign(phone, { sentAt: Date.now(), isWaiting: true, isCounted: true, hasDoubled: false });
    inFlight += 1;
    counts.sent += 1;
    void exchange('POST', url, { body: lineOf(phone).body }).catch(() => undefined);
  };
  const pump = () => {
    while (isOn && inFlight < connections) {
      const phone = idle.shift();
      if (phone === undefined) return;
      send(phone);
    }
  };
  const hear = ({ at, body, to }: SentText) => {
    const phone = all.get(to);
    if (phone === undefined) return;
    if (!phone.isWaiting) {
      if (!phone.hasDoubled) counts.doubled += 1;
      phone.hasDoubled = true;
      return;
    }
    if (!lineOf(phone).answer.test(body)) counts.wrong += 1;
    counts.answered += 1;
    answers.push({ at, ms: at - phone.sentAt });
    release(phone);
    phone.isWaiting = false;
    phone.said += 1;
    idle.push(phone);
    pump();
  };
  const watch = await watchWire(world, hear);
  const giveUp = setInterval(() => {
    for (const phone of all.values()) {
      if (phone.isCounted && Date.now() - phone.sentAt > PATIENCE_MS) release(phone);
    }
    pump();
  }, 100);
  const waiting = () => counts.sent - counts.answered;
  return {
    answers,
    counts: () => ({ ...counts, waiting: waiting() }),
    go: () => {
      isOn = true;
      pump();
    },
    rest: async (withinMs) => {
      isOn = false;
      for (const last = Date.now() + withinMs; waiting() > 0 && Date.now() < last;) await sleep(20);
    },
    close: async () => {
      clearInterval(giveUp);
      await watch.stop();
    },
  };
};
