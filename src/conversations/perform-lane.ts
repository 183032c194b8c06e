// The performing of one lane of an outbox, in order, and what became of each order of it.
import type { ActorAddress } from '../domain/actor.ts';
import type { Event } from '../machines/events.ts';
import { isFatal, isSuspect, type Taken } from './on-trial.ts';
import { backOff, type Outcome } from './outcome.ts';
import type { LoggedText } from './ports/message-log.ts';
import type { ActorImage, Ending, InboxItem, OutboxItem } from './ports/actor.ts';
import type { Tools } from './tools.ts';

export interface Performance {
  readonly address: ActorAddress;
  readonly image: ActorImage;
  readonly item: OutboxItem;
}
export type PerformAny = (performance: Performance) => Promise<Outcome>;

export interface Lane {
  readonly name: string;
  readonly address: ActorAddress;
  readonly image: ActorImage;
  readonly items: readonly OutboxItem[];
}

export interface LaneEnd {
  readonly lane: string;
  readonly endings: readonly Ending[];
  readonly rows: readonly LoggedText[];
  /** somebody waits for the note of it: an answer came, or some of the lane is left */
  readonly isAwaited: boolean;
}

const TRIES_BEFORE_A_PERSON = 25;
const ERRORS_BEFORE_A_PERSON = 5;
const KEPT_FAILING = 'it kept failing';

export const isOpen = (item: OutboxItem, now: Date): boolean => item.nextAt === null || item.nextAt <= now;

/** Performs until the lane is done, one of it must wait, or the claim runs out. Never rejects. */
export const performLane = async (tools: Tools, perform: PerformAny, lane: Lane): Promise<LaneEnd> => {
  const { address, image, items } = lane;
  const endings: Ending[] = [];
  const rows: LoggedText[] = [];
  for (const [index, item] of items.entries()) {
    if (!isOpen(item, tools.clock.now())) {
      endings.push(...behind(items.slice(index + 1), item, tools.clock.now()));
      break;
    }
    if (index > 0 && !tools.actors.mayPerform(image)) break;
    const outcome = await tryOnce(tools, perform, { address, image, item });
    if (outcome.outcome === 'done') rows.push(...(outcome.rows ?? []));
    const ending = endingOf(image, item, { outcome, now: tools.clock.now() });
    endings.push(ending);
    if (isNotedFirst(item, ending)) break;
  }
  return endOf(lane, endings, rows);
};

/** Of what somebody died over, each step is noted before the next begins: else nobody knows which of them it was. */
const isNotedFirst = (item: OutboxItem, ending: Ending): boolean =>
  ending.outcome === 'again' || item.unknownSince !== null;

const endOf = ({ items, name }: Lane, endings: readonly Ending[], rows: readonly LoggedText[]): LaneEnd => ({
  lane: name,
  endings,
  rows,
  isAwaited: endings.length < items.length || endings.some(isAwaited),
});

const isAwaited = (ending: Ending): boolean => ending.outcome !== 'over' || ending.answers.length > 0;

const behind = (rest: readonly OutboxItem[], head: OutboxItem, now: Date): readonly Ending[] =>
  rest.flatMap((item) =>
    head.nextAt !== null && isOpen(item, now) ? [{ id: item.id, outcome: 'behind' as const, nextAt: head.nextAt }] : [],
  );

const tryOnce = async (tools: Tools, perform: PerformAny, performance: Performance): Promise<Outcome> => {
  const { item } = performance;
  const taken: Taken = { id: item.id, takenUp: item.takeovers, trials: item.trials ?? 0 };
  if (isFatal(taken)) return { outcome: 'stuck', reason: 'processes died over it' };
  return isSuspect(taken) ? tryAlone(tools, perform, performance) : tryNow(tools, perform, performance);
};

/** Whoever had to wait too long for his turn begins nothing: the claim may be another's by then. */
const tryAlone = (tools: Tools, perform: PerformAny, performance: Performance): Promise<Outcome> =>
  tools.alone(async () => {
    const { address, image, item } = performance;
    if (!tools.actors.mayPerform(image)) return { outcome: 'again', afterMs: 0, isUnknown: item.unknownSince !== null };
    const noted: PerformAny = async (noting) => {
      await tools.actors.noteTrial(address, [item.id]);
      return perform(noting);
    };
    return tryNow(tools, noted, performance);
  });

const tryNow = async (tools: Tools, perform: PerformAny, performance: Performance): Promise<Outcome> => {
  const { image, item } = performance;
  try {
    const outcome = await perform(performance);
    return outcome.outcome === 'again' ? againOrStuck(item, outcome, KEPT_FAILING) : outcome;
  } catch (error) {
    const name = placeOf(error);
    tools.journal.error({ ref: image.ref, effect: item.id, type: item.effect.type, error: name }, 'an effect threw');
    const again = { outcome: 'again', afterMs: backOff(item.tries, Math.random()), isUnknown: true } as const;
    return againOrStuck(item, again, name);
  }
};

type Again = Extract<Outcome, { outcome: 'again' }>;

/** Nobody could order these anew. Each has an idempotency key, or only reads: an hour without Stripe must not end them. */
const NEVER_GIVEN_UP: readonly string[] = ['payOut', 'refundPayment', 'closeLink', 'readCharge', 'readPayment'];

/** After so many tries a person is told, once; what may be given up is given up. */
const againOrStuck = ({ effect, tries }: OutboxItem, again: Again, reason: string): Outcome => {
  const most = reason === KEPT_FAILING ? TRIES_BEFORE_A_PERSON : ERRORS_BEFORE_A_PERSON;
  if (tries + 1 < most) return again;
  if (!NEVER_GIVEN_UP.includes(effect.type)) return { outcome: 'stuck', reason };
  return { ...again, isForPerson: tries + 1 === most };
};

/** A line of a stack that names a file and a place in it, as V8 writes it. */
const FRAME = /^ {4}at (?:.+ \()?(?:file:|node:|\/).*:\d+:\d+\)?$/;

/** The name and place of an error, never its message: that may quote what a person wrote. */
export const placeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'unknown';
  const frame = error.stack?.split('\n').find((line) => FRAME.test(line));
  return `${error.name} ${frame?.trim() ?? ''}`.trim();
};

const endingOf = (image: ActorImage, item: OutboxItem, { now, outcome }: { outcome: Outcome; now: Date }): Ending => {
  const { id, lane } = item;
  if (outcome.outcome === 'done') return { id, outcome: 'over', answers: answersOf(item, outcome.answers, now) };
  if (outcome.outcome === 'again') {
    const since = outcome.isNew === true ? now : (item.unknownSince ?? now);
    const unknownSince = outcome.isUnknown ? since : null;
    const alert = outcome.isForPerson === true ? alertOf(image, item, now) : null;
    return { id, lane, outcome: 'again', nextAt: new Date(now.getTime() + outcome.afterMs), unknownSince, alert };
  }
  return {
    id,
    outcome: 'stuck',
    stuck: { id, at: now, kind: 'effect', type: item.effect.type, reason: outcome.reason, content: item.effect },
    answers: answersOf(item, newsOfEnd(item), now),
    alert: alertOf(image, item, now),
  };
};

/** A text that was given up did not arrive: whoever asked something by it must not take silence for an answer. */
const newsOfEnd = ({ effect }: OutboxItem): readonly Event[] => [
  { type: 'effect.abandoned', effect: effect.type },
  ...(effect.type === 'say' ? [{ type: 'text.failed', key: effect.key, code: null } as const] : []),
];

/** A person is told by an order like any other; of one that could not be told in this way there is no more to say. */
const alertOf = (image: ActorImage, { conversation, effect, id }: OutboxItem, at: Date): OutboxItem | null =>
  effect.type === 'alertPerson'
    ? null
    : {
        id: `stuck:${id}`,
        lane: 'alertPerson',
        conversation,
        effect: { type: 'alertPerson', about: 'abandoned', code: codeOf(image, conversation) },
        at,
        nextAt: null,
        tries: 0,
        takeovers: 0,
        unknownSince: null,
      };

/** Of the booking, or of the conversation that ordered it. */
const codeOf = ({ machines }: ActorImage, conversation: string | null): string | null => {
  const code = machines.find((machine) => machine.id === (conversation ?? 'main'))?.context['code'];
  return typeof code === 'string' ? code : null;
};

const answersOf = (item: OutboxItem, events: readonly Event[], at: Date): readonly InboxItem[] =>
  events.map((event, index) => ({
    id: `${item.id}.${index}`,
    at,
    readyAt: null,
    tries: 0,
    letter: null,
    conversation: item.conversation ?? 'main',
    what: { kind: 'event', event },
  }));
