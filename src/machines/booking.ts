// What homeowner and provider share, from the sent request to the last cent; the one judge of races.
import type { BookingContext } from './booking/context.ts';
import { chargedBack, disputed } from './booking/disputing.ts';
import { awaitingChoice, holdingSlot } from './booking/holding.ts';
import { lateAnswers } from './booking/late-answers.ts';
import { awaitingPayment, awaitingReceipt, closingLink, makingLink } from './booking/paying.ts';
import { awaitingTime, lapsed, retakingSlot, unfilled } from './booking/resting.ts';
import { refunded, refunding, withdrawn } from './booking/returning.ts';
import { awaitingAcceptance, choosingWave, findingProviders, naming } from './booking/searching.ts';
import { awaitingHomeowner, awaitingReplacement } from './booking/mishaps.ts';
import { atWork, awaitingApproval, booked, onTheWay } from './booking/serving.ts';
import { awaitingCharge, choosingPayout, payingOut, payoutBlocked, settled } from './booking/settling.ts';
import { bookingSetup } from './booking/setup.ts';
import type { Heard } from './events.ts';

export const bookingVersion = 2;

const firstContext = (input: Heard): BookingContext => {
  if (input.type !== 'request.sent') throw new Error(`A booking begins with request.sent, not with ${input.type}.`);
  const { bookingId, homeowner, job, place, windows } = input;
  return {
    bookingId,
    code: null,
    homeowner,
    job,
    place,
    windows,
    search: 0,
    ring: 0,
    queue: [],
    queueWindow: null,
    offers: [],
    waves: 0,
    tries: [],
    hold: null,
    link: null,
    deadlines: {},
    payments: [],
    returning: null,
    payouts: 0,
    isPayoutOpen: false,
    transferId: null,
    disputes: [],
    isFinished: false,
    isUnasked: false,
    isRated: false,
  };
};

/** Started by `request.sent`. Its states say what is awaited; an ended booking rests and answers what comes late. */
export const bookingMachine = bookingSetup.createMachine({
  id: 'booking',
  context: ({ input }) => firstContext(input),
  initial: 'naming',
  on: lateAnswers.on,
  states: {
    naming,
    findingProviders,
    choosingWave,
    awaitingAcceptance,
    holdingSlot,
    awaitingChoice,
    awaitingTime,
    makingLink,
    awaitingPayment,
    closingLink,
    awaitingReceipt,
    booked,
    onTheWay,
    awaitingHomeowner,
    awaitingReplacement,
    atWork,
    awaitingApproval,
    choosingPayout,
    awaitingCharge,
    payingOut,
    payoutBlocked,
    settled,
    disputed,
    chargedBack,
    lapsed,
    retakingSlot,
    refunding,
    refunded,
    unfilled,
    withdrawn,
  },
});
