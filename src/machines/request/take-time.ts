import { arrivalWindows, stillPossible, windowsToOffer, windowsWanted } from '../../domain/arrival-windows.ts';
import { onDaySaid } from '../../domain/keep-day.ts';
import { dayOf, wholePlace, type AskingState, type Draft, type TextReceived } from './draft.ts';

const ASAP =
  /\b(?:asap|as soon as (?:possible|(?:you|u|he|she|they|someone|somebody|anyone) (?:can|is|are))|(?:the )?sooner the better|earliest|soonest|first (?:available|opening)|right (?:now|away)|rn(?=\W*$)|immediately|cuanto antes|ahora mismo|de inmediato|lo (?:antes|m[aá]s pronto) posible)\b/i;

/** "Now the toilet is clogged" tells a story, it names no time. */
const NOW_TELLING = /^(?:and |so |well |y )?(?:now|ahora),? (?:the|my|our|it|there|el|la|mi|se|hay)\b/i;

/** The time of a text; it becomes windows once the place is known. */
export function takeTime(draft: Draft, { reading }: TextReceived, state: AskingState): Draft {
  // whoever is asked for a time and has none in mind gets the soonest, and sees it before anything is sent
  const isAnyTime = state === 'askingTime' && reading.when === null && reading.urgency === 'flexible';
  // "now" is now in whatever zone the place turns out to be
  if (isAnyTime || ASAP.test(reading.words)) return { ...draft, isAsap: true, when: null, offered: [], windows: [] };
  if (reading.when === null || NOW_TELLING.test(reading.words)) return draft;
  const when = onDaySaid(reading.when, dayOf(draft));
  return { ...draft, when, isAsap: false, offered: [], windows: [] };
}

/**
 * The windows of a draft, as they can be had now: what was asked for, or three to choose from. A draft may have lain for
 * days, or moved to another zone; then only what still holds is kept.
 */
export function withWindows(draft: Draft): Draft {
  const place = wholePlace(draft);
  if (place === null) return draft;
  const kept = kindred(draft, place.zone);
  if (kept.windows.length > 0) return kept;
  const isGone = draft.windows.length > 0 && draft.windows[0]?.zone === place.zone;
  const query = { when: kept.when, urgency: kept.urgency, zone: place.zone, now: kept.now };
  const said = isGone ? { ...kept, when: null, isAsap: false, lead: 'timeGone' as const } : kept;
  return said.when === null ? withoutWhen(said, query) : withWhen(said, query);
}

type Query = Parameters<typeof arrivalWindows>[0];

/** What was offered or chosen counts in its own zone, and while there is time. */
function kindred(draft: Draft, zone: string): Draft {
  const holds = (windows: Draft['windows']) =>
    stillPossible(windows, draft.urgency, draft.now).filter((window) => window.zone === zone);
  return { ...draft, windows: holds(draft.windows), offered: holds(draft.offered) };
}

function withWhen(draft: Draft, query: Query): Draft {
  if (draft.when?.precision === 'day' && draft.offered.length > 0) return draft;
  const { windows, offered } = windowsWanted(query);
  if (windows.length > 0) return { ...draft, windows };
  return offered.length > 0 ? { ...draft, offered } : { ...draft, when: null, offered: offer(query), lead: 'timeGone' };
}

function withoutWhen(draft: Draft, query: Query): Draft {
  const isNow = draft.isAsap || draft.urgency === 'emergency';
  if (isNow && draft.lead !== 'timeGone' && draft.offered.length === 0)
    return { ...draft, windows: arrivalWindows({ ...query, when: null }, 3) };
  return draft.offered.length > 0 ? draft : { ...draft, offered: offer(query) };
}

const offer = (query: Query, after?: string) => windowsToOffer({ ...query, when: null }, after);

/** Other windows than those offered, for somebody whom none of them suits. */
export function withOtherWindows(draft: Draft): Draft {
  const zone = wholePlace(draft)?.zone;
  if (zone === undefined) return draft;
  const query = { when: draft.when, urgency: draft.urgency, zone, now: draft.now };
  const last = draft.offered.at(-1)?.start;
  const more = windowsToOffer(query, last);
  return { ...draft, offered: more.length > 0 ? more : offer(query, last), windows: [] };
}
