// What the homeowner's side of a sent request remembers. The booking decides; this is what it has said so far.
import type { ArrivalWindow } from '../../domain/arrival-window.ts';
import type { Job } from '../../domain/job.ts';
import type { Money } from '../../domain/money.ts';
import type { Place } from '../../domain/place.ts';
import type { Price } from '../../domain/price.ts';
import type { Danger } from '../../domain/reading.ts';
import type { Copy } from '../../messages/catalog.ts';
import type { Heard } from '../events.ts';

export type Lead = Parameters<Copy['job.over']>[0]['lead'];
export type TextReceived = Extract<Heard, { type: 'text.received' }>;

/** What a person was told about: a wish, or a problem. */
export type Handed = 'change' | 'drop' | 'refund' | 'problem' | 'replacement' | 'person';

export interface Proposal {
  readonly attempt: number;
  readonly name: string;
  readonly ratingInTenths: number | null;
  readonly ratings: number;
  readonly meters: number;
  readonly price: Price;
  readonly until: string;
}

export interface JobContext {
  readonly bookingId: string;
  readonly code: string;
  readonly job: Job;
  readonly place: Place;
  readonly window: ArrivalWindow;
  /** when the search tells more */
  readonly until: string;
  readonly proposal: Proposal | null;
  readonly payment: { readonly url: string; readonly total: Money; readonly until: string } | null;
  /** what was paid for the visit; missing in jobs of before */
  readonly paid?: Money;
  /** the pro has the money; missing in jobs of before */
  readonly isPaidOut?: boolean;
  /** somebody of that trade goes to this place at all; missing in jobs of before */
  readonly isCovered?: boolean;
  /** let go because nobody answered; missing in jobs of before */
  readonly isIdled?: boolean;
  readonly providerName: string;
  readonly approveBy: string;
  /** why nothing is held any more */
  readonly because: 'choice' | 'hold' | 'link';
  /** other times that were offered, and where "back" leads from there */
  readonly offered: readonly ArrivalWindow[];
  readonly from: JobState;
  /** the provider said that he cannot come; missing in jobs of before */
  readonly isDropped?: boolean;
  /** the danger of which it was said what to do, and when; missing in jobs of before */
  readonly warned?: { readonly danger: Danger; readonly at: string };
  /** what a person was told, and when; missing in jobs of before */
  readonly handed?: { readonly about: Handed; readonly at: string };
  readonly misses: number;
  /** a text did not come through, and a person was told; missing in jobs of before */
  readonly isUnreachable?: boolean;
  /** the question whether all is good did not come through: silence is no answer to it */
  readonly isUnasked?: boolean;
  /** that question was never seen: what sounds like an answer to it is none; missing in jobs of before */
  readonly isUnseen?: boolean;
  readonly lead: Lead;
  /** business time of the last event */
  readonly now: string;
}

export type JobState =
  | 'awaitingProvider'
  | 'choosingProvider'
  | 'askingOtherTime'
  | 'awaitingLink'
  | 'awaitingPayment'
  | 'booked'
  | 'providerOnTheWay'
  | 'confirmingArrival'
  | 'awaitingReplacement'
  | 'answeringDoor'
  | 'providerArrived'
  | 'approving'
  | 'describingProblem'
  | 'caseOpen'
  | 'rating'
  | 'thanked'
  | 'unfilled'
  | 'lapsed'
  | 'refunded'
  | 'withdrawn';

/** The states of a visit that is paid and still to come, or under way. */
export const visitAhead: readonly string[] = [
  'booked',
  'providerOnTheWay',
  'confirmingArrival',
  'answeringDoor',
  'providerArrived',
];

/** The states from the beginning of the work on, until its end is thanked for. */
export const workBegun: readonly string[] = ['providerArrived', 'approving', 'describingProblem', 'caseOpen', 'rating'];

/** The states in which the work is over and was not called a problem yet. */
export const served: readonly string[] = ['approving', 'rating', 'thanked'];

/** The states in which words for the pro are taken down. */
export const takesNotes: readonly string[] = [
  'awaitingProvider',
  'choosingProvider',
  'awaitingLink',
  'awaitingPayment',
  ...visitAhead,
];

/** Throws for any other event: only a search that was started makes this conversation. */
export function firstContext(input: Heard): JobContext {
  if (input.type !== 'search.started') throw new Error(`A job begins with search.started, not with ${input.type}.`);
  const { bookingId, code, job, place, window, until, now } = input;
  return {
    bookingId,
    code,
    job,
    place,
    window,
    until,
    proposal: null,
    payment: null,
    providerName: '',
    approveBy: until,
    because: 'choice',
    offered: [],
    from: 'awaitingProvider',
    misses: 0,
    lead: 'none',
    now,
  };
}
