// Which conversation of a thread a booking's letter is for.
import type { Event } from '../machines/events.ts';
import type { MachineName } from '../machines/registry.ts';
import type { StoredMachine } from '../machines/stored.ts';
import type { Target } from './targets.ts';

type Letter = Extract<Event, { bookingId: string }>;
type Conversation = Extract<Target, { readonly to: 'conversation' }>;

/** Whom a letter of a booking is for, by its type; `starts`: it begins that conversation. */
const RECEIVERS: Readonly<Partial<Record<Letter['type'], { readonly machine: MachineName; readonly starts?: true }>>> =
  {
    'offer.made': { machine: 'offer', starts: true },
    'offer.held': { machine: 'offer' },
    'offer.closed': { machine: 'offer' },
    'offer.released': { machine: 'offer' },
    'offer.won': { machine: 'offer' },
    'visit.booked': { machine: 'visit', starts: true },
    'visit.noted': { machine: 'visit' },
    'departure.missed': { machine: 'visit' },
    'visit.overdue': { machine: 'visit' },
    'visit.begun': { machine: 'visit' },
    'homeowner.found': { machine: 'visit' },
    'homeowner.overdue': { machine: 'visit' },
    'work.missed': { machine: 'visit' },
    'visit.closed': { machine: 'visit' },
    'payout.sent': { machine: 'visit' },
    'payout.delayed': { machine: 'visit' },
    'search.started': { machine: 'job', starts: true },
  };

/** `visit.remembered` goes to both sides: to whichever of the two this thread has. */
const receiverOf = (machines: readonly StoredMachine[], event: Letter) => {
  const receiver = RECEIVERS[event.type];
  if (receiver !== undefined) return receiver;
  const isProviderSide = machines.some((m) => m.machine === 'visit' && m.context['bookingId'] === event.bookingId);
  return { machine: event.type === 'visit.remembered' && isProviderSide ? ('visit' as const) : ('job' as const) };
};

/** The conversation that a letter is for; null: nobody here knows that booking. */
export const routeEvent = (
  machines: readonly StoredMachine[],
  event: Event,
): Exclude<Target, { readonly to: 'which' }> | null => {
  if (!('bookingId' in event)) return null;
  const receiver = receiverOf(machines, event);
  const known = machines.findLast((m) => m.machine === receiver.machine && m.context['bookingId'] === event.bookingId);
  if (known !== undefined) return { to: 'conversation', id: known.id };
  return 'starts' in receiver ? { to: 'start', machine: receiver.machine } : fromNowhere(machines, event);
};

/** A search that failed before it began: no conversation of its own was started, so the request that was sent hears of it. */
const fromNowhere = (machines: readonly StoredMachine[], event: Letter): Conversation | null => {
  const isSender = ({ context, machine }: StoredMachine) =>
    machine === 'request' && context['bookingId'] === event.bookingId;
  const sender = event.type === 'search.failed' ? machines.findLast(isSender) : undefined;
  return sender === undefined ? null : { to: 'conversation', id: sender.id };
};
