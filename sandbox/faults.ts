import type { News } from './news.ts';

export const faultKinds = [
  '500',
  '429',
  'timeout',
  'reset',
  'reset-after',
  'webhook-twice',
  'webhook-late',
  'webhook-lost',
  'webhooks-shuffled',
  'undelivered',
] as const;

export type FaultKind = (typeof faultKinds)[number];
export type FaultPeer = 'twilio' | 'stripe';

/** What shall go wrong on purpose. */
export interface FaultOrder {
  readonly peer: FaultPeer;
  readonly kind: FaultKind;
  /** Part of `METHOD path body`; of a webhook: event type, To or Body. */
  readonly match?: string | undefined;
  /** How often; without it until all faults are cleared. */
  readonly times?: number | undefined;
  /** 0..1, how likely it is each time. */
  readonly rate?: number | undefined;
  /** Of `undelivered`: Twilio's error code. */
  readonly code?: number | undefined;
  /** Of `timeout` (real time) and `webhook-late` (business time). */
  readonly delayMs?: number | undefined;
}

export interface Fault extends FaultOrder {
  readonly id: number;
  /** How often it has struck. */
  readonly taken: number;
}

export interface Faults {
  add(order: FaultOrder): Fault;
  /** The first fault that strikes this peer and subject now, one use of it spent. */
  take(peer: FaultPeer, kinds: readonly FaultKind[], subject: string): Fault | null;
  /** All of them, the spent ones too. */
  list(): Fault[];
  clear(): void;
}

export const openFaults = (news: News): Faults => {
  let faults: Fault[] = [];
  const strikes = (fault: Fault, subject: string) =>
    fault.taken < (fault.times ?? Infinity) &&
    subject.includes(fault.match ?? '') &&
    (fault.rate === undefined || Math.random() < fault.rate);
  const spend = (struck: Fault): Fault => {
    const spent = { ...struck, taken: struck.taken + 1 };
    faults = faults.map((fault) => (fault.id === spent.id ? spent : fault));
    news.publish('faults');
    return spent;
  };
  return {
    add: (order) => {
      const fault = { ...order, id: faults.length + 1, taken: 0 };
      faults.push(fault);
      news.publish('faults');
      return fault;
    },
    take: (peer, kinds, subject) => {
      const meant = faults.filter((fault) => fault.peer === peer && kinds.includes(fault.kind));
      const struck = meant.find((fault) => strikes(fault, subject));
      return struck ? spend(struck) : null;
    },
    list: () => faults,
    clear: () => {
      faults = [];
      news.publish('faults');
    },
  };
};
