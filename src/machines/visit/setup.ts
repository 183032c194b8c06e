import { setup } from 'xstate';
import type { ArrivalWindow } from '../../domain/arrival-window.ts';
import { isApproaching } from '../../domain/booking-deadlines.ts';
import { asksMorePay, isForOwnHome, namesExtraWork } from '../../domain/extra-work.ts';
import type { Job } from '../../domain/job.ts';
import type { Money } from '../../domain/money.ts';
import type { Place } from '../../domain/place.ts';
import type { Reading } from '../../domain/reading.ts';
import { effectAction } from '../effect.ts';
import type { Heard } from '../events.ts';
import { isNo, isYes } from '../provider-answers.ts';
import { isTooEarly, isUnclear, minutesOf, saysCannot, saysPerhapsCannot } from './words.ts';

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
  readonly payoutDelay: 'accountNotReady' | 'checking' | 'unasked';
  /** texts in a row that were not understood */
  readonly misses: number;
  /** what he was asked and has not answered; missing in visits of before */
  readonly question?: 'stillOn' | 'minutes' | null;
  /** until when the homeowner may come to the door, and whether a person is told already; missing in visits of before */
  readonly doorUntil?: string;
  readonly isDoorTold?: boolean;
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

type Question = NonNullable<VisitContext['question']>;

/** Of a text; false for anything else that is heard. */
const says =
  (isMeant: (reading: Reading, context: VisitContext, now: string) => boolean) =>
  ({ context, event }: Args): boolean =>
    event.type === 'text.received' && isMeant(event.reading, context, event.now);

const answers = (question: Question, isMeant: (reading: Reading, context: VisitContext, now: string) => boolean) =>
  says((reading, context, now) => context.question === question && isMeant(reading, context, now));

const hasMinutes = (reading: Reading, { window }: VisitContext, now: string): boolean =>
  minutesOf(reading, window.zone, now) !== null;

/** "Be there in 10" answers how late he is. */
const MAY_SAY_MINUTES: readonly Reading['word'][] = [null, 'onMyWay'];

export const visitSetup = setup({
  types: { context: {} as VisitContext, events: {} as Heard, input: {} as Heard },
  actions: effectAction,
  guards: {
    isTooEarly: says(({ word }, { window }, now) => isTooEarly(word, window, now)),
    isDanger: says(({ danger }) => danger !== null),
    asksMorePay: says(({ word, words }) => word === null && asksMorePay(words)),
    namesExtraWork: says(({ word, words }) => word === null && namesExtraWork(words) && !isForOwnHome(words)),
    saysOnMyWay: says(({ word }) => word === 'onMyWay'),
    saysHere: says(({ word }) => word === 'here'),
    saysDone: says(({ word }) => word === 'done'),
    saysNobodyHome: says(({ word }) => word === 'nobodyHome'),
    saysCannot: says((reading, { code }) => saysCannot(reading, code)),
    saysPerhapsCannot: says(saysPerhapsCannot),
    saysLate: says(({ word }) => word === 'late'),
    saysHowLate: says((reading, ...rest) => reading.word === 'late' && hasMinutes(reading, ...rest)),
    answersStillOn: answers('stillOn', (reading) => reading.choice === 1 || isYes(reading)),
    answersLate: answers('stillOn', ({ choice }) => choice === 2),
    answersCannot: answers('stillOn', (reading) => reading.choice === 3 || isNo(reading)),
    answersMinutes: answers(
      'minutes',
      (reading, ...rest) => MAY_SAY_MINUTES.includes(reading.word) && hasMinutes(reading, ...rest),
    ),
    answersUnsure: answers('minutes', (reading) => reading.word === 'late' || isUnclear(reading)),
    isAskedMinutes: ({ context }: Args) => context.question === 'minutes',
    isComing: ({ event }: Args) => event.type === 'homeowner.found' && event.isComing,
    isDisputed: ({ event }: Args) => event.type === 'visit.closed' && event.outcome === 'disputed',
    isCalledOff: ({ event }: Args) => event.type === 'visit.closed' && event.outcome === 'calledOff',
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
