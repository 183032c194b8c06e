import { setup } from 'xstate';
import type { ArrivalWindow } from '../../domain/arrival-window.ts';
import type { Job } from '../../domain/job.ts';
import type { Money } from '../../domain/money.ts';
import { declinesOffer, offerPlaceSaid } from '../../domain/offer-choice.ts';
import { effectAction } from '../effect.ts';
import type { Heard } from '../events.ts';
import type { LetterToProvider } from '../letters.ts';
import { isNo, isYes } from '../provider-answers.ts';

type ReasonOf<Type extends 'offer.closed' | 'offer.released'> = Extract<LetterToProvider, { type: Type }>['reason'];

export interface OfferContext {
  readonly bookingId: string;
  readonly providerId: string;
  readonly code: string;
  readonly job: Job;
  readonly area: string;
  readonly meters: number;
  readonly window: ArrivalWindow;
  readonly net: Money;
  readonly until: string;
  readonly asked: number;
  readonly offeredAt: string;
  readonly heldUntil: string;
  readonly closed: ReasonOf<'offer.closed'>;
  readonly released: ReasonOf<'offer.released'>;
  /** texts in a row that were not understood */
  readonly misses: number;
}

/** An event of one kind, as the actions of an offer are given it. */
export interface OnOffer<Type extends Heard['type']> {
  readonly context: OfferContext;
  readonly event: Extract<Heard, { type: Type }>;
}

export const offerSetup = setup({
  types: { context: {} as OfferContext, events: {} as Heard, input: {} as Heard },
  actions: effectAction,
  guards: {
    isYes: ({ event }) => event.type === 'text.received' && isYes(event.reading),
    isChosen: ({ event }) => event.type === 'text.received' && isChosen(event),
    isNo: ({ event }) => event.type === 'text.received' && (isNo(event.reading) || declinesOffer(event.reading.words)),
    isOfferText: ({ event }) => event.type === 'text.failed' && event.key === 'offer.made',
  },
});

/** "The first one": of several the thread has found the one that is meant; a single one is the first and the last. */
const isChosen = ({ others, reading }: Extract<Heard, { type: 'text.received' }>): boolean => {
  const place = offerPlaceSaid(reading.words);
  const open = others.filter(({ machine, state }) => machine === 'offer' && state === 'deciding');
  return place !== null && (typeof place === 'string' || place <= Math.max(1, open.length));
};

/** What an offer knows when it is made; made again, it begins anew. */
export const offered = (event: Heard): OfferContext => {
  if (event.type !== 'offer.made') throw new Error(`An offer begins with offer.made, not with ${event.type}.`);
  const { bookingId, providerId, code, job, area, meters, window, net, until, asked, now } = event;
  const begun = { offeredAt: now, heldUntil: until, closed: 'taken', released: 'passed', misses: 0 } as const;
  return { bookingId, providerId, code, job, area, meters, window, net, until, asked, ...begun };
};
