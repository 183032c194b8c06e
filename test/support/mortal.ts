import type { Tools } from '../../src/conversations/tools.ts';

/** One call of a turn at which a process may die. */
export interface Step {
  /** during which act of the story */
  readonly act: number;
  /** what is called, and for what: `actors.commit thread`, `texts.send` */
  readonly name: string;
  /** the how-manyeth call of that name in that act */
  readonly count: number;
}

export interface Fate extends Step {
  /** before: the call was never made; after: it was made, and nobody heard the answer */
  readonly when: 'before' | 'after';
}

export interface Mortal {
  readonly around: (tools: Tools) => Tools;
  /** the story goes on: from here on its calls are counted anew, and this is what awaits it */
  readonly begin: (act: number, fate: Fate | null) => void;
  /** every call so far, in order */
  readonly steps: readonly Step[];
  readonly isDead: () => boolean;
  /** resolves when it has died */
  readonly death: Promise<void>;
}

const never = new Promise<never>(() => undefined);

/** Which ports can be died in: those that write or call out. Reading changes nothing. */
const PORTS = {
  actors: ['accept', 'commit', 'takeClaim', 'noteTrial', 'finish', 'hasten'],
  texts: ['send', 'sentTo'],
  payments: ['makeLink', 'closeLink', 'readPayment', 'readCharge', 'transfer', 'refund', 'makeAccount', 'readAccount'],
  reservations: ['hold', 'release'],
  ledger: ['post'],
  codes: ['take', 'free'],
  shortLinks: ['make'],
  log: ['write', 'advance'],
  comparisons: ['note'],
  alerts: ['raise'],
} as const;

type AnyFunction = (...args: unknown[]) => Promise<unknown>;

const kindOf = (args: readonly unknown[]) => {
  const [first] = args;
  return typeof first === 'object' && first !== null && 'kind' in first ? ` ${String(first.kind)}` : '';
};

/** A process that dies at one of its calls: from then on it makes no call, and hears no answer. */
export const makeMortal = (): Mortal => {
  const steps: Step[] = [];
  const counts = new Map<string, number>();
  let current = 0;
  let fate: Fate | null = null;
  const state = { isDead: false };
  let die: () => void = () => undefined;
  const death = new Promise<void>((resolve) => {
    die = () => {
      state.isDead = true;
      resolve();
    };
  });

  /* The flag changes while a call is under way, which the linter cannot see. */
  const isDead = () => state.isDead;
  const whenOf = (step: string, count: number) => (fate?.name === step && fate.count === count ? fate.when : 'never');
  const mortal =
    (port: string, name: string, call: AnyFunction): AnyFunction =>
    async (...args) => {
      if (isDead()) return never;
      const step = `${port}.${name}${kindOf(args)}`;
      const count = (counts.get(step) ?? 0) + 1;
      counts.set(step, count);
      steps.push({ act: current, name: step, count });
      const when = whenOf(step, count);
      if (when === 'before') die();
      const answer = when === 'before' ? never : await call(...args);
      if (when === 'after') die();
      return isDead() ? never : answer;
    };

  const around = (tools: Tools): Tools => {
    const wrapped = Object.entries(PORTS).map(([port, names]) => {
      const whole = tools[port as keyof typeof PORTS] as unknown as Record<string, AnyFunction>;
      const mortals = names.map((name) => [name, mortal(port, name, whole[name] as AnyFunction)]);
      return [port, { ...whole, ...(Object.fromEntries(mortals) as object) }] as const;
    });
    return { ...tools, ...Object.fromEntries(wrapped) };
  };
  const begin = (act: number, awaited: Fate | null) => {
    counts.clear();
    [current, fate] = [act, awaited];
  };
  return { around, begin, steps, isDead, death };
};
