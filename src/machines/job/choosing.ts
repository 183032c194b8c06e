// From the search to the homeowner's choice, and what remains when nobody was found or nothing was chosen.
import { assign } from 'xstate';
import type { ArrivalWindow } from '../../domain/arrival-window.ts';
import { stillPossible } from '../../domain/arrival-windows.ts';
import { isReached } from '../../domain/instants.ts';
import { isAccessNote } from '../../domain/visit-talk.ts';
import { doesAll, doesWith } from '../effect.ts';
import type { Effect } from '../effects.ts';
import {
  asksOtherTime,
  danger,
  defers,
  drops,
  idles,
  keepNote,
  namesTime,
  notes,
  offerTimes,
  person,
  stays,
  wishesTime,
} from './common.ts';
import type { JobContext, JobState } from './context.ts';
import { askFor, offer, soonest, tell, timesOf } from './other-time.ts';
import { paysStill } from './paying.ts';
import { SAYINGS } from './sayings.ts';
import { jobSetup, type On } from './setup.ts';

export const awaitingProvider = jobSetup.createStateConfig({
  on: {
    'text.received': [
      danger('awaitingProvider'),
      notes(false),
      wishesTime('awaitingProvider'),
      asksOtherTime('awaitingProvider', 'isChange'),
      drops('isDrop'),
      stays('awaitingProvider'),
    ],
  },
});

const attemptOf = ({ proposal }: JobContext): number => proposal?.attempt ?? 0;

const choose = ({ context }: { context: JobContext }): Effect =>
  tell(context.bookingId, { type: 'provider.chosen', attempt: attemptOf(context) });

/** What is said for the pro beside it is kept: "sure, gate code is 4455". */
const noteBeside = ({ context, event }: On<'text.received'>): readonly Effect[] =>
  isAccessNote(event.reading.words) ? [keepNote(context, event)] : [];

const pass = ({ context }: { context: JobContext }): Effect =>
  tell(context.bookingId, { type: 'provider.passed', attempt: attemptOf(context), wants: 'nextProvider' });

export const choosingProvider = jobSetup.createStateConfig({
  on: {
    'text.received': [
      danger('choosingProvider'),
      notes(false),
      wishesTime('choosingProvider'),
      defers('choosingProvider'),
      asksOtherTime('choosingProvider', 'isThird'),
      {
        guard: 'isBooking',
        target: 'awaitingLink',
        actions: [doesWith(choose), doesAll(noteBeside), assign({ misses: 0 })],
      },
      { guard: 'isNext', target: 'awaitingProvider', actions: [doesWith(pass), assign({ misses: 0 })] },
      drops('isDrop'),
      stays('choosingProvider'),
    ],
  },
});

const askChosen = ({ context, event }: On<'text.received'>): readonly Effect[] =>
  askFor(context, event, timesOf(context, event)?.windows ?? []);

const otherTimes = ({ context, event }: On<'text.received'>): Partial<JobContext> => {
  const times = timesOf(context, event);
  return { offered: times?.offered ?? context.offered, lead: times?.lead ?? 'none', misses: 0, now: event.now };
};

const backTo = (state: JobState) =>
  jobSetup.createStateConfig({
    on: {
      'text.received': {
        guard: { type: 'cameFrom', params: { state } },
        target: state,
        actions: [
          assign(({ event }) => ({ lead: 'back', misses: 0, now: event.now })),
          doesWith(({ context }) => SAYINGS[state](context)),
        ],
      },
    },
  }).on['text.received'];

/** What is held meanwhile may be let go: then a time that is chosen is a new search. */
export const askingOtherTime = jobSetup.createStateConfig({
  ...idles,
  on: {
    ...idles.on,
    'choice.lapsed': { actions: assign({ from: 'lapsed', because: 'choice', proposal: null }) },
    'hold.lapsed': { actions: assign({ from: 'lapsed', because: 'hold', proposal: null, payment: null }) },
    'payment.impossible': { actions: assign({ from: 'lapsed', because: 'link', proposal: null }) },
    'payment.requested': {
      actions: assign(({ event }) => ({
        from: 'awaitingPayment',
        payment: { url: event.url, total: event.price.total, until: event.until },
      })),
    },
    'text.received': [
      danger('askingOtherTime'),
      backTo('awaitingProvider'),
      backTo('choosingProvider'),
      backTo('awaitingLink'),
      backTo('awaitingPayment'),
      backTo('unfilled'),
      backTo('lapsed'),
      paysStill,
      {
        guard: 'choosesTimeAnew',
        target: 'withdrawn',
        actions: [doesAll(askChosen), assign({ misses: 0, isIdled: false })],
      },
      {
        guard: 'choosesTime',
        target: 'awaitingProvider',
        actions: [doesAll(askChosen), assign({ misses: 0, proposal: null })],
      },
      {
        guard: 'wantsOthers',
        actions: [assign(otherTimes), doesWith(({ context }) => SAYINGS.askingOtherTime(context))],
      },
      drops('isDrop'),
      stays('askingOtherTime'),
    ],
  },
});

/** An emergency is now again, unless a later time was chosen for it; any other time stays the one that was asked for. */
const repeatSearch = ({ context, event }: On<'text.received'>): Effect => {
  const windows = soonest(context, event.now);
  const isNow = context.job.urgency === 'emergency' && !isLater(context, windows);
  return tell(context.bookingId, { type: 'search.repeated', windows: isNow ? windows : null });
};

const isLater = ({ window }: JobContext, [first]: readonly ArrivalWindow[]): boolean =>
  first !== undefined && isReached(first.end, window.start);

const tooLate =
  (state: JobState, lead: JobContext['lead']) =>
  ({ context, event }: On<'text.received'>): Partial<JobContext> => ({
    from: state,
    offered: offer(context, event.now),
    lead,
    misses: 0,
    now: event.now,
  });

/** Their own list was let go meanwhile: what can be had now. */
export const late = jobSetup.createStateConfig({
  on: {
    'text.received': {
      guard: 'isLateAnswer',
      target: 'askingOtherTime',
      actions: [assign(tooLate('withdrawn', 'listOver')), doesWith(({ context }) => SAYINGS.askingOtherTime(context))],
    },
  },
}).on['text.received'];

const timesAnew = (args: On<'text.received'>): Partial<JobContext> => {
  const { context, event } = args;
  const times = { ...offerTimes('withdrawn')(args), lead: 'wantedBack' as const };
  if (event.reading.when !== null) return times;
  const same = stillPossible([context.window], context.job.urgency, event.now);
  const others = (times.offered ?? []).filter(({ start }) => start !== context.window.start);
  return { ...times, offered: [...same, ...others].slice(0, MOST_OFFERED) };
};

const MOST_OFFERED = 3;

/** Dropped, and wanted after all: nothing is held any more, so the time is asked for, the same one first. */
export const wantedBack = jobSetup.createStateConfig({
  on: {
    'text.received': {
      guard: 'wantsItBack',
      target: 'askingOtherTime',
      actions: [assign(timesAnew), doesWith(({ context }) => SAYINGS.askingOtherTime(context))],
    },
  },
}).on['text.received'];

/** With another time, that one is asked for at once. */
export const wantedBackThen = { ...namesTime('withdrawn'), guard: 'wantsItBackThen' as const };

/** A list of "1 again, 2 other time, 3 person". */
const resting = (state: 'unfilled' | 'lapsed') =>
  jobSetup.createStateConfig({
    ...idles,
    on: {
      ...idles.on,
      'text.received': [
        danger(state),
        namesTime(state),
        asksOtherTime(state, 'isSecond'),
        person(state),
        {
          guard: 'isAgainTooLate',
          target: 'askingOtherTime',
          actions: [assign(tooLate(state, 'timeGone')), doesWith(({ context }) => SAYINGS.askingOtherTime(context))],
        },
        { guard: 'isAgain', target: 'awaitingProvider', actions: [doesWith(repeatSearch), assign({ misses: 0 })] },
        drops('isDropOrNo'),
        stays(state),
      ],
    },
  });

export const unfilled = resting('unfilled');
export const lapsed = resting('lapsed');
