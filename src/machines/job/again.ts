// A text that changes nothing in a state: it is answered with where things stand, and after two misses by a person.
import { isAboutPaying } from '../../domain/payment-talk.ts';
import type { Danger } from '../../domain/reading.ts';
import type { AlertReason, Effect } from '../effects.ts';
import { visitAhead, type JobContext, type JobState, type Lead, type TextReceived } from './context.ts';
import { handed, isHanded } from './handed.ts';
import { leadOf } from './lead-of.ts';
import { SAYINGS } from './sayings.ts';
import { isNewDanger } from './warned.ts';

const MOST_MISSES = 2;

/** Lead and misses after such a text. */
export function heardAgain({
  context,
  event,
}: Args): Pick<JobContext, 'lead' | 'misses' | 'now' | 'warned' | 'handed'> {
  const { now, reading } = event;
  const { danger } = reading;
  if (danger !== null && isNewDanger(context, event))
    return { lead: 'none', misses: 0, now, warned: { danger, at: now } };
  const lead = danger === null ? (leadOf(context, reading) ?? unpaidLead(context, reading)) : 'warned';
  if (lead !== undefined)
    return { lead, misses: 0, now, ...(wantsPersonAnew(context, lead, now) ? handed('person', now) : {}) };
  const misses = context.misses + 1;
  return misses < MOST_MISSES ? { lead: 'missed', misses, now } : { lead: 'missedTwice', misses: 0, now };
}

/** The orders for it; the context is as it was before. */
export const sayAgain =
  (state: JobState) =>
  (args: Args): readonly Effect[] => {
    const { danger } = args.event.reading;
    if (danger !== null && isNewDanger(args.context, args.event)) return warn(args, danger);
    const context = { ...args.context, ...heardAgain(args) };
    return [...alertsOf(args, context.lead), SAYINGS[state]({ ...context, lead: leadIn(state, context.lead) })];
  };

/** "Can I still pay?", "no internet on this phone": how to pay, and where things stand, as long as nothing was paid. */
const unpaidLead = ({ paid }: JobContext, { words }: TextReceived['reading']): Lead | undefined =>
  paid === undefined && isAboutPaying(words) ? 'byLink' : undefined;

/** "AGENT", "AGENT": a person is told once. */
const wantsPersonAnew = (context: JobContext, lead: Lead, now: string): boolean =>
  lead === 'person' && !isHanded(context, 'person', now);

const alertsOf = (args: Args, lead: Lead): readonly Effect[] => {
  const about = typeof lead === 'string' ? ALERTS[lead] : undefined;
  const isTold = lead === 'person' && !wantsPersonAnew(args.context, lead, args.event.now);
  return about === undefined || isTold ? [] : [alertPerson(args, about)];
};

/** What was paid for is booked as long as it is ahead, and a link pays as long as one may come: after that neither is an answer. */
const leadIn = (state: JobState, lead: Lead): Lead => {
  const isOver = (lead === 'booked' && !visitAhead.includes(state)) || (lead === 'byLink' && state === 'lapsed');
  return isOver ? 'none' : lead;
};

/** What to do, and a person hears of it. */
export const warn = (args: Pick<Args, 'context'>, danger: Danger): readonly Effect[] => [
  { type: 'say', key: 'job.danger', params: { danger } },
  alertPerson(args, 'danger'),
];

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
