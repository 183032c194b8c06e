// Parts that several states of a job share.
import { assign } from 'xstate';
import { minutesAfter } from '../../domain/instants.ts';
import { does, doesAll, doesWith } from '../effect.ts';
import type { Effect } from '../effects.ts';
import { heardAgain, sayAgain, sayPerson } from './again.ts';
import type { JobContext, JobState, TextReceived } from './context.ts';
import { askFor, isRepeatable, offerLike, tell, timesOf } from './other-time.ts';
import { SAYINGS } from './sayings.ts';
import { jobSetup } from './setup.ts';

interface Heard {
  readonly context: JobContext;
  readonly event: TextReceived;
}

const DAY_MINUTES = 24 * 60;

/** Any text that means nothing else in a state. */
export const stays = (state: JobState) =>
  jobSetup.createStateConfig({
    on: { 'text.received': { actions: [doesAll(sayAgain(state)), assign(heardAgain)] } },
  }).on['text.received'];

/** A danger comes before whatever else the text says. */
export const danger = (state: JobState) => ({ guard: 'isDanger' as const, ...stays(state) });

/** "3 person" of a list. */
export const person = (state: JobState) =>
  jobSetup.createStateConfig({
    on: { 'text.received': { guard: 'isPerson', actions: [doesAll(sayPerson(state)), assign({ misses: 0 })] } },
  }).on['text.received'];

/** What the pro is to know: kept with the booking, or passed on when it is paid. */
export const keepNote = ({ bookingId }: JobContext, { reading }: TextReceived): Effect =>
  tell(bookingId, { type: 'note.added', words: reading.words.slice(0, 300) });

/** "My name is Maria": known from now on. */
const keepName = ({ reading }: TextReceived): readonly Effect[] =>
  reading.contact?.name ? [{ type: 'keepFacts', facts: { name: reading.contact.name } }] : [];

export const notes = (isPaid: boolean) =>
  jobSetup.createStateConfig({
    on: {
      'text.received': {
        guard: 'isNote',
        actions: [
          doesAll(({ context, event }) => [
            keepNote(context, event),
            ...keepName(event),
            { type: 'say', key: 'job.noteKept', params: { code: context.code, isPaid } },
          ]),
          assign({ misses: 0 }),
        ],
      },
    },
  }).on['text.received'];

export const withdraw = ({ bookingId }: JobContext): Effect => tell(bookingId, { type: 'request.withdrawn' });

/** Somebody who has a link may be paying at this moment. */
const sayWithdrawn = ({ payment }: JobContext): Effect => ({
  type: 'say',
  key: 'job.withdrawn',
  params: { isPaymentPossible: payment !== null },
});

/** The request is dropped before anything was paid. */
export const drops = (guard: 'isDrop' | 'isDropOrNo') =>
  jobSetup.createStateConfig({
    on: {
      'text.received': {
        guard,
        target: 'withdrawn',
        actions: [doesWith(({ context }) => withdraw(context)), doesWith(({ context }) => sayWithdrawn(context))],
      },
    },
  }).on['text.received'];

const askNamed =
  (state: JobState) =>
  ({ context, event }: Heard): readonly Effect[] => {
    const asked = { ...context, from: state, offered: [] };
    return askFor(asked, event, timesOf(asked, event)?.windows ?? []);
  };

/** Another time is wanted and named already: it is asked for at once. */
export const namesTime = (state: JobState) =>
  jobSetup.createStateConfig({
    on: {
      'text.received': {
        guard: 'namesTime',
        target: isRepeatable(state) ? 'awaitingProvider' : 'withdrawn',
        actions: [doesAll(askNamed(state)), assign({ from: state, misses: 0, isIdled: false })],
      },
    },
  }).on['text.received'];

/** As `namesTime`, while a time is proposed or held: a time that is only spoken of moves nothing. */
export const wishesTime = (state: JobState) => ({ ...namesTime(state), guard: 'wishesTime' as const });

/** "Let me ask my wife tonight". */
export const defers = (state: JobState) =>
  jobSetup.createStateConfig({
    on: {
      'text.received': {
        guard: 'isDeferring',
        actions: [
          assign(({ event }) => ({ lead: 'waits', misses: 0, now: event.now })),
          doesWith(({ context }) => SAYINGS[state](context)),
        ],
      },
    },
  }).on['text.received'];

const MOST_OFFERED = 3;

/** The times that are named or meant, to choose from. */
export const offerTimes =
  (state: JobState) =>
  ({ context, event }: Heard): Partial<JobContext> => {
    const times = event.reading.when === null ? null : timesOf({ ...context, offered: [] }, event);
    const named = times === null ? [] : [...times.offered, ...times.windows];
    const offered = times === null ? offerLike(context, event) : named.slice(0, MOST_OFFERED);
    return { from: state, offered, lead: times?.lead ?? 'none', misses: 0, now: event.now };
  };

/** Another time is wanted: which one? */
export const asksOtherTime = (state: JobState, guard: 'isChange' | 'isSecond' | 'isThird') =>
  jobSetup.createStateConfig({
    on: {
      'text.received': {
        guard,
        target: 'askingOtherTime',
        actions: [assign(offerTimes(state)), doesWith(({ context }) => SAYINGS.askingOtherTime(context))],
      },
    },
  }).on['text.received'];

/** A question that nobody answers is let go after a day. */
export const idles = jobSetup.createStateConfig({
  entry: doesWith(({ event }) => ({
    type: 'setTimer',
    name: 'draft.idled',
    at: minutesAfter(event.now, DAY_MINUTES),
  })),
  exit: does({ type: 'cancelTimer', name: 'draft.idled' }),
  on: {
    'draft.idled': {
      target: 'withdrawn',
      actions: [doesWith(({ context }) => withdraw(context)), assign({ isIdled: true })],
    },
  },
});
