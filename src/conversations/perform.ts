// The performing of what turns have ordered: by lanes, one performer an actor. What somebody waits for is noted at once, all other
// ends with the last one.
import type { ActorAddress } from '../domain/actor.ts';
import { isOpen, performLane, type Lane, type LaneEnd, type PerformAny } from './perform-lane.ts';
import type { ActorImage } from './ports/actor.ts';
import type { Tools } from './tools.ts';

interface Performing {
  readonly address: ActorAddress;
  readonly image: ActorImage;
  /** rings when a turn has ordered more since before `image` was read */
  readonly bell: AbortSignal;
  /** the bell that rings next: listened to before the orders are read again */
  readonly listen: () => AbortSignal;
  readonly onNews: (image: ActorImage) => void;
  readonly isStopped: () => boolean;
  /** orders were performed, and MongoDB did not take the note of how they ended */
  readonly onDoubt: () => void;
}

/** The lanes that were begun and are not noted yet: none of them is begun again. */
interface Begun {
  readonly underWay: Map<string, Promise<void>>;
  ended: readonly LaneEnd[];
}

type Shift = Performing & { readonly tools: Tools; readonly perform: PerformAny; readonly begun: Begun };

/** Performs until nothing of the outbox is due. `onNews` is called with every image that brought answers into the inbox. */
export const performAll = async (tools: Tools, perform: PerformAny, order: Performing): Promise<void> => {
  const begun: Begun = { underWay: new Map(), ended: [] };
  try {
    await performRounds({ ...order, tools, perform, begun });
  } catch (error) {
    if (hasBegun(begun)) order.onDoubt();
    // Whoever comes next must not find any of it still going on.
    await Promise.all(begun.underWay.values());
    throw error;
  }
};

/** Whether anything that this actor ordered may be performed now. */
export const hasOpen = (tools: Tools, image: ActorImage | null): image is ActorImage =>
  image?.outbox.some((item) => isOpen(item, tools.clock.now())) ?? false;

const hasBegun = ({ ended, underWay }: Begun): boolean => underWay.size + ended.length > 0;

const performRounds = async (shift: Shift): Promise<void> => {
  const { begun, listen, onNews } = shift;
  let bell = hung(shift.bell);
  await beginLanes(shift, shift.image);
  while (hasBegun(begun)) {
    await newsOf(begun, bell);
    if (bell.signal.aborted) bell = hung(listen());
    const image = await noteEnds(shift);
    if (image !== null && image.inbox.length > 0) onNews(image);
    await beginLanes(shift, image);
  }
};

const beginLanes = async (shift: Shift, image: ActorImage | null): Promise<void> => {
  const { address, begun, isStopped, perform, tools } = shift;
  if (isStopped() || lanesToBegin(shift, image).length === 0) return;
  const claimed = image !== null && tools.actors.mayPerform(image) ? image : await tools.actors.takeClaim(address);
  if (claimed === null || !tools.actors.mayPerform(claimed)) return;
  for (const lane of lanesToBegin(shift, claimed)) {
    const end = performLane(tools, perform, lane).then((ended) => {
      begun.underWay.delete(lane.name);
      begun.ended = [...begun.ended, ended];
    });
    begun.underWay.set(lane.name, end);
  }
};

/** Those with something to do, besides the ones that were begun. */
const lanesToBegin = ({ address, begun, tools }: Shift, image: ActorImage | null): readonly Lane[] => {
  if (image === null) return [];
  const busy = new Set([...begun.underWay.keys(), ...begun.ended.map(({ lane }) => lane)]);
  const lanes = [...new Set(image.outbox.map(({ lane }) => lane))].filter((name) => !busy.has(name));
  return lanes
    .map((name) => ({ name, address, image, items: image.outbox.filter(({ lane }) => lane === name) }))
    .filter(({ items }) => items.some((item) => isOpen(item, tools.clock.now())));
};

interface Bell {
  readonly signal: AbortSignal;
  readonly rung: Promise<void>;
}

/** Listened to once, however many rounds it hangs there. */
const hung = (signal: AbortSignal): Bell => ({
  signal,
  rung: new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  }),
});

/** Resolves when somebody waits for a note, when a turn has ordered more, or when all lanes have ended. */
const newsOf = async (begun: Begun, { rung, signal }: Bell): Promise<void> => {
  while (begun.underWay.size > 0 && !signal.aborted && !begun.ended.some(({ isAwaited }) => isAwaited))
    await Promise.race([rung, ...begun.underWay.values()]);
};

/** The actor as it is after the note; the log knows of a text before the outbox forgets it. */
const noteEnds = async ({ address, begun, tools }: Shift): Promise<ActorImage | null> => {
  const { ended } = begun;
  if (ended.length === 0) return tools.actors.takeClaim(address);
  const endings = ended.flatMap((end) => end.endings);
  for (const ending of endings)
    if (ending.outcome === 'stuck')
      tools.journal.error({ effect: ending.id, type: ending.stuck.type }, 'an effect needs a person');
  await Promise.all(ended.flatMap(({ rows }) => rows).map((row) => tools.log.write(row)));
  const image = await tools.actors.finish(address, endings);
  begun.ended = begun.ended.filter((end) => !ended.includes(end));
  return image;
};
