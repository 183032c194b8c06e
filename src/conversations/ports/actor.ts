// The envelope that threads, bookings and providers share: all that changes over time lives in one document of this shape.
import type { ActorAddress } from '../../domain/actor.ts';
import type { AskedKind } from '../../domain/reading.ts';
import type { OuterEffect, Say } from '../../machines/effects.ts';
import type { Event, TimerName } from '../../machines/events.ts';
import type { StoredMachine } from '../../machines/stored.ts';

/** A text as it came in, before anybody has read it. */
export interface RawText {
  readonly body: string;
  readonly media: readonly string[];
  readonly button: string | null;
  readonly location: { readonly lat: number; readonly lon: number } | null;
}

/** Where a letter comes from; of one sender only newer ones are heard. */
export interface LetterStamp {
  readonly ref: string;
  readonly sequence: number;
}

/** Something that happened and waits for its turn. */
export interface InboxItem {
  readonly id: string;
  readonly at: Date;
  /** business time before which its turn does not begin (a burst of texts is gathered); null: now */
  readonly readyAt: Date | null;
  /** how often it was taken up by a sweep */
  readonly tries: number;
  /** how often its turn was begun on trial (see `on-trial.ts`), and nobody noted an end; absent: never */
  readonly trials?: number;
  readonly letter: LetterStamp | null;
  /** the conversation whose effect is answered; null: it must be routed */
  readonly conversation: string | null;
  readonly what: { readonly kind: 'text'; readonly text: RawText } | { readonly kind: 'event'; readonly event: Event };
}

/** An answer to tap: its words (at most 20 characters), and what comes back. */
export interface Button {
  readonly id: string;
  readonly title: string;
}

/** A text that was rendered in the turn that decided to say it. */
export interface Speech {
  readonly type: 'say';
  readonly key: Say['key'];
  readonly body: string;
  readonly buttons: readonly Button[];
  readonly until: string | null;
  /** may be sent to somebody who opted out: the one confirmation of that */
  readonly isFarewell: boolean;
  /** another address of the same person, when the thread's own did not take it */
  readonly to?: string;
}

/** A row of the message log for a text that came in. */
export interface LogText {
  readonly type: 'logText';
  readonly sid: string;
  readonly text: RawText;
  readonly at: Date;
}

export type StoredEffect = Exclude<OuterEffect, Say> | Speech | LogText;

/** An order that waits to be performed, or to be performed again. */
export interface OutboxItem {
  /** `ref.revision.index` */
  readonly id: string;
  readonly lane: string;
  readonly conversation: string | null;
  readonly effect: StoredEffect;
  readonly at: Date;
  /** business time of the next try; null: at once */
  readonly nextAt: Date | null;
  /** tries that ended without an answer, or with "later" */
  readonly tries: number;
  /** how often a claim lapsed over it */
  readonly takeovers: number;
  /** how often it was begun on trial, and nobody noted an end; absent: never */
  readonly trials?: number;
  /** since when (business time) nobody knows whether it was done */
  readonly unknownSince: Date | null;
}

export interface StoredTimer {
  readonly id: string;
  readonly conversation: string;
  readonly name: TimerName;
  readonly dueAt: Date;
  /** how often it was taken up by a sweep; absent: never */
  readonly tries?: number;
  /** as of an event */
  readonly trials?: number;
}

/** What was asked last in a thread, and by which conversation in which state. */
export interface Asked {
  readonly conversation: string;
  readonly state: string;
  readonly kind: AskedKind;
  readonly options: readonly string[];
  /** when (business time); missing in questions of before */
  readonly at?: string;
}

/** What nobody but a person can go on with. */
export interface StuckItem {
  readonly id: string;
  readonly at: Date;
  readonly kind: 'event' | 'effect' | 'state';
  readonly type: string;
  readonly reason: string;
  /** the event, the timer or the order itself, for whoever mends it (texts are in the log); missing in images and in those of before */
  readonly content?: unknown;
}

export interface Consent {
  readonly state: 'in' | 'out';
  readonly by: string;
  readonly at: Date;
  /** the carrier has taken the word too: it blocks, or lets through, by itself */
  readonly isCarriers?: boolean;
}

/** What a text changes. `isAfterCarriers`: only for somebody whom the carrier has opted out; YES means nothing else to it. */
export interface ConsentChange extends Consent {
  readonly isCarriers: boolean;
  readonly isAfterCarriers?: boolean;
  /** found in the vendor's list: another word of his may have been sent after it and have come before it */
  readonly isFound?: boolean;
}

/** An actor as a turn reads it. What only the server compares (`handled`, `heard`) stays there: the longest lists of an actor. */
export interface ActorImage {
  readonly _id: string;
  readonly ref: string;
  readonly revision: number;
  /** names the commit that made this revision; absent before the first */
  readonly commit?: string;
  readonly schema: number;
  readonly inbox: readonly InboxItem[];
  readonly machines: readonly StoredMachine[];
  readonly timers: readonly StoredTimer[];
  readonly outbox: readonly OutboxItem[];
  readonly stuck: readonly StuckItem[];
  readonly facts: Readonly<Record<string, unknown>>;
  readonly consent: Consent | null;
  readonly claim: { readonly token: string; readonly until: Date } | null;
  readonly wakeAt: Date | null;
  readonly dueAt: Date | null;
}

/** Everything that one turn changes, as one update: arrays are added to and taken from by id, never set from an image. */
export interface CommitPlan {
  readonly heardItems: readonly InboxItem[];
  /** ids from outside (texts, Stripe events), remembered so that a redelivery is ignored */
  readonly handled: readonly string[];
  readonly machines: readonly StoredMachine[];
  readonly timersOff: readonly string[];
  readonly timersOn: readonly StoredTimer[];
  readonly outbox: readonly OutboxItem[];
  readonly stuck: readonly StuckItem[];
  readonly facts: Readonly<Record<string, unknown>>;
  readonly consent: Consent | null;
}

/** How one effect ended, in one write: pulled with its answers, or kept for a later try. */
export type Ending =
  | { readonly id: string; readonly outcome: 'over'; readonly answers: readonly InboxItem[] }
  /** the rest of its lane waits with it */
  | {
      readonly id: string;
      readonly outcome: 'again';
      readonly lane: string;
      readonly nextAt: Date;
      readonly unknownSince: Date | null;
      /** the order that tells a person of it */
      readonly alert: OutboxItem | null;
    }
  /** it stands behind one of its lane that waits */
  | { readonly id: string; readonly outcome: 'behind'; readonly nextAt: Date }
  | {
      readonly id: string;
      readonly outcome: 'stuck';
      readonly stuck: StuckItem;
      readonly answers: readonly InboxItem[];
      readonly alert: OutboxItem | null;
    };

export interface Accepted {
  /** full: the inbox is over its cap, the event was not taken in */
  readonly outcome: 'accepted' | 'duplicate' | 'full';
  readonly image: ActorImage;
}

export interface DueSearch {
  /** business time */
  readonly now: Date;
  /** of each kind of actor and of alarm */
  readonly limit: number;
  /** whether this process takes that actor's turns just now: then nobody has died over them */
  readonly isAtWork: (address: ActorAddress) => boolean;
}

export interface Due {
  readonly actors: readonly ActorAddress[];
  /** the limit was reached: look again soon */
  readonly isMore: boolean;
}

export interface FoundOrder {
  readonly address: ActorAddress;
  readonly item: OutboxItem;
}

/** The writes and reads that the shell needs of the actors' collections. */
export interface ActorStore {
  readonly accept: (to: ActorAddress, item: InboxItem, consent: ConsentChange | null) => Promise<Accepted>;
  readonly load: (address: ActorAddress) => Promise<ActorImage | null>;
  /** null: somebody else was first; read again and step again */
  readonly commit: (address: ActorAddress, revision: number, plan: CommitPlan) => Promise<ActorImage | null>;
  /** `isDoubtful`: this process performed under its claim and could not note how that ended */
  readonly takeClaim: (address: ActorAddress, isDoubtful?: boolean) => Promise<ActorImage | null>;
  /** notes that these events, timers or orders are begun on trial; the actor as it is then, null: there is none */
  readonly noteTrial: (address: ActorAddress, ids: readonly string[]) => Promise<ActorImage | null>;
  readonly finish: (address: ActorAddress, endings: readonly Ending[]) => Promise<ActorImage | null>;
  readonly readConsent: (threadId: string) => Promise<Consent | null>;
  /** whether this process holds the claim of that image, with enough of it left to begin an outside call */
  readonly mayPerform: (image: ActorImage) => boolean;
  /** a status callback told of a text that nobody knew was sent: its order is looked at now; answers whose it is */
  readonly hasten: (effectId: string) => Promise<ActorAddress | null>;
  /** the order to a thread with that id, as long as nobody has noted how it ended */
  readonly findOrder: (effectId: string) => Promise<FoundOrder | null>;
  /** actors whose work a dead process left, or whose time has come, each given to one process only */
  readonly due: (search: DueSearch) => Promise<Due>;
}
