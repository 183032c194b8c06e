// A text that changes nothing in a state: it is answered with where things stand, and after two misses by a person.
import type { Intent } from '../../domain/reading.ts';
import { asksForRefund, asksPrice, asksToWait } from '../../domain/visit-talk.ts';
import type { AlertReason, Effect } from '../effects.ts';
import type { JobContext, JobState, Lead, TextReceived } from './context.ts';
import { SAYINGS } from './sayings.ts';

const MOST_MISSES = 2;

const LEADS: Partial<Readonly<Record<Intent, Lead>>> = {
  help: 'help',
  question: 'question',
  aboutUs: 'help',
  person: 'person',
  status: 'none',
  repeat: 'none',
  back: 'none',
  restart: 'none',
  greet: 'none',
  thanks: 'none',
  bye: 'none',
  yes: 'none',
  choose: 'none',
  language: 'none',
};

/** Once there is a price, saying it again is the answer; until then it is what such work usually costs. */
const leadOf = (
  { job, payment, proposal }: JobContext,
  { intent, words }: TextReceived['reading'],
): Lead | undefined => {
  if (isAboutPrice(intent, words)) return payment === null && proposal === null ? { priceOf: job.trade } : 'none';
  if (asksForRefund(words)) return 'person';
  return LEADS[intent] ?? (asksToWait(words) ? 'waits' : undefined);
};

const isAboutPrice = (intent: Intent, words: string): boolean =>
  intent === 'price' || (intent === 'job' && asksPrice(words));

/** Lead and misses after such a text. */
export function heardAgain({ context, event }: Args): Pick<JobContext, 'lead' | 'misses' | 'now'> {
  const { now, reading } = event;
  const lead = reading.danger === null ? leadOf(context, reading) : 'none';
  if (lead !== undefined) return { lead, misses: 0, now };
  const misses = context.misses + 1;
  return misses < MOST_MISSES ? { lead: 'missed', misses, now } : { lead: 'missedTwice', misses: 0, now };
}

/** The orders for it; the context is as it was before. */
export const sayAgain =
  (state: JobState) =>
  (args: Args): readonly Effect[] => {
    const { danger } = args.event.reading;
    if (danger !== null) return [{ type: 'say', key: 'job.danger', params: { danger } }, alertPerson(args, 'danger')];
    const context = { ...args.context, ...heardAgain(args) };
    const about = typeof context.lead === 'string' ? ALERTS[context.lead] : undefined;
    return [...(about === undefined ? [] : [alertPerson(args, about)]), SAYINGS[state](context)];
  };

/** A person was chosen from a list. */
export const sayPerson =
  (state: JobState) =>
  (args: Args): readonly Effect[] => [
    alertPerson(args, 'personAsked'),
    SAYINGS[state]({ ...args.context, lead: 'person', now: args.event.now }),
  ];

const ALERTS: Partial<Readonly<Record<string, AlertReason>>> = { person: 'personAsked', missedTwice: 'misunderstood' };

export const alertPerson = ({ context }: { context: JobContext }, about: AlertReason): Effect => ({
  type: 'alertPerson',
  about,
  code: context.code,
});

interface Args {
  readonly context: JobContext;
  readonly event: TextReceived;
}
