// States, timers and alerts in plain words. A name that is not listed yet is shown as its own words, never hidden.

/** `waits`: on a person · `works`: on us · `goes`: well under way · `good`: done · `over`: ended otherwise · `trouble`: needs a person */
export type Tone = 'waits' | 'works' | 'goes' | 'good' | 'over' | 'trouble';

export interface Said {
  readonly words: string;
  readonly tone: Tone;
}

const said = (tone: Tone, words: string): Said => ({ words, tone });

const BOOKING: Readonly<Record<string, Said>> = {
  naming: said('works', 'Just sent'),
  findingProviders: said('works', 'Looking for providers'),
  choosingWave: said('works', 'Choosing whom to ask'),
  awaitingAcceptance: said('waits', 'Waiting for a provider’s yes'),
  holdingSlot: said('works', 'Taking the slot'),
  awaitingChoice: said('waits', 'Waiting for the homeowner’s choice'),
  awaitingTime: said('waits', 'Waiting for another time'),
  makingLink: said('works', 'Making the payment link'),
  awaitingPayment: said('waits', 'Waiting for payment'),
  closingLink: said('works', 'Closing the payment link'),
  awaitingReceipt: said('works', 'Waiting for Stripe’s word'),
  retakingSlot: said('works', 'Taking the slot again'),
  booked: said('goes', 'Booked'),
  onTheWay: said('goes', 'Provider on the way'),
  awaitingHomeowner: said('waits', 'Nobody opens the door'),
  awaitingReplacement: said('trouble', 'Provider cannot come'),
  atWork: said('goes', 'Work under way'),
  awaitingApproval: said('waits', 'Waiting for the homeowner’s OK'),
  choosingPayout: said('works', 'Preparing the payout'),
  awaitingCharge: said('works', 'Reading the charge'),
  payingOut: said('works', 'Paying out'),
  payoutBlocked: said('trouble', 'Payout blocked'),
  disputed: said('trouble', 'Case open'),
  chargedBack: said('over', 'Charged back'),
  refunding: said('works', 'Refunding'),
  settled: said('good', 'Paid out'),
  refunded: said('over', 'Refunded'),
  unfilled: said('over', 'Nobody found'),
  lapsed: said('over', 'Lapsed'),
  withdrawn: said('over', 'Called off'),
};

const REQUEST: Readonly<Record<string, Said>> = {
  awaitingSafety: said('trouble', 'Danger: asked whether safe'),
  askingJob: said('waits', 'Asked what is wrong'),
  choosingTrade: said('waits', 'Asked which trade'),
  askingPlace: said('waits', 'Asked for the address'),
  choosingPlace: said('waits', 'Asked which place'),
  askingSamePlace: said('waits', 'Asked if it is the same place'),
  askingTime: said('waits', 'Asked for a time'),
  confirming: said('waits', 'Asked to confirm'),
  choosingChange: said('waits', 'Asked what to change'),
  sent: said('good', 'Sent'),
  dropped: said('over', 'Dropped'),
  passed: said('good', 'Passed on to the visit'),
  choosingBooking: said('waits', 'Asked which visit it is about'),
  rested: said('over', 'Went quiet'),
};

const JOB: Readonly<Record<string, Said>> = {
  awaitingProvider: said('works', 'Provider is being looked for'),
  choosingProvider: said('waits', 'Asked to choose a provider'),
  askingOtherTime: said('waits', 'Asked for another time'),
  awaitingLink: said('works', 'Payment link is being made'),
  awaitingPayment: said('waits', 'Asked to pay'),
  booked: said('goes', 'Booked'),
  providerOnTheWay: said('goes', 'Provider on the way'),
  confirmingArrival: said('waits', 'Asked whether the provider is there'),
  awaitingReplacement: said('trouble', 'Nobody comes'),
  answeringDoor: said('waits', 'Asked to open the door'),
  providerArrived: said('goes', 'Provider at work'),
  approving: said('waits', 'Asked whether all is good'),
  describingProblem: said('trouble', 'Describes a problem'),
  caseOpen: said('trouble', 'Case open'),
  rating: said('waits', 'Asked for a rating'),
  thanked: said('good', 'Done'),
  unfilled: said('over', 'Nobody found'),
  lapsed: said('over', 'Lapsed'),
  refunded: said('over', 'Refunded'),
  withdrawn: said('over', 'Called off'),
};

const OFFER: Readonly<Record<string, Said>> = {
  deciding: said('waits', 'Asked to take the job'),
  claiming: said('works', 'Said yes, slot being taken'),
  held: said('goes', 'Slot held for the homeowner'),
  declined: said('over', 'Declined'),
  closed: said('over', 'Closed'),
  released: said('over', 'Released'),
  won: said('good', 'Won'),
};

const VISIT: Readonly<Record<string, Said>> = {
  booked: said('goes', 'Booked'),
  onTheWay: said('goes', 'On the way'),
  awaitingHomeowner: said('waits', 'At a door that nobody opens'),
  givenUp: said('over', 'Cannot come'),
  calledOff: said('over', 'Called off, money is back'),
  atWork: said('goes', 'At work'),
  finished: said('waits', 'Done, OK awaited'),
  awaitingPayout: said('works', 'Payout under way'),
  payoutDelayed: said('trouble', 'Payout delayed'),
  disputed: said('trouble', 'Case open'),
  paidOut: said('good', 'Paid out'),
};

const STATES: Readonly<Record<string, Readonly<Record<string, Said>>>> = {
  booking: BOOKING,
  request: REQUEST,
  job: JOB,
  offer: OFFER,
  visit: VISIT,
};

/** `awaitingPayment` or `visit.approached` as words, for names that nobody has put into words yet. */
export const spelled = (name: string): string => {
  const words = name
    .replace(/[._]/g, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

export const stateWords = (machine: string, state: string): Said =>
  STATES[machine]?.[state] ?? said(/stuck|human/i.test(state) ? 'trouble' : 'works', spelled(state));

const MACHINES: Readonly<Record<string, string>> = {
  request: 'Request',
  job: 'Job',
  offer: 'Offer',
  visit: 'Visit',
  main: 'Membership',
};

export const machineWords = (machine: string): string => MACHINES[machine] ?? spelled(machine);

const OFFERS: Readonly<Record<string, Said>> = {
  open: said('waits', 'Asked'),
  claimed: said('works', 'Said yes'),
  held: said('goes', 'Holds the slot'),
  refused: said('over', 'Declined'),
  closed: said('over', 'Closed'),
};

export const offerWords = (state: string): Said => OFFERS[state] ?? said('works', spelled(state));

const TIMERS: Readonly<Record<string, string>> = {
  'draft.idled': 'Reminds, or rests the request',
  'wave.ended': 'Asks the next providers',
  'search.halved': 'Tells the homeowner that the search goes on',
  'search.ended': 'Gives the search up',
  'choice.expired': 'Frees the proposed provider',
  'hold.nudged': 'Reminds of the payment',
  'hold.expired': 'Frees the unpaid slot',
  'receipt.overdue': 'Asks Stripe for the payment',
  'dayBefore.reached': 'Reminds both of tomorrow',
  'visit.approached': 'Reminds both of the visit',
  'departure.due': 'Asks the provider whether he still comes',
  'visit.overdue': 'Alerts if nobody has arrived',
  'homeowner.overdue': 'Alerts if nobody opens the door',
  'work.overdue': 'Asks the provider whether he is done',
  'delay.untold': 'Tells the homeowner of the delay',
  'approval.expired': 'Silence approves the work',
  'payout.due': 'Tries the payout again',
  'booking.aged': 'Frees the booking code',
  'rating.reminded': 'Reminds of the rating',
  'person.overdue': 'Reminds that a person is awaited',
};

export const timerWords = (name: string): string => TIMERS[name] ?? spelled(name);

/** What an alert is about; danger is looked after before anything else. */
const ALERTS: Readonly<Record<string, string>> = {
  danger: 'Danger reported',
  personAsked: 'Asks for a person',
  misunderstood: 'Not understood twice',
  nobodyFound: 'No provider found',
  visitOverdue: 'Nobody has arrived',
  workOverdue: 'Nobody has said that the work is done',
  providerDropped: 'Provider cannot come',
  providerMissing: 'Homeowner says that nobody came',
  homeownerAbsent: 'Nobody opens the door',
  problemReported: 'Problem reported',
  extraWork: 'More work or money than agreed',
  money: 'Money needs a look',
  payoutBlocked: 'Payout blocked',
  chargeDisputed: 'Charge disputed',
  disputeWon: 'Dispute won, case still open',
  disputeLost: 'Dispute lost',
  refundFailed: 'Refund came back',
  refundMade: 'Refunded at Stripe, decide on the payout',
  unreachable: 'Texts do not arrive',
  approvalUnasked: 'No clear OK, payout waits',
  optedOut: 'Opted out with something open',
  wroteOptedOut: 'Wrote after opting out, has a visit',
  abandoned: 'Something kept failing',
  textsUncompared: 'The list of Twilio does not answer',
  stray: 'An event that belongs to nobody',
};

export const alertWords = (about: string): string => ALERTS[about] ?? spelled(about);

const RANKS = [
  'danger',
  'providerDropped',
  'providerMissing',
  'visitOverdue',
  'homeownerAbsent',
  'problemReported',
  'chargeDisputed',
  'refundFailed',
  'refundMade',
  'money',
  'workOverdue',
  'approvalUnasked',
  'payoutBlocked',
];

/** Smaller is more urgent. */
export const alertRank = (about: string): number => {
  const rank = RANKS.indexOf(about);
  return rank === -1 ? RANKS.length : rank;
};
