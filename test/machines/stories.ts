// One story a machine, told to it through the stored form: each state that it comes through is a sample of what lies in databases.
import { minutesAfter } from '../../src/domain/instants.ts';
import type { ProviderProfile } from '../../src/domain/provider.ts';
import type { Event, Heard } from '../../src/machines/events.ts';
import { REGISTRY, type MachineName } from '../../src/machines/registry.ts';
import { start, step } from '../../src/machines/step.ts';
import type { StoredMachine } from '../../src/machines/stored.ts';
import { chargeDisputed, disputeWon, requestSent, TO_SETTLED } from './booking-world.ts';
import { letter } from './job-letters.ts';
import { DONE, HERE, net, offerHeld, offerMade, offerWon, OTW, visitBooked, window, Y } from './provider-side.ts';
import { address, now, number, sink, text, thursdayAfter3, unclear, zone } from './talk.ts';

/** What is heard, and when; told at the same time as the one before where no time is said. */
type Told = Event | readonly [Event, string];

const profile: ProviderProfile = {
  name: 'Dana',
  business: null,
  thread: 'sms:+17375550101',
  languages: ['en'],
  trades: ['plumbing'],
  zip: '78704',
  lat: 30.24,
  lon: -97.76,
  zone,
  radiusInMeters: 16_000,
  hours: [[], [], [], [], [], [], []],
  rateInCents: 12_900,
  takesEmergencies: true,
  maxVisitsADay: 3,
};
const settled = TO_SETTLED.slice(0, -2);

const STORIES: Readonly<Record<MachineName, readonly Told[]>> = {
  request: [sink, address, text('thursday after 3', { intent: 'correct', when: thursdayAfter3 }), number(1), unclear],
  job: [
    letter['search.started'],
    letter['provider.proposed'],
    number(1),
    letter['payment.requested'],
    letter['booking.confirmed'],
    letter['visit.departed'],
    letter['visit.arrived'],
    letter['visit.finished'],
    number(1),
    number(5),
  ],
  desk: [unclear, unclear],
  offer: [offerMade, Y, offerHeld, offerWon],
  visit: [
    visitBooked,
    [OTW, minutesAfter(window.start, -30)],
    HERE,
    DONE,
    { type: 'visit.closed', bookingId: 'b1', outcome: 'approved' },
    { type: 'payout.sent', bookingId: 'b1', amount: net },
  ],
  booking: [
    requestSent,
    ...settled,
    chargeDisputed,
    disputeWon,
    { type: 'transfer.done', transferId: 'tr_1', amountInCents: net.cents },
  ],
  membership: [
    { type: 'provider.joined', providerId: 'p1', profile },
    { type: 'account.made', accountId: 'acct_1' },
    { type: 'account.read', accountId: 'acct_1', isActive: true },
  ],
};

export interface Sample {
  /** as it lies in the database */
  readonly stored: StoredMachine;
  /** what it hears next, and the state in which it is then */
  readonly event: Heard;
  readonly value: string;
}

export interface Samples {
  readonly machine: MachineName;
  readonly version: number;
  /** every state that the machine has */
  readonly states: readonly string[];
  readonly samples: readonly Sample[];
}

/** So that a reader can still see what changed. */
const MOST_SAMPLES = 6;

const plain = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

/** The machine's story as today's code goes through it. Deterministic. */
export const tell = (machine: MachineName): Samples => {
  const heard = timed(STORIES[machine]);
  const [first, ...rest] = heard;
  if (first === undefined) throw new Error(`${machine} has no story.`);
  let stored = plain(start(machine, 'main', first).machine);
  const samples = rest.map((event): Sample => {
    const before = stored;
    stored = plain(step(before, event).machine);
    return { stored: before, event: plain(event), value: stored.value };
  });
  const { machine: logic, version } = REGISTRY[machine];
  const every = Math.ceil(samples.length / MOST_SAMPLES);
  const kept = samples.filter((_, index) => index % every === 0);
  return { machine, version, states: Object.keys(logic.states).sort(), samples: kept };
};

const timed = (story: readonly Told[]): readonly Heard[] => {
  let at = now;
  return story.map((told, index) => {
    const [event, said] = 'type' in told ? [told, at] : told;
    at = said;
    return { ...event, now: at, fresh: `fresh${String(index)}` };
  });
};

export const MACHINES = Object.keys(REGISTRY) as readonly MachineName[];
