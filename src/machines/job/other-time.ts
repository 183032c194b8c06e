// Another time than the one that was asked for.
import type { ArrivalWindow } from '../../domain/arrival-window.ts';
import { arrivalWindows, windowsToOffer, windowsWanted } from '../../domain/arrival-windows.ts';
import { localDate, localMinute } from '../../domain/instants.ts';
import { jobAt } from '../../domain/job.ts';
import { atTime, onDaySaid } from '../../domain/keep-day.ts';
import { plainWords } from '../../domain/plain-words.ts';
import type { Intent, When } from '../../domain/reading.ts';
import type { Effect } from '../effects.ts';
import type { Event } from '../events.ts';
import type { JobContext, JobState, Lead, TextReceived } from './context.ts';

interface Times {
  /** what is wanted, in order of preference; empty: not clear yet */
  readonly windows: readonly ArrivalWindow[];
  /** to choose from */
  readonly offered: readonly ArrivalWindow[];
  readonly lead: Lead;
}

/** The times that a text names: by number, in words, or none of those that were offered. Null: none at all. */
export function timesOf(context: JobContext, event: TextReceived): Times | null {
  const { choice, intent, when } = event.reading;
  const chosen = context.offered[(choice ?? 0) - 1];
  if (when !== null && !isOfList(intent, chosen)) return fromWhen(context, event);
  if (chosen !== undefined) return { windows: [chosen], offered: context.offered, lead: 'none' };
  if (intent !== 'more' && intent !== 'no') return null;
  return { windows: [], offered: offer(context, event.now, context.offered.at(-1)?.start), lead: 'none' };
}

/** "1st one" of a list is no first of the month. */
const isOfList = (intent: Intent, chosen: ArrivalWindow | undefined): boolean =>
  intent === 'choose' && chosen !== undefined;

function fromWhen(context: JobContext, { now, reading }: TextReceived): Times {
  const when = reading.when === null ? null : meant(context, reading.when, reading.words);
  const { windows, offered } = windowsWanted({ ...queryOf(context, now), when });
  if (windows.length > 0 || offered.length > 0) return { windows, offered, lead: 'none' };
  return { windows: [], offered: offer(context, now), lead: 'timeGone' };
}

const SAME_TIME = /\b(?:same (?:time|hours?|window)|(?:a la |la )?misma hora)\b/;

/** A day alone keeps "the same time", and an hour alone the day. */
const meant = (context: JobContext, when: When, words: string): When => {
  const { start, end, zone } = context.window;
  if (when.precision === 'time' || !SAME_TIME.test(plainWords(words))) return onDaySaid(when, dayOf(context));
  const hours = [start, end].map((at) => localMinute(new Date(at), zone).slice(11)) as [string, string];
  return atTime(when, ...hours);
};

/** The local day that is spoken of: of the times to choose from, when they are of one day, else of what was asked for. */
const dayOf = ({ offered, window }: JobContext): string => {
  const days = new Set(offered.map(({ start, zone }) => localDate(start, zone)));
  const [day] = days;
  return days.size === 1 && day !== undefined ? day : localDate(window.start, window.zone);
};

/** Three windows of the next days. */
export const offer = (context: JobContext, now: string, after?: string): readonly ArrivalWindow[] =>
  windowsToOffer(queryOf(context, now), after);

const SAME_DAY =
  /\b(?:later|earlier) (?:on )?(?:that|the same|in the) day\b|\bsame day\b|\bmas (?:tarde|temprano) (?:ese|el mismo) dia\b|\bmismo dia\b/;

/** "Later that day": windows of the day that was spoken of, or of the next days when it has none left. */
export const offerLike = (context: JobContext, { now, reading }: TextReceived): readonly ArrivalWindow[] => {
  if (!SAME_DAY.test(plainWords(reading.words))) return offer(context, now);
  const day = dayOf(context);
  const span = { start: `${day}T00:00`, end: `${day}T23:59` };
  const when = { windows: [span], precision: 'day', bound: 'at' } as const;
  const ofDay = windowsToOffer({ ...queryOf(context, now), when });
  return ofDay.length > 0 ? ofDay : offer(context, now);
};

/** The first windows that can be had. */
export const soonest = (context: JobContext, now: string): readonly ArrivalWindow[] =>
  arrivalWindows(queryOf(context, now), 3);

const queryOf = ({ job, place }: JobContext, now: string) => ({
  when: null,
  urgency: job.urgency,
  zone: place.zone,
  now,
});

/** States in which the booking waits for another time. In all others it is let go, and a new one begins. */
const REPEATABLE: readonly JobState[] = ['unfilled', 'lapsed', 'choosingProvider'];

export const isRepeatable = (state: JobState): boolean => REPEATABLE.includes(state);

/** The letters that ask for these windows; `from` is the state in which another time was asked for. */
export function askFor(context: JobContext, event: TextReceived, windows: readonly ArrivalWindow[]): readonly Effect[] {
  const { bookingId, job, place, proposal, from } = context;
  if (isRepeatable(from)) {
    const passed = { type: 'provider.passed' as const, attempt: proposal?.attempt ?? 0, wants: 'otherTime' as const };
    return [
      ...(from === 'choosingProvider' ? [tell(bookingId, passed)] : []),
      tell(bookingId, { type: 'search.repeated', windows }),
    ];
  }
  const { thread, name, language } = event.person;
  const homeowner = { thread, name, language };
  const sent = {
    type: 'request.sent' as const,
    bookingId: event.fresh,
    homeowner,
    job: jobAt(job, windows, event.now),
    place,
    windows,
  };
  return [tell(bookingId, { type: 'request.withdrawn' }), tell(event.fresh, sent)];
}

export const tell = (bookingId: string, event: Event): Effect => ({
  type: 'tell',
  to: { kind: 'booking', id: bookingId },
  event,
});
