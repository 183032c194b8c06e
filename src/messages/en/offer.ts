import type { OfferCopy } from '../copy/offer.ts';

export const offerEn: OfferCopy = {
  'offer.placeholder': () => 'Fixline',
};
