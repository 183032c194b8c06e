import type { OfferCopy } from '../copy/offer.ts';

export const offerEs: OfferCopy = {
  'offer.placeholder': () => 'Fixline',
};
