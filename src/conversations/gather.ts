// People send one thought in several texts. A burst is read as one; a plain menu answer never waits.
import type { Reading } from '../domain/reading.ts';
import type { Asked, InboxItem } from './ports/actor.ts';

/** How long we wait for more, after the last text of a burst. */
export const FREE_TEXT_WAIT_MS = 2_500;
const ANSWER_WAIT_MS = 1_200;
const LONGEST_BURST_MS = 15_000;

const MENU_ANSWER =
  /^\W*(?:[a-z]{1,2}\d{1,4}\W+)?(?:\d|y|n|yes|no|ok|si|sí|otw|here|done|jobs|help|agent|stop|start)(?:\W*[a-z]{1,2}\d{1,4})?\W*$/i;

/** "1", "Y K7", "OTW": nothing more will come that changes it. */
export const isMenuAnswer = (body: string): boolean => body.length <= 24 && MENU_ANSWER.test(body);

export interface Burst {
  readonly items: readonly InboxItem[];
  /** when it is read, in business time */
  readonly readyAt: Date;
}

const bodyOf = (item: InboxItem) => (item.what.kind === 'text' ? item.what.text.body : '');
/** Whoever took it in has seen that it is a menu answer, a tap, or a word like STOP. */
const isExact = (item: InboxItem) => item.readyAt === null;

/** The oldest texts that belong together; a menu answer stands alone and ends the burst before it. */
export const firstBurst = (inbox: readonly InboxItem[], answersAsked: (text: string) => boolean): Burst | null => {
  const texts = inbox.filter((item) => item.what.kind === 'text');
  const [first] = texts;
  if (first === undefined) return null;
  if (isExact(first)) return { items: [first], readyAt: first.at };
  const end = texts.findIndex(isExact);
  const items = end === -1 ? texts : texts.slice(0, end);
  const last = items.at(-1) ?? first;
  if (end !== -1) return { items, readyAt: last.at };
  const wait = answersAsked(items.map(bodyOf).join('\n')) ? ANSWER_WAIT_MS : FREE_TEXT_WAIT_MS;
  const readyAt = Math.min(last.at.getTime() + wait, first.at.getTime() + LONGEST_BURST_MS);
  return { items, readyAt: new Date(readyAt) };
};

const ANSWERS: Readonly<Record<string, (reading: Reading) => boolean>> = {
  job: (reading) => reading.categories.length > 0 && reading.when !== null && reading.place !== null,
  place: (reading) => reading.place?.zip != null && reading.place.street !== null,
  time: (reading) => reading.when !== null || reading.choice !== null,
  choice: (reading) => reading.choice !== null || reading.word !== null,
  yesNo: (reading) => reading.intent === 'yes' || reading.intent === 'no',
  rating: (reading) => reading.rating !== null,
};

/** Whether a text already answers what was asked last (or, when nothing was, says all that a request needs). */
export const isAnswer = (reading: Reading, asked: Asked | null): boolean =>
  ANSWERS[asked?.kind ?? 'job']?.(reading) ?? false;
