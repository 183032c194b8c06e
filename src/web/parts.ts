// What the web's doors in are given: verify, parse, accept. They know no vendor and no database.
import type { ActorAddress } from '../domain/actor.ts';
import type { IncomingEvent, IncomingText } from '../conversations/accept.ts';

export type Form = Readonly<Record<string, unknown>>;

export interface StatusNews {
  readonly sid: string;
  readonly status: string;
  readonly code: number | null;
}

export type StripeRead =
  | { readonly outcome: 'badSignature' }
  | {
      readonly outcome: 'event';
      readonly id: string;
      readonly type: string;
      readonly to: ActorAddress | null;
      readonly event: IncomingEvent['event'] | null;
      readonly isStray: boolean;
    };

export type LinkEnd = { readonly outcome: 'found'; readonly url: string } | { readonly outcome: 'gone' | 'unknown' };

export interface WebParts {
  /** whether Twilio signed this request to that path (the public URL is put before it) */
  readonly isSignedByTwilio: (signature: string | undefined, path: string, form: Form) => boolean;
  readonly parseInbound: (form: Form) => IncomingText | null;
  readonly parseStatus: (form: Form) => StatusNews | null;
  readonly acceptText: (text: IncomingText) => Promise<unknown>;
  readonly acceptStatus: (effectId: string, news: StatusNews) => Promise<unknown>;
  readonly readStripeEvent: (rawBody: Buffer, signature: string | undefined) => Promise<StripeRead>;
  readonly acceptEvent: (event: IncomingEvent) => Promise<unknown>;
  readonly keepStray: (stray: {
    readonly id: string;
    readonly type: string;
    readonly mentions: readonly string[];
  }) => Promise<unknown>;
  /** where a short link leads; `gone`: it did until lately */
  readonly followLink: (token: string) => Promise<LinkEnd>;
  readonly isReady: () => Promise<boolean>;
  readonly metrics: () => Promise<string>;
  readonly journal: { readonly error: (facts: Readonly<Record<string, unknown>>, what: string) => void };
}

/** In sandbox mode only: the clock, and what is under way. */
export interface SandboxParts {
  readonly work: (until: Date) => Promise<{ readonly inFlight: number; readonly nextDueAt: string | null }>;
  readonly setClock: (now: Date) => Promise<void>;
}
