// What the shell is given when the program is put together: ports as functions, nothing else.
import type { ActorAddress } from '../domain/actor.ts';
import type { Alone } from './on-trial.ts';
import type { ActorStore, InboxItem } from './ports/actor.ts';
import type {
  Alerts,
  Clock,
  Codes,
  Comparisons,
  Ledger,
  Payments,
  Places,
  ProviderSearch,
  Reservations,
  ShortLinks,
  Texts,
  Understand,
} from './ports.ts';
import type { MessageLog } from './ports/message-log.ts';

/** One line a turn or an effect, ids and types only. */
export interface Journal {
  readonly info: (facts: Readonly<Record<string, unknown>>, what: string) => void;
  readonly error: (facts: Readonly<Record<string, unknown>>, what: string) => void;
}

export interface Tools {
  readonly actors: ActorStore;
  readonly clock: Clock;
  readonly understand: Understand;
  readonly places: Places;
  readonly texts: Texts;
  readonly payments: Payments;
  readonly reservations: Reservations;
  readonly search: ProviderSearch;
  readonly ledger: Ledger;
  readonly codes: Codes;
  readonly shortLinks: ShortLinks;
  readonly log: MessageLog;
  readonly comparisons: Comparisons;
  readonly alerts: Alerts;
  readonly journal: Journal;
  /** what is begun on trial */
  readonly alone: Alone;
  /** random text nobody has used, for new ids */
  readonly fresh: () => string;
  /** the zone in which times are read while no place is known */
  readonly zone: string;
}

/** Puts an event into an actor's inbox and sees to it that its turn is taken. */
export type Post = (to: ActorAddress, item: InboxItem) => Promise<void>;
