import { setup } from 'xstate';
import type { ArrivalWindow } from '../../domain/arrival-window.ts';
import { departureOpensAt, isApproaching } from '../../domain/booking-deadlines.ts';
import { isReached } from '../../domain/instants.ts';
import type { Job } from '../../domain/job.ts';
import type { Money } from '../../domain/money.ts';
import type { Place } from '../../domain/place.ts';
import { effectAction } from '../effect.ts';
import type { Heard } from '../events.ts';
import { cannotCome } from '../provider-answers.ts';

export interface VisitContext {
  readonly bookingId: string;
  readonly code: string;
  readonly job: Job;
  readonly place: Place;
  readonly homeownerName: string | null;
  readonly window: ArrivalWindow;
  readonly net: Money;
  /** booked less than two hours before */
  readonly isSoon: boolean;
  /** when silence approves; from the moment at which the work was done */
  readonly approveBy: string;
  readonly paidOut: Money;
  readonly payoutDelay: 'accountNotReady' | 'checking';
  /** texts in a row that were not understood */
  readonly misses: number;
}

/** An event of one kind, as the actions of a visit are given it. */
export interface OnVisit<Type extends Heard['type']> {
  readonly context: VisitContext;
  readonly event: Extract<Heard, { type: Type }>;
}

interface Args {
  readonly context: VisitContext;
  readonly event: Heard;
}

const wordOf = ({ event }: Args) => (event.type === 'text.received' ? event.reading.word : null);
const isEarly = ({ context, event }: Args) => !isReached(departureOpensAt(context.window), event.now);
const isStepWord = (args: Args) => ['onMyWay', 'here', 'done'].includes(wordOf(args) ?? '');

export const visitSetup = setup({
  types: { context: {} as VisitContext, events: {} as Heard, input: {} as Heard },
  actions: effectAction,
  guards: {
    isTooEarly: (args: Args) => isStepWord(args) && isEarly(args),
    saysOnMyWay: (args: Args) => wordOf(args) === 'onMyWay',
    saysHere: (args: Args) => wordOf(args) === 'here',
    saysCannot: ({ event }: Args) => event.type === 'text.received' && cannotCome(event.reading),
    saysDone: (args: Args) => wordOf(args) === 'done',
    isDisputed: ({ event }: Args) => event.type === 'visit.closed' && event.outcome === 'disputed',
    isEvening: ({ event }: Args) => event.type === 'visit.remembered' && event.moment === 'dayBefore',
  },
});

/** What a visit knows when it is booked. */
export const bookedVisit = (event: Heard): VisitContext => {
  if (event.type !== 'visit.booked') throw new Error(`A visit begins with visit.booked, not with ${event.type}.`);
  const { bookingId, code, job, place, homeownerName, window, net, now } = event;
  const later = { approveBy: window.end, paidOut: net, payoutDelay: 'checking', misses: 0 } as const;
  return { bookingId, code, job, place, homeownerName, window, net, isSoon: isApproaching(window, now), ...later };
};
