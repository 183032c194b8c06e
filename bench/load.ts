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
  /** each with the number of texts it has said so far; counted on, for the next load */
  readonly phones: Map<string, number>;
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
const LOOK_MS = 100;

interface Phone {
  readonly number: string;
  said: number;
  sentAt: number;
  isWaiting: boolean;
  /** among those that are waited for */
  isCounted: boolean;
  hasDoubled: boolean;
}

interface State {
  readonly options: LoadOptions;
  readonly phones: ReadonlyMap<string, Phone>;
  readonly idle: Phone[];
  readonly answers: Answered[];
  readonly counts: { sent: number; answered: number; doubled: number; wrong: number };
  isOn: boolean;
  inFlight: number;
}

const silent = (number: string, said: number): Phone => ({
  number,
  said,
  sentAt: 0,
  isWaiting: false,
  isCounted: false,
  hasDoubled: true,
});

const lineOf = ({ options: { script } }: State, { said }: Phone): Line =>
  script[said % script.length] ?? { body: '', answer: /^/ };

const send = (state: State, phone: Phone) => {
  const url = `${state.options.world.url}/phones/${encodeURIComponent(phone.number)}/texts`;
  Object.assign(phone, { sentAt: Date.now(), isWaiting: true, isCounted: true, hasDoubled: false });
  state.inFlight += 1;
  state.counts.sent += 1;
  void exchange('POST', url, { body: lineOf(state, phone).body }).catch(() => undefined);
};

const pump = (state: State) => {
  while (state.isOn && state.inFlight < state.options.connections) {
    const phone = state.idle.shift();
    if (phone === undefined) return;
    send(state, phone);
  }
};

const release = (state: State, phone: Phone) => {
  if (phone.isCounted) state.inFlight -= 1;
  phone.isCounted = false;
};

const hearAgain = ({ counts }: State, phone: Phone) => {
  if (!phone.hasDoubled) counts.doubled += 1;
  phone.hasDoubled = true;
};

const hear = (state: State, { at, body, to }: SentText) => {
  const phone = state.phones.get(to);
  if (phone === undefined) return;
  if (!phone.isWaiting) {
    hearAgain(state, phone);
    return;
  }
  if (!lineOf(state, phone).answer.test(body)) state.counts.wrong += 1;
  state.counts.answered += 1;
  state.answers.push({ at, ms: at - phone.sentAt });
  release(state, phone);
  phone.isWaiting = false;
  phone.said += 1;
  state.options.phones.set(to, phone.said);
  state.idle.push(phone);
  pump(state);
};

const giveUp = (state: State) => {
  for (const phone of state.phones.values())
    if (phone.isCounted && Date.now() - phone.sentAt > PATIENCE_MS) release(state, phone);
  pump(state);
};

const waitingIn = ({ counts }: State): number => counts.sent - counts.answered;

export const openLoad = async (options: LoadOptions): Promise<Load> => {
  const phones = new Map([...options.phones].map(([number, said]): [string, Phone] => [number, silent(number, said)]));
  const state: State = {
    options,
    phones,
    idle: [...phones.values()],
    answers: [],
    counts: { sent: 0, answered: 0, doubled: 0, wrong: 0 },
    isOn: false,
    inFlight: 0,
  };
  const watch = await watchWire(options.world, (text) => hear(state, text));
  const looking = setInterval(() => giveUp(state), LOOK_MS);
  return {
    answers: state.answers,
    counts: () => ({ ...state.counts, waiting: waitingIn(state) }),
    go: () => {
      state.isOn = true;
      pump(state);
    },
    rest: async (withinMs) => {
      state.isOn = false;
      const last = Date.now() + withinMs;
      while (waitingIn(state) > 0 && Date.now() < last) await sleep(20);
    },
    close: async () => {
      clearInterval(looking);
      await watch.stop();
    },
  };
};
