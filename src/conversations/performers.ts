// Which file performs which effect. Adding one: its type in machines/effects.ts, its file here, a line below.
import type { LogText, Speech, StoredEffect } from './ports/actor.ts';
import { closeLink } from './effects/close-link.ts';
import { findProviders } from './effects/find-providers.ts';
import { holdSlot, releaseSlot } from './effects/hold-slot.ts';
import { makeAccount, readAccount } from './effects/make-account.ts';
import { payOut } from './effects/pay-out.ts';
import { readCharge } from './effects/read-charge.ts';
import { readPayment } from './effects/read-payment.ts';
import { refundPayment } from './effects/refund-payment.ts';
import { requestPayment } from './effects/request-payment.ts';
import { say } from './effects/say.ts';
import { tell } from './effects/tell.ts';
import { done, fromRemote, type Outcome } from './outcome.ts';
import type { PerformAny, Performance } from './perform-lane.ts';
import type { Post, Tools } from './tools.ts';

type Performers = {
  readonly [Type in StoredEffect['type']]: (
    effect: Extract<StoredEffect, { type: Type }>,
    performance: Performance,
  ) => Promise<Outcome>;
};

export const makePerformers = (tools: Tools, post: Post): PerformAny => {
  const performers: Performers = {
    say: (speech: Speech, performance) => say(tools, speech, performance),
    tell: (letter, performance) => tell(post, letter, performance),
    logText: (text, { address }) => Promise.resolve(logged(text, address.id)),
    nameBooking: async ({ bookingId }) => done({ type: 'booking.named', code: await tools.codes.take(bookingId) }),
    freeCode: async ({ code }, { address }) => tools.codes.free(code, address.id).then(() => done()),
    findProviders: (order) => findProviders(tools, order),
    holdSlot: (hold, performance) => holdSlot(tools, hold, performance),
    releaseSlot: (release, performance) => releaseSlot(tools, release, performance),
    requestPayment: (order, performance) => requestPayment(tools, order, performance),
    closeLink: (order, performance) => closeLink(tools, order, performance),
    readPayment: (order, performance) => readPayment(tools, order, performance),
    readCharge: (order, performance) => readCharge(tools, order, performance),
    payOut: (order, performance) => payOut(tools, order, performance),
    refundPayment: (order, performance) => refundPayment(tools, order, performance),
    postEntry: async ({ entry }) => tools.ledger.post(entry).then(() => done()),
    makeAccount: (order, performance) => makeAccount(tools, order, performance),
    readAccount: (order, performance) => readAccount(tools, order, performance),
    alertPerson: async ({ about, code }, { item, image }) => {
      const told = await tools.alerts.raise({ id: item.id, about, ref: image.ref, code, at: item.at });
      return fromRemote(told, { done: () => [], refused: () => [] }, item.tries);
    },
  };
  return (performance) => {
    const { effect } = performance.item;
    const perform = performers[effect.type] as (effect: StoredEffect, performance: Performance) => Promise<Outcome>;
    return perform(effect, performance);
  };
};

const logged = ({ sid, text, at }: LogText, thread: string): Outcome => ({
  outcome: 'done',
  answers: [],
  rows: [
    {
      id: sid,
      thread,
      direction: 'in',
      body: text.body,
      media: text.media,
      by: 'person',
      key: null,
      at,
      sid,
      status: 'received',
      rank: 9,
      code: null,
    },
  ],
});
