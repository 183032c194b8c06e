// From the choice to the verified payment.
import { assign } from 'xstate';
import { isReached } from '../../domain/instants.ts';
import { doesWith } from '../effect.ts';
import type { Say } from '../effects.ts';
import { asksOtherTime, danger, defers, drops, notes, stays, wishesTime } from './common.ts';
import { momentOf, SAYINGS } from './sayings.ts';
import { jobSetup, type On } from './setup.ts';

export const awaitingLink = jobSetup.createStateConfig({
  on: {
    'text.received': [
      danger('awaitingLink'),
      notes(false),
      wishesTime('awaitingLink'),
      defers('awaitingLink'),
      asksOtherTime('awaitingLink', 'isChange'),
      drops('isDrop'),
      stays('awaitingLink'),
    ],
  },
});

/** "paid!" is no payment: only the booking says when it has come. Who cannot pay hears how, as long as he may. */
const sayWithLink =
  (key: 'job.paymentMissing' | 'job.paymentHelped') =>
  ({ context, event }: On<'text.received'>): Say => {
    const { payment } = context;
    if (payment === null || isReached(payment.until, event.now))
      return SAYINGS.awaitingPayment({ ...context, lead: 'none', now: event.now });
    const until = momentOf(context, payment.until);
    return { type: 'say', key, params: { url: payment.url, until, now: event.now } };
  };

/** While another time is looked for, the link still holds. */
export const paysStill = jobSetup.createStateConfig({
  on: {
    'text.received': {
      guard: 'isAboutOpenLink',
      actions: [doesWith(sayWithLink('job.paymentHelped')), assign({ misses: 0 })],
    },
  },
}).on['text.received'];

const sayEnding = ({ context, event }: On<'hold.ending'>): Say => {
  const { now, until, url } = event;
  const params = { name: context.providerName, url, until: momentOf(context, until), now };
  return { type: 'say', key: 'job.holdEnding', params, until };
};

export const awaitingPayment = jobSetup.createStateConfig({
  on: {
    'hold.ending': { actions: doesWith(sayEnding) },
    'text.received': [
      danger('awaitingPayment'),
      notes(false),
      { guard: 'isPaid', actions: [doesWith(sayWithLink('job.paymentMissing')), assign({ misses: 0 })] },
      { guard: 'isAboutPaying', actions: [doesWith(sayWithLink('job.paymentHelped')), assign({ misses: 0 })] },
      wishesTime('awaitingPayment'),
      defers('awaitingPayment'),
      asksOtherTime('awaitingPayment', 'isChange'),
      drops('isDrop'),
      stays('awaitingPayment'),
    ],
  },
});
