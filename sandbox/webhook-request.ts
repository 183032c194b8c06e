/** One try of a webhook. */
export interface Attempt {
  /** 1, 2, … */
  readonly number: number;
  /** The address to sign: as configured, without its fragment. */
  readonly url: string;
}

export interface Letter {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** When a failed webhook is tried again, and how long one try may last. */
export interface RetryRules {
  /** Waits before the second try, the third, …; none left: given up. */
  readonly waitsInMs: readonly number[];
  /** `real`: the sender stands and waits. `business`: the wait is an appointment that the clock may skip. */
  readonly waitsOn: 'real' | 'business';
  readonly isWorthRetrying: (answer: Answer) => boolean;
  readonly connectMs: number;
  readonly answerMs: number;
  /** No further try once so much time has gone since the first began. */
  readonly totalMs?: number;
}

export interface WebhookRequest {
  readonly peer: 'twilio-webhook' | 'stripe-webhook';
  /** As configured; it may carry Twilio's retry fragment. */
  readonly url: string;
  /** What a fault's `match` is looked for in: event type, To, Body. */
  readonly subject: string;
  readonly build: (attempt: Attempt) => Letter;
  readonly rules: RetryRules;
}

/** How a webhook ended. Status 0: no answer; tries 0: lost or held back on purpose. */
export interface Delivery {
  readonly status: number;
  readonly ms: number;
  readonly tries: number;
}

/** What one try came to. `refused`: nobody took the connection; `silent`: taken, but not answered in time or cut off. */
export interface Answer {
  readonly outcome: 'answered' | 'refused' | 'silent';
  /** 0 unless answered. */
  readonly status: number;
  readonly body: string;
}
