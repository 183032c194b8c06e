/** Why money went back to a homeowner. `calledOff` and `goodwill`: by a person at Stripe, all of it or a part. */
export type ReturnReason = 'slotGone' | 'paidTwice' | 'withdrawn' | 'calledOff' | 'goodwill';
