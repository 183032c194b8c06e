// What an offer says in each of its states, and what it tells its booking.
import { publicWords } from '../../domain/job-words.ts';
import type { Reading } from '../../domain/reading.ts';
import type { AlertReason, Effect } from '../effects.ts';
import { answerTo, type Opening } from '../provider-answers.ts';
import type { OfferContext, OnOffer } from './setup.ts';

export interface Saying {
  readonly opening: Opening;
  readonly now: string;
}

const moment = ({ window }: OfferContext, at: string) => ({ at, zone: window.zone });
const asking = ({ code }: OfferContext) => ({ kind: 'choice', options: ['Y', 'N', code] }) as const;

/** The offer itself, in two segments: code, work, area, way, window, net pay, how to answer, by when, how many are asked. */
export const makeOffer = (context: OfferContext): Effect => {
  const { area, asked, code, job, meters, net, offeredAt, until, window } = context;
  return {
    type: 'say',
    key: 'offer.made',
    params: {
      code,
      trade: job.trade,
      isEmergency: job.urgency === 'emergency',
      words: publicWords(job.words),
      area,
      meters,
      window,
      net,
      until: moment(context, until),
      now: offeredAt,
      asked,
    },
    asks: asking(context),
    until,
  };
};

/** What each resting state says when it begins, and to a text that changes nothing. */
export const SAYINGS = {
  waits: (context, { opening, now }) => {
    const { code, net, until, window } = context;
    const params = { opening, code, window, net, until: moment(context, until), now };
    return { type: 'say', key: 'offer.waits', params, asks: asking(context) };
  },
  claimed: ({ code }, { opening }) => ({ type: 'say', key: 'offer.claimed', params: { opening, code } }),
  held: (context, { opening, now }) => {
    const { code, heldUntil, window } = context;
    const params = { opening, code, window, until: moment(context, heldUntil), now };
    return { type: 'say', key: 'offer.held', params };
  },
  declined: ({ code }, { opening }) => ({ type: 'say', key: 'offer.declined', params: { opening, code } }),
  closed: ({ code, closed }, { opening }) => ({
    type: 'say',
    key: 'offer.closed',
    params: { opening, code, reason: closed },
  }),
  released: ({ code, released }, { opening }) => ({
    type: 'say',
    key: 'offer.released',
    params: { opening, code, reason: released },
  }),
  won: ({ code, window }, { opening }) => ({ type: 'say', key: 'offer.won', params: { opening, code, window } }),
} as const satisfies Record<string, (context: OfferContext, saying: Saying) => Effect>;

export type OfferSaying = keyof typeof SAYINGS;

/** A state's own words, when it begins. */
export const saying =
  (which: OfferSaying) =>
  ({ context, event }: { context: OfferContext; event: { now: string } }): Effect =>
    SAYINGS[which](context, { opening: 'none', now: event.now });

/** The answer to a text that changes nothing. */
export const answering =
  (which: OfferSaying) =>
  ({ context, event }: OnOffer<'text.received'>): readonly Effect[] => {
    const { alerts, opening } = answerTo(event.reading, context);
    return [...alerts, SAYINGS[which](context, { opening: nearer(which, opening, event.reading), now: event.now })];
  };

/** While there is a time that he could have. */
const HAS_TIME: readonly OfferSaying[] = ['waits', 'held'];

/** What is known about what he said. */
const nearer = (which: OfferSaying, opening: Opening, { when, words }: Reading): Opening => {
  if (opening === 'question' && ASKS_WHERE.test(words)) return 'street';
  return opening === 'missed' && when !== null && HAS_TIME.includes(which) ? 'time' : opening;
};

const ASKS_WHERE = /\b(?:address|street|where|wheres|direcci[oó]n|calle|d[oó]nde)\b/i;

/** The answer to a text that only a person can act on. */
export const answeringForPerson =
  (which: OfferSaying) =>
  ({ context, event }: OnOffer<'text.received'>): readonly Effect[] => [
    alertPerson('personAsked')({ context }),
    SAYINGS[which](context, { opening: 'person', now: event.now }),
  ];

export const alertPerson =
  (about: AlertReason) =>
  ({ context }: { context: OfferContext }): Effect => ({ type: 'alertPerson', about, code: context.code });

export const withMisses = ({ context, event }: OnOffer<'text.received'>) => ({
  misses: answerTo(event.reading, context).misses,
});

export const tellBooking = (
  { bookingId, providerId }: OfferContext,
  type: 'offer.accepted' | 'offer.refused',
): Effect => ({ type: 'tell', to: { kind: 'booking', id: bookingId }, event: { type, providerId } });
