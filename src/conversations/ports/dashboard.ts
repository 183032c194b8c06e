// What the dashboard reads and keeps. Its reads only look: actors are changed by events, never from here.
import type { ActorKind } from '../../domain/actor.ts';
import type { LedgerEntry } from '../../domain/ledger.ts';
import type { LoggedText } from './message-log.ts';
import type { ActorImage } from './actor.ts';

/** An actor without what only its turns need. */
export type ShownImage = Omit<ActorImage, 'inbox' | 'handled' | 'heard' | 'claim'>;

export interface FoundActor {
  readonly kind: ActorKind;
  readonly image: ShownImage;
}

export interface OpenAlert {
  readonly id: string;
  readonly about: string;
  /** of the actor that it is about, or the id of something that belongs to nobody */
  readonly ref: string;
  readonly code: string | null;
  readonly at: Date;
}

/** When the last text came or went, and the last one that tells what the thread is about: theirs, unless they only answered. */
export interface LastText {
  readonly at: Date;
  readonly direction: 'in' | 'out';
  readonly body: string;
}

/** A thread, and the last text in it; null: none lately. */
export interface ListedThread {
  readonly image: ShownImage;
  readonly last: LastText | null;
}

/** What one open page shows, and so what it must hear about. */
export type Topic =
  | { readonly page: 'overview'; readonly without: readonly string[] }
  | { readonly page: 'thread'; readonly ref: string }
  | { readonly page: 'booking'; readonly ref: string };

export interface AdminReads {
  /** those with the newest texts first */
  readonly listThreads: (limit: number) => Promise<readonly ListedThread[]>;
  readonly readThread: (ref: string) => Promise<ShownImage | null>;
  /** bookings in other states than these, soonest window first */
  readonly listBookings: (order: {
    readonly without: readonly string[];
    readonly limit: number;
  }) => Promise<readonly ShownImage[]>;
  readonly readBooking: (ref: string) => Promise<ShownImage | null>;
  /** alerts that nobody has looked after yet, newest first */
  readonly listAlerts: (limit: number) => Promise<readonly OpenAlert[]>;
  /** the same, of one actor */
  readonly alertsOf: (ref: string) => Promise<readonly OpenAlert[]>;
  /** actors in which something got stuck after somebody looked last */
  readonly listStuck: (limit: number) => Promise<readonly FoundActor[]>;
  /** actors by their refs; unknown refs are left out */
  readonly resolve: (refs: readonly string[]) => Promise<readonly FoundActor[]>;
  /** refs of threads (or bookings) by their ids */
  readonly refsOf: (kind: ActorKind, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** by booking code, or by (the end of) a number */
  readonly find: (words: string) => Promise<readonly FoundActor[]>;
  /** the newest texts of a thread, oldest first */
  readonly textsOf: (thread: string, limit: number) => Promise<readonly LoggedText[]>;
  readonly ledgerOf: (bookingId: string) => Promise<readonly LedgerEntry[]>;
  /** another word whenever what the topic's page shows may have changed */
  readonly pulse: (topic: Topic) => Promise<string>;
  /** somebody has looked after all that was known of this actor until then */
  readonly markSeen: (ref: string, until: Date, now: Date) => Promise<void>;
}

export interface Administrator {
  readonly id: string;
  readonly email: string;
  /** salted hash */
  readonly password: string;
}

export type LoginTry = { readonly isAllowed: true } | { readonly isAllowed: false; readonly afterMs: number };

/** Who may use the dashboard, and who is using it. Mail addresses are compared without case. Times are real time. */
export interface Administrators {
  readonly count: () => Promise<number>;
  readonly byEmail: (email: string) => Promise<Administrator | null>;
  /** makes this administrator, or gives him another password and ends his sessions */
  readonly keep: (given: { readonly email: string; readonly password: string }) => Promise<void>;
  /** gives the session's secret name; it lasts `forMs` */
  readonly openSession: (administratorId: string, forMs: number) => Promise<string>;
  readonly bySession: (session: string) => Promise<Administrator | null>;
  readonly closeSession: (session: string) => Promise<void>;
  /** 32 bytes that encrypt the cookies of all processes; made once */
  readonly sessionKey: () => Promise<Buffer>;
  /** the password of the sandbox's administrator: `made` the first time, and the same ever after */
  readonly sandboxPassword: (made: string) => Promise<string>;
  /** counts a try; after five that failed in a row the account waits, longer each time, for at most a minute */
  readonly tryLogin: (email: string) => Promise<LoginTry>;
  readonly forgetTries: (email: string) => Promise<void>;
}
