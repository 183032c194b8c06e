// What is said on the way to a visit: too early, still coming, how late, who opens.
import { delayUntoldAt } from '../../domain/booking-deadlines.ts';
import type { Effect } from '../effects.ts';
import { tellBooking } from './sayings.ts';
import type { OnVisit, VisitContext } from './setup.ts';
import { minutesOf, opensAt } from './words.ts';

/** A longer way than this is no "on my way". */
const MOST_MINUTES_AWAY = 120;

type Of = { readonly context: VisitContext };

export const sayTooEarly = ({ context, event }: OnVisit<'text.received'>): Effect => {
  const { code, window } = context;
  const { word } = event.reading;
  const from = { at: opensAt(word, window) ?? window.start, zone: window.zone };
  const said = word === 'done' || word === 'onMyWay' ? word : 'here';
  return { type: 'say', key: 'visit.tooEarly', params: { code, window, word: said, from, now: event.now } };
};

export const sayOverdue =
  (hasLeft: boolean) =>
  ({ context }: Of): Effect => ({ type: 'say', key: 'visit.overdue', params: { code: context.code, hasLeft } });

export const sayUnfinished = ({ context: { code } }: Of): Effect => ({
  type: 'say',
  key: 'visit.unfinished',
  params: { code },
});

export const askStillOn = ({ context: { code, window } }: Of): Effect => ({
  type: 'say',
  key: 'visit.askStillOn',
  params: { code, window },
  asks: { kind: 'choice', options: ['1', '2', '3'] },
  until: window.end,
});

/** One question; who does not answer it is told about without the minutes. */
export const askMinutes = ({ context, event }: OnVisit<'text.received'>): readonly Effect[] => [
  { type: 'say', key: 'visit.askMinutes', params: { code: context.code }, asks: { kind: 'words', options: [] } },
  { type: 'setTimer', name: 'delay.untold', at: delayUntoldAt(event.now) },
];

const tellDelay = ({ bookingId, code }: VisitContext, minutes: number | null, hasLeft: boolean): readonly Effect[] => [
  { type: 'cancelTimer', name: 'delay.untold' },
  { type: 'tell', to: { kind: 'booking', id: bookingId }, event: { type: 'provider.delayed', minutes } },
  { type: 'say', key: 'visit.delayNoted', params: { code, minutes, hasLeft } },
];

export const tellHowLate =
  (hasLeft: boolean) =>
  ({ context, event }: OnVisit<'text.received'>): readonly Effect[] =>
    tellDelay(context, minutesOf(event.reading, context.window.zone, event.now), hasLeft);

/** On his way, and how long he says that it takes. */
export const tellDeparture = ({ context, event }: OnVisit<'text.received'>): Effect => {
  const minutes = minutesOf(event.reading, context.window.zone, event.now);
  const isFew = minutes !== null && minutes <= MOST_MINUTES_AWAY;
  return tellBooking({ type: 'provider.departed', minutes: isFew ? minutes : null })({ context });
};

export const tellLate =
  (hasLeft: boolean) =>
  ({ context }: Of): readonly Effect[] =>
    tellDelay(context, null, hasLeft);

export const sayBegun = ({ context: { code } }: Of): Effect => ({ type: 'say', key: 'visit.begun', params: { code } });

export const sayFound = ({ context: { code }, event: { isComing } }: OnVisit<'homeowner.found'>): Effect => ({
  type: 'say',
  key: 'visit.doorAnswered',
  params: { code, isComing },
});
