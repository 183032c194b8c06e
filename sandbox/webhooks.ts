import type { App } from './app.ts';
import type { Busy } from './busy.ts';
import type { Clock } from './clock.ts';
import type { Fault, FaultKind, Faults } from './faults.ts';
import { openPost } from './post.ts';
import { shuffle } from './shuffle.ts';
import { tryInTurn } from './delivery.ts';
import type { Delivery, WebhookRequest } from './webhook-request.ts';
import type { Wire } from './wire.ts';

export interface Webhooks {
  /**
   * Delivers, in flight until done, with the faults that strike it. Resolves when the tries have ended; at once when
   * the webhook is lost or late on purpose. Never rejects.
   */
  deliver(request: WebhookRequest): Promise<Delivery>;
  close(): void;
}

interface WebhooksOptions {
  readonly app: App;
  readonly busy: Busy;
  readonly clock: Clock;
  readonly faults: Faults;
  readonly wire: Wire;
  readonly log: (sentence: string) => void;
}

const DEFAULT_LATENESS_IN_MS = 5_000;
const HELD_BACK: Delivery = { status: 0, ms: 0, tries: 0 };
const kinds: readonly FaultKind[] = ['webhook-lost', 'webhook-late', 'webhook-twice', 'webhooks-shuffled'];

export const openWebhooks = (options: WebhooksOptions): Webhooks => {
  const { busy, clock, faults } = options;
  const post = openPost();
  const shuffled = shuffle();

  const send = async (request: WebhookRequest): Promise<Delivery> => {
    const done = busy.begin(`${request.peer} ${new URL(request.url).pathname}`);
    try {
      return await tryInTurn(request, { ...options, post: post.send });
    } finally {
      done();
    }
  };
  const sendStruck = async (request: WebhookRequest, fault: Fault): Promise<Delivery> => {
    if (fault.kind === 'webhook-lost') return HELD_BACK;
    if (fault.kind === 'webhook-late') {
      clock.wait(fault.delayMs ?? DEFAULT_LATENESS_IN_MS, `late ${request.peer}`, async () => {
        await send(request);
      });
      return HELD_BACK;
    }
    if (fault.kind === 'webhooks-shuffled') return shuffled.hold(() => send(request), busy.begin('shuffled webhook'));
    const first = await send(request);
    await send(request);
    return first;
  };
  return {
    deliver: (request) => {
      const peer = request.peer === 'twilio-webhook' ? 'twilio' : 'stripe';
      const fault = faults.take(peer, kinds, request.subject);
      return fault === null ? send(request) : sendStruck(request, fault);
    },
    close: () => post.close(),
  };
};
