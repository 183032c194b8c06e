// What goes on in a thread, as lines of a list: a homeowner's jobs, a provider's visits and offers.
import type { Copy } from '../../messages/catalog.ts';
import type { ConversationSummary } from '../events.ts';

type JobLine = Parameters<Copy['desk.status']>[0]['jobs'][number];
type Stage = JobLine['stage'];
type VisitLine = Parameters<Copy['desk.jobs']>[0]['visits'][number];

const STAGES: Readonly<Record<string, Stage>> = {
  awaitingProvider: 'searching',
  choosingProvider: 'choosing',
  askingOtherTime: 'searching',
  awaitingLink: 'paying',
  awaitingPayment: 'paying',
  booked: 'booked',
  providerOnTheWay: 'onTheWay',
  confirmingArrival: 'booked',
  awaitingReplacement: 'caseOpen',
  answeringDoor: 'working',
  providerArrived: 'working',
  approving: 'approving',
  describingProblem: 'caseOpen',
  caseOpen: 'caseOpen',
  unfilled: 'stopped',
  lapsed: 'stopped',
};

const OVER_DRAFTS = ['sent', 'dropped', 'passed', 'rested'];

const stageOf = ({ machine, state }: ConversationSummary): Stage | undefined => {
  if (machine === 'request') return OVER_DRAFTS.includes(state) ? undefined : 'draft';
  return machine === 'job' ? STAGES[state] : undefined;
};

export const jobLines = (others: readonly ConversationSummary[]): readonly JobLine[] =>
  others.flatMap((other) => {
    const { code, job, window } = other;
    const stage = stageOf(other);
    return stage === undefined ? [] : [{ code, trade: job?.trade ?? null, window, stage }];
  });

const OVER_VISITS = ['givenUp', 'paidOut', 'finished', 'awaitingPayout', 'payoutDelayed', 'disputed', 'calledOff'];

/** What a provider has ahead: visits, and offers that may become one. */
const WORK: Readonly<Record<string, VisitLine['stage']>> = {
  'offer.deciding': 'unanswered',
  'offer.claiming': 'unpaid',
  'offer.held': 'unpaid',
};

const workOf = ({ machine, state }: ConversationSummary): VisitLine['stage'] | undefined =>
  machine === 'visit' && !OVER_VISITS.includes(state) ? 'booked' : WORK[`${machine}.${state}`];

export const visitLines = (others: readonly ConversationSummary[]): readonly VisitLine[] =>
  others
    .flatMap((other) => {
      const { area, code, window } = other;
      const stage = workOf(other);
      return stage === undefined ? [] : [{ area, code, window, stage }];
    })
    .sort((left, right) => (left.window?.start ?? '').localeCompare(right.window?.start ?? ''));
