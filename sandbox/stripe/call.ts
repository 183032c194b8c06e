import type { Desk } from './desk.ts';

/** One request of the app, past the door: who it is about, and parameters as they came (form groups of v1, JSON of v2). */
export interface Call {
  /** The id in the path, or '' where there is none. */
  id: string;
  params: unknown;
  /** `Stripe-Account`: the connected account that the request acts for. */
  account: string | undefined;
}

/** Carries a request out and answers the object. Never waits, so each is whole or, when it throws a Refusal before its first write, nothing. */
export type Operation = (desk: Desk, call: Call) => object;
