// The performing of what turns have ordered: by lanes, one performer an actor, each ending noted in one gathered write.
import type { ActorAddress } from '../domain/actor.ts';
import type { Event } from '../machines/events.ts';
import type { ActorImage, Ending, InboxItem, OutboxItem } from './ports/actor.ts';
import { backOff, type Outcome } from './outcome.ts';
import type { LoggedText } from './ports.ts';
import type { Tools } from './tools.ts';

export interface Performance {
  readonly address: ActorAddress;
  readonly image: ActorImage;
  readonly item: OutboxItem;
}
export type PerformAny = (performance: Performance) => Promise<Outcome>;

const TAKEOVERS_BEFORE_A_PERSON = 3;
const TRIES_BEFORE_A_PERSON = 25;

interface LaneEnd {
  readonly endings: readonly Ending[];
  readonly rows: readonly LoggedText[];
}

const isOpen = (item: OutboxItem, now: Date) => item.nextAt === null || item.nextAt <= now;

const lanesOf = (image: ActorImage): readonly (readonly OutboxItem[])[] => {
  const lanes = new Map<string, OutboxItem[]>();
  for (const item of image.outbox) lanes.set(item.lane, [...(lanes.get(item.lane) ?? []), item]);
  return [...lanes.values()];
};

interface Performing {
  readonly address: ActorAddress;
  readonly image: ActorImage;
  readonly onNews: (image: ActorImage) => void;
  readonly isStopped: () => boolean;
  /** orders were performed, and MongoDB did not take the note of how they ended */
  readonly onDoubt: () => void;
}

/** Performs until nothing of the outbox is due. `onNews` is called with every image that brought answers into the inbox. */
export const performAll = async (tools: Tools, perform: PerformAny, order: Performing): Promise<void> => {
  const { address, onNews, isStopped } = order;
  let image: ActorImage | null = order.image;
  while (hasOpen(tools, image) && !isStopped()) {
    const claimed: ActorImage | null = tools.actors.mayPerform(image) ? image : await tools.actors.takeClaim(address);
    if (claimed === null || !tools.actors.mayPerform(claimed)) return;
    image = await performRound(tools, perform, { address, image: claimed }).catch((error: unknown) => {
      order.onDoubt();
      throw error;
    });
    if (hasNews(image)) onNews(image);
  }
};

const hasNews = (image: ActorImage | null): image is ActorImage => image !== null && image.inbox.length > 0;

/** Whether anything that this actor ordered may be performed now. */
export const hasOpen = (tools: Tools, image: ActorImage | null): image is ActorImage =>
  image?.outbox.some((item) => isOpen(item, tools.clock.now())) ?? false;

const performRound = async (
  tools: Tools,
  perform: PerformAny,
  { address, image }: { address: ActorAddress; image: ActorImage },
): Promise<ActorImage | null> => {
  const ends = await Promise.all(lanesOf(image).map((lane) => performLane(tools, perform, { address, image, lane })));
  await Promise.all(ends.flatMap(({ rows }) => rows).map((row) => tools.log.write(row)));
  const endings = ends.flatMap((end) => end.endings);
  for (const ending of endings) if (ending.outcome === 'stuck') await raise(tools, image, ending);
  return tools.actors.finish(address, endings);
};

const raise = (tools: Tools, image: ActorImage, { id, stuck }: Extract<Ending, { outcome: 'stuck' }>) => {
  tools.journal.error({ ref: image.ref, effect: id, type: stuck.type }, 'an effect needs a person');
  return tools.alerts.raise({
    id: `stuck:${id}`,
    about: 'abandoned',
    ref: image.ref,
    code: codeOf(image, id),
    at: tools.clock.now(),
  });
};

/** Of the booking, or of the conversation that ordered it. */
const codeOf = ({ machines, outbox }: ActorImage, id: string): string | null => {
  const by = outbox.find((item) => item.id === id)?.conversation ?? 'main';
  const code = machines.find((machine) => machine.id === by)?.context['code'];
  return typeof code === 'string' ? code : null;
};

const performLane = async (
  tools: Tools,
  perform: PerformAny,
  lane: { address: ActorAddress; image: ActorImage; lane: readonly OutboxItem[] },
): Promise<LaneEnd> => {
  const endings: Ending[] = [];
  const rows: LoggedText[] = [];
  for (const [index, item] of lane.lane.entries()) {
    if (!isOpen(item, tools.clock.now())) {
      endings.push(...behind(lane.lane.slice(index + 1), item, tools.clock.now()));
      break;
    }
    if (index > 0 && !tools.actors.mayPerform(lane.image)) break;
    const outcome = await tryOnce(tools, perform, { address: lane.address, image: lane.image, item });
    if (outcome.outcome === 'done') rows.push(...(outcome.rows ?? []));
    const ending = endingOf(item, outcome, tools.clock.now());
    endings.push(ending);
    if (ending.outcome === 'again') break;
  }
  return { endings, rows };
};

const behind = (rest: readonly OutboxItem[], head: OutboxItem, now: Date): readonly Ending[] =>
  rest.flatMap((item) =>
    head.nextAt !== null && isOpen(item, now) ? [{ id: item.id, outcome: 'behind' as const, nextAt: head.nextAt }] : [],
  );

const tryOnce = async (tools: Tools, perform: PerformAny, performance: Performance): Promise<Outcome> => {
  const { item, image } = performance;
  if (item.takeovers >= TAKEOVERS_BEFORE_A_PERSON) return { outcome: 'stuck', reason: 'processes died over it' };
  try {
    const outcome = await perform(performance);
    const isTooOften = outcome.outcome === 'again' && item.tries + 1 >= TRIES_BEFORE_A_PERSON;
    return isTooOften ? { outcome: 'stuck', reason: 'it kept failing' } : outcome;
  } catch (error) {
    tools.journal.error(
      { ref: image.ref, effect: item.id, type: item.effect.type, error: nameOf(error) },
      'an effect threw',
    );
    if (item.tries >= 4) return { outcome: 'stuck', reason: nameOf(error) };
    return { outcome: 'again', afterMs: backOff(item.tries, Math.random()), isUnknown: true };
  }
};

/** The name and place of an error, never its message: that may quote what a person wrote. */
const nameOf = (error: unknown) => {
  if (!(error instanceof Error)) return 'unknown';
  return `${error.name} ${
    error.stack
      ?.split('\n')
      .find((line) => line.includes(' at '))
      ?.trim() ?? ''
  }`;
};

const endingOf = (item: OutboxItem, outcome: Outcome, now: Date): Ending => {
  const { id, lane } = item;
  if (outcome.outcome === 'done') return { id, outcome: 'over', answers: answersOf(item, outcome.answers, now) };
  if (outcome.outcome === 'again') {
    const since = outcome.isNew === true ? now : (item.unknownSince ?? now);
    const unknownSince = outcome.isUnknown ? since : null;
    return { id, lane, outcome: 'again', nextAt: new Date(now.getTime() + outcome.afterMs), unknownSince };
  }
  const stuck = { id, at: now, kind: 'effect' as const, type: item.effect.type, reason: outcome.reason };
  return {
    id,
    outcome: 'stuck',
    stuck,
    answers: answersOf(item, [{ type: 'effect.abandoned', effect: item.effect.type }], now),
  };
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
