import { setup } from 'xstate';
import { approves, isSilence, ratesBadly, saysNothingWrong } from '../../domain/approval-talk.ts';
import { stillPossible } from '../../domain/arrival-windows.ts';
import { keepsIt, wantsItBack } from '../../domain/change-of-mind.ts';
import { isReached, minutesBetween } from '../../domain/instants.ts';
import { complains } from '../../domain/complaint.ts';
import { isAboutPaying } from '../../domain/payment-talk.ts';
import type { Intent, Reading } from '../../domain/reading.ts';
import { agreesToTime, books, defers, timeTalk } from '../../domain/time-talk.ts';
import {
  asksForRefund,
  asksToCome,
  correctsPlace,
  isNote,
  missesSomebody,
  saysNeverMind,
} from '../../domain/visit-talk.ts';
import { effectAction } from '../effect.ts';
import type { Heard } from '../events.ts';
import type { JobContext, JobState, TextReceived } from './context.ts';
import { isHanded } from './handed.ts';
import { leadOf } from './lead-of.ts';
import { isRepeatable, timesOf } from './other-time.ts';
import { isNewDanger } from './warned.ts';

/** The arguments of an action or a guard on an event of this type. */
export interface On<Type extends Heard['type']> {
  readonly context: JobContext;
  readonly event: Extract<Heard, { type: Type }>;
}

const PAID = /(?<!\w)(?:paid|payed|pagu[eé]|pagado|pago hecho|payment (?:is )?(?:done|made|sent))(?!\p{L})/iu;
const PROBLEM = /^(?:(?:there(?:'?s| is) )?an? )?problems?\b|^(?:hay )?(?:un )?problemas?\b/i;
const TOO_DEAR =
  /(?<!not )\b(?:too (?:expensive|much|pricey|high)|cheaper|(?:demasiado|muy) car[oa]|m[aá]s barat[oa])(?!\p{L})/iu;
const MOVED = /\b(?:instead|make it|(?:move|change)\w* (?:\w+ )?to|mejor|cambi\w+)\b/i;
const ARRIVED = /\b(?:here|arrived|came|lleg[oó]|est[aá] aqu[ií])(?!\p{L})/iu;
const MISSING = /\b(?:not|no|nobody|never|nadie|nunca|isn'?t|hasn'?t|didn'?t|waiting|esperando)\b/i;
const COMING =
  /\b(?:coming|right there|be there|open(?:ing)?|sec(?:ond)?|min(?:ute|uto)?s?|moment|(?:ya )?voy|bajo|abro|momento|segundo)\b/i;
const CANNOT_OPEN = /\b(?:can'?t|cannot|not (?:at )?home|away|out of town|no puedo|no estoy|fuera|lejos)\b/i;
const SKIP = /^(?:skip|no(?: thanks)?|pass|saltar|omitir|no gracias)\W*$/i;

const readingOf = (event: Heard): Reading | null => (event.type === 'text.received' ? event.reading : null);

const says =
  (isMeant: (reading: Reading) => boolean) =>
  ({ event }: { event: Heard }): boolean => {
    const reading = readingOf(event);
    return reading !== null && isMeant(reading);
  };

const isChange = (reading: Reading): boolean =>
  reading.intent === 'change' || (reading.when !== null && !isCalledOff(reading));
/** While a time is proposed or held: another one is meant, or may be. */
const mayMove = (context: JobContext, reading: Reading, now: string): boolean =>
  reading.intent === 'change' ||
  (!isCalledOff(reading) && ['wished', 'mentioned'].includes(timeTalk(reading, context.window, now)));
/** "Cancel thursday" calls off; "cancel thursday, make it friday" moves. */
const isCalledOff = ({ intent, when, words }: Reading): boolean =>
  (intent === 'dropJob' || intent === 'cancel') && (when === null || !MOVED.test(words));
const isDropping = (reading: Reading): boolean => isCalledOff(reading) || reading.intent === 'restart';
/** Of a paid visit: a date alone may only be talk about it. */
const wantsChange = ({ intent, when, words }: Reading): boolean =>
  intent === 'change' || (when !== null && (intent === 'correct' || asksToCome(words)));
const wantsPerson = (reading: Reading): boolean =>
  isCalledOff(reading) || wantsChange(reading) || asksForRefund(reading.words);
const ASKS: readonly Intent[] = ['question', 'status', 'help', 'person', 'repeat'];
/** About card or link, and nothing that has an answer of its own. */
const asksHowToPay = (context: JobContext, reading: Reading): boolean =>
  isAboutPaying(reading.words) &&
  reading.intent !== 'change' &&
  !isDropping(reading) &&
  (reading.intent === 'question' || leadOf(context, reading) === undefined);
const isRefusal = ({ choice, intent }: Reading): boolean => choice === null && intent === 'no';
const isYes = ({ choice, intent }: Reading): boolean => choice === 1 || (choice === null && intent === 'yes');
const QUESTION = /^(?:so |and |y )?(?:is|are|was|does|do|did|what|when|who|how|why|es|cual|cuando|que)\b(?!.*\b1\b)/i;

/** The pro who is proposed is taken, at that time: "1", "book Dana", "thursday works". */
const accepts = ({ proposal, window }: JobContext, { now, reading }: TextReceived): boolean =>
  (isYes(reading) && !QUESTION.test(reading.words)) ||
  books(reading.words, proposal?.name ?? '') ||
  agreesToTime(reading, window, now);
const isLongStory = (reading: Reading): boolean =>
  reading.categories.length > 0 && reading.words.split(/\s+/).length > 2 && !saysNothingWrong(reading.words);

/** One to five, from a number that was asked for or from words. */
export const starsOf = ({ choice, rating }: Reading): number | null => {
  const stars = rating ?? choice;
  return stars !== null && stars >= 1 && stars <= 5 ? stars : null;
};

const ECHO_MINUTES = 10 / 60;

const isAnswer = (reading: Reading | null): boolean =>
  reading !== null && (reading.choice !== null || reading.intent === 'yes' || reading.intent === 'more');

const namesTime = (context: JobContext, event: TextReceived): boolean =>
  !isCalledOff(event.reading) && (timesOf(context, event)?.windows.length ?? 0) > 0;

interface Args {
  readonly context: JobContext;
  readonly event: Heard;
}

const asksAgain = says((reading) => isYes(reading) || reading.intent === 'more');
const isEmergency = ({ context }: Args): boolean => context.job.urgency === 'emergency';
const isStillPossible = ({ context, event }: Args): boolean =>
  stillPossible([context.window], context.job.urgency, event.now).length > 0;

export const jobSetup = setup({
  types: { context: {} as JobContext, events: {} as Heard, input: {} as Heard },
  actions: effectAction,
  guards: {
    isDanger: ({ context, event }) => event.type === 'text.received' && isNewDanger(context, event),
    isNote: says(isNote),
    isWrongPlace: ({ context, event }) =>
      event.type === 'text.received' && correctsPlace(event.reading, context.place.street ?? ''),
    isComplaint: says(({ words }) => complains(words)),
    isRefund: says(({ words }) => asksForRefund(words)),
    isBooking: ({ context, event }) => event.type === 'text.received' && accepts(context, event),
    isDeferring: says(({ words }) => defers(words)),
    isGood: ({ context, event }) => {
      const reading = readingOf(event);
      return reading !== null && approves(reading, context.providerName);
    },
    isBadlyRated: says(ratesBadly),
    /** an answer to a question that never came through */
    isUnseen: ({ context, event }) => {
      const reading = readingOf(event);
      return (
        context.isUnseen === true &&
        reading !== null &&
        (approves(reading, context.providerName) || starsOf(reading) !== null)
      );
    },
    /** more than courtesy, and no approval: nobody is silent who says it */
    isNoSilence: ({ context, event }) => {
      const reading = readingOf(event);
      return reading !== null && context.isUnasked !== true && !isSilence(reading);
    },
    isAsked: ({ context }) => context.isUnasked !== true,
    /** "1" twice, for the question before: nobody reads and rates within so short a time */
    isEcho: ({ context, event }) =>
      readingOf(event)?.words.trim() === '1' && minutesBetween(context.now, event.now) < ECHO_MINUTES,
    isPerson: says(({ choice, intent }) => choice === 3 || intent === 'person'),
    isAgain: (args) => asksAgain(args),
    isNext: says(
      (reading) =>
        reading.choice === 2 || isRefusal(reading) || reading.intent === 'more' || TOO_DEAR.test(reading.words),
    ),
    isChange: ({ context, event }) => event.type === 'text.received' && mayMove(context, event.reading, event.now),
    isSecond: says((reading) => reading.choice === 2 || isChange(reading)),
    isThird: ({ context, event }) =>
      event.type === 'text.received' && (event.reading.choice === 3 || mayMove(context, event.reading, event.now)),
    isDrop: says(isDropping),
    isDropOrNo: says((reading) => isDropping(reading) || isRefusal(reading)),
    isChangeOrDrop: says(wantsPerson),
    isNeverMind: says(({ intent, words }) => (intent === 'dropJob' && saysNeverMind(words)) || keepsIt(words)),
    isAboutPaying: ({ context, event }) => event.type === 'text.received' && asksHowToPay(context, event.reading),
    isAboutOpenLink: ({ context, event }) =>
      event.type === 'text.received' &&
      context.payment !== null &&
      !isReached(context.payment.until, event.now) &&
      asksHowToPay(context, event.reading),
    isPaid: says(({ word, words }) => word === 'done' || word === 'pay' || PAID.test(words)),
    isProblem: says(
      (reading) =>
        reading.choice === 2 || isRefusal(reading) || PROBLEM.test(reading.words) || asksForRefund(reading.words),
    ),
    isStory: says((reading) => isLongStory(reading) && reading.rating === null),
    isRatedComplaint: says((reading) => complains(reading.words) && starsOf(reading) !== null),
    /** only 1 and 2 were offered: a 4 or a 5 is stars */
    isRated: says(({ choice, rating }) => rating !== null || (choice !== null && choice >= 4)),
    hasStars: says((reading) => starsOf(reading) !== null),
    saysArrived: says((reading) => isYes(reading) || ARRIVED.test(reading.words)),
    saysNobodyCame: says(({ intent, words }) => intent !== 'person' && missesSomebody(words)),
    saysMissing: says((reading) => reading.choice === 2 || isRefusal(reading) || MISSING.test(reading.words)),
    saysComing: says((reading) => isYes(reading) || reading.word === 'onMyWay' || COMING.test(reading.words)),
    saysNotComing: says((reading) => reading.choice === 2 || isRefusal(reading) || CANNOT_OPEN.test(reading.words)),
    isSkip: says(({ words }) => SKIP.test(words)),
    /** a text that describes, rather than one to us */
    isTold: says(
      ({ intent }) =>
        !['help', 'person', 'repeat', 'back', 'restart', 'status', 'thanks', 'greet', 'bye'].includes(intent),
    ),
    namesTime: ({ context, event }) =>
      event.type === 'text.received' && event.reading.when !== null && namesTime({ ...context, offered: [] }, event),
    wishesTime: ({ context, event }) =>
      event.type === 'text.received' &&
      timeTalk(event.reading, context.window, event.now) === 'wished' &&
      namesTime({ ...context, offered: [] }, event),
    choosesTime: ({ context, event }) => event.type === 'text.received' && namesTime(context, event),
    /** a number of a list that was let go, or a late "yes" to it */
    isLateAnswer: ({ context, event }) => context.isIdled === true && isAnswer(readingOf(event)),
    choosesTimeAnew: ({ context, event }) =>
      event.type === 'text.received' && !isRepeatable(context.from) && namesTime(context, event),
    wantsOthers: ({ context, event }) => event.type === 'text.received' && timesOf(context, event) !== null,
    wantsItBack: says(({ words }) => wantsItBack(words)),
    wantsItBackThen: ({ context, event }) =>
      event.type === 'text.received' &&
      event.reading.when !== null &&
      wantsItBack(event.reading.words) &&
      namesTime({ ...context, offered: [] }, event),
    isAgainTooLate: (args) => asksAgain(args) && !isEmergency(args) && !isStillPossible(args),
    isAside: ({ event }) => event.type === 'payment.returned' && ['paidTwice', 'goodwill'].includes(event.reason),
    isApprovalText: ({ event }) => 'key' in event && event.key === 'job.askApproval',
    isByBank: ({ event }) => event.type === 'case.opened' && event.by === 'bank',
    /** of somebody for whom a person looks already */
    isNewWish: ({ context, event }) =>
      event.type === 'text.received' && wantsPerson(event.reading) && !isHanded(context, 'drop', event.now),
    isToldAgain: ({ context, event }) =>
      event.type === 'text.received' &&
      !ASKS.includes(event.reading.intent) &&
      (['replacement', 'drop'] as const).some((about) => isHanded(context, about, event.now)),
    cameFrom: ({ context, event }, { state }: { state: JobState }) =>
      readingOf(event)?.intent === 'back' && context.from === state,
  },
});
