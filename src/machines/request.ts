// The homeowner's thread until the request is sent: what is missing is asked, one question a text, danger first.
import { assign, setup } from 'xstate';
import { wantsItBack } from '../domain/change-of-mind.ts';
import { minutesAfter } from '../domain/instants.ts';
import { jobAt } from '../domain/job.ts';
import { tradeWords } from '../domain/trades.ts';
import { does, doesAll, doesWith, effectAction } from './effect.ts';
import type { Effect } from './effects.ts';
import type { Heard } from './events.ts';
import { emptyDraft, stateOf, wholePlace, type About, type AskingState, type Draft } from './request/draft.ts';
import { QUESTIONS } from './request/questions.ts';
import { withWindows } from './request/take-time.ts';
import { begin, take } from './request/take.ts';

export const requestVersion = 1;

/** States in which a request is over: a text goes elsewhere. */
export const requestEnds: readonly string[] = ['sent', 'dropped', 'passed', 'rested'];

const NUDGE_AFTER_MINUTES = 24 * 60;
const REST_AFTER_MINUTES = 6 * 24 * 60;

const is =
  (state: AskingState) =>
  ({ context }: { context: Draft }): boolean =>
    stateOf(context) === state;

const request = setup({
  types: { context: {} as Draft, events: {} as Heard, input: {} as Heard },
  actions: effectAction,
  guards: {
    hasAlert: ({ context }) => context.alert !== null,
    isSent: ({ context }) => context.ending === 'send',
    isDropped: ({ context }) => context.ending === 'drop',
    isPassed: ({ context }) => context.ending === 'pass',
    isMenuAnswer: ({ event }) =>
      event.type === 'text.received' && (event.reading.choice !== null || event.reading.intent === 'yes'),
    wantsItBack: ({ event }) => event.type === 'text.received' && wantsItBack(event.reading.words),
    isNudged: ({ context }) => context.isNudged,
    isUnsafe: is('awaitingSafety'),
    isAboutBooking: is('choosingBooking'),
    isChanging: is('choosingChange'),
    lacksTrade: is('choosingTrade'),
    lacksJob: is('askingJob'),
    lacksChoiceOfPlace: is('choosingPlace'),
    hasLastPlace: is('askingSamePlace'),
    lacksPlace: is('askingPlace'),
    lacksTime: is('askingTime'),
  },
});

const setIdleTimer = ({ now, isNudged }: Draft): Effect => ({
  type: 'setTimer',
  name: 'draft.idled',
  at: minutesAfter(now, isNudged ? REST_AFTER_MINUTES : NUDGE_AFTER_MINUTES),
});

const nudged = (draft: Draft, now: string): Draft =>
  withWindows({ ...draft, now, isNudged: true, lead: 'nudge', misses: 0 });

/** Dropped, and wanted after all: it goes on where it was. */
const wantedBack = (draft: Draft, now: string): Draft =>
  withWindows({ ...draft, now, ending: null, isChanging: false, lead: 'wantedBack', misses: 0 });

const asking = (state: AskingState) =>
  request.createStateConfig({
    entry: doesAll(({ context }) => [QUESTIONS[state](context), setIdleTimer(context)]),
    on: {
      'text.received': { target: 'deciding', actions: assign(({ context, event }) => take(context, event, state)) },
      'draft.idled': [
        { guard: 'isNudged', target: 'rested' },
        { target: 'deciding', actions: assign(({ context, event }) => nudged(context, event.now)) },
      ],
    },
  });

const beginAgain = request.createStateConfig({
  on: { 'text.received': { target: 'deciding', actions: assign(({ event }) => begin(event)) } },
});

const tellNote = (bookingId: string, words: string): Effect => ({
  type: 'tell',
  to: { kind: 'booking', id: bookingId },
  event: { type: 'note.added', words: words.slice(0, 300) },
});

const send = (draft: Draft): readonly Effect[] => {
  const place = wholePlace(draft);
  const { bookingId, notes = [], now, person, trade, urgency, windows } = draft;
  if (place === null || trade === null || bookingId === null) return [];
  const words = draft.words.join('. ') || tradeWords(trade, person.language).name;
  const job = jobAt({ trade, words, urgency }, windows, now);
  const event = { type: 'request.sent' as const, bookingId, homeowner: person, job, place, windows };
  return [
    { type: 'tell', to: { kind: 'booking', id: bookingId }, event },
    ...notes.map((note) => tellNote(bookingId, note)),
    { type: 'keepFacts', facts: { lastPlace: place, zone: place.zone, name: person.name } },
    { type: 'cancelTimer', name: 'draft.idled' },
  ];
};

const pass = ({ about = [], said = '' }: Draft): readonly Effect[] => {
  const [meant] = about;
  if (meant === undefined) return [];
  return [...passTo(meant, said), { type: 'cancelTimer', name: 'draft.idled' }];
};

/** To somebody who has done his work it is a problem; its case is opened, and answers. */
const passTo = ({ bookingId, code, isPaid, isServed = false }: About, said: string): readonly Effect[] =>
  isServed
    ? [
        {
          type: 'tell',
          to: { kind: 'booking', id: bookingId },
          event: { type: 'problem.reported', words: said.slice(0, 600) },
        },
      ]
    : [tellNote(bookingId, said), { type: 'say', key: 'job.noteKept', params: { code, isPaid } }];

/** Started by the first `text.received` that may mean a job. Never rests in `deciding`. */
export const requestMachine = request.createMachine({
  id: 'request',
  context: ({ input }) => (input.type === 'text.received' ? begin(input) : { ...emptyDraft, now: input.now }),
  initial: 'deciding',
  states: {
    deciding: {
      always: [
        {
          guard: 'hasAlert',
          actions: [
            doesWith(({ context }) => ({ type: 'alertPerson', about: context.alert ?? 'personAsked', code: null })),
            assign({ alert: null }),
          ],
        },
        { guard: 'isSent', target: 'sent' },
        { guard: 'isDropped', target: 'dropped' },
        { guard: 'isPassed', target: 'passed' },
        { guard: 'isUnsafe', target: 'awaitingSafety' },
        { guard: 'isAboutBooking', target: 'choosingBooking' },
        { guard: 'isChanging', target: 'choosingChange' },
        { guard: 'lacksTrade', target: 'choosingTrade' },
        { guard: 'lacksJob', target: 'askingJob' },
        { guard: 'lacksChoiceOfPlace', target: 'choosingPlace' },
        { guard: 'hasLastPlace', target: 'askingSamePlace' },
        { guard: 'lacksPlace', target: 'askingPlace' },
        { guard: 'lacksTime', target: 'askingTime' },
        { target: 'confirming' },
      ],
    },
    awaitingSafety: asking('awaitingSafety'),
    choosingBooking: asking('choosingBooking'),
    askingJob: asking('askingJob'),
    choosingTrade: asking('choosingTrade'),
    askingPlace: asking('askingPlace'),
    choosingPlace: asking('choosingPlace'),
    askingSamePlace: asking('askingSamePlace'),
    askingTime: asking('askingTime'),
    confirming: asking('confirming'),
    choosingChange: asking('choosingChange'),
    /** the booking's letters start the next conversation; a text that comes before them is answered here */
    sent: {
      entry: doesAll(({ context }) => send(context)),
      on: {
        'text.received': { actions: does({ type: 'say', key: 'request.alreadySent', params: {} }) },
        'search.failed': {
          target: 'rested',
          actions: [
            assign({ ending: null, bookingId: null }),
            does({ type: 'say', key: 'request.notSent', params: {}, asks: { kind: 'choice', options: ['1'] } }),
          ],
        },
      },
    },
    dropped: {
      entry: [
        doesWith(({ context }) => ({
          type: 'say',
          key: 'request.dropped',
          params: { booked: context.booked ?? null },
        })),
        does({ type: 'cancelTimer', name: 'draft.idled' }),
      ],
      on: {
        'text.received': [
          {
            guard: 'wantsItBack',
            target: 'deciding',
            actions: assign(({ context, event }) => wantedBack(context, event.now)),
          },
          beginAgain.on['text.received'],
        ],
      },
    },
    /** it was no new job: the booking that it was about is told */
    passed: { entry: doesAll(({ context }) => pass(context)), ...beginAgain },
    /** a number or a yes after a week of silence: the question is asked again, as it stands now */
    rested: {
      on: {
        'text.received': [
          {
            guard: 'isMenuAnswer',
            target: 'deciding',
            actions: assign(({ context, event }) => nudged(context, event.now)),
          },
          beginAgain.on['text.received'],
        ],
      },
    },
  },
});
