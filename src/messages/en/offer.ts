import { tradeWords } from '../../domain/trades.ts';
import type { ClosedReason, OfferCopy, ReleasedReason } from '../copy/offer.ts';
import { milesText, moneyText, shortWords, timeText, windowText } from '../format.ts';
import { openingEn as openings } from './opening.ts';

const CLOSED: Readonly<Record<ClosedReason, (code: string) => string>> = {
  taken: (code) => `${code} is taken, somebody was faster. Thanks, no penalty.`,
  expired: (code) => `${code} has ended without an answer. No penalty.`,
  overlap: (code) => `${code} overlaps with another visit of yours, so it went on to others. No penalty.`,
  withdrawn: (code) => `${code} was called off by the homeowner. No penalty.`,
};

const RELEASED: Readonly<Record<ReleasedReason, string>> = {
  passed: 'the homeowner looks for somebody else',
  unpaid: 'the homeowner did not pay in time',
  silent: 'the homeowner did not answer in time',
  withdrawn: 'the homeowner called it off',
};

const quoted = (words: string): string => (words === '' ? '' : ` "${shortWords(words, 60)}"`);

const NEXT_JOB = 'I text you the next job near you.';

export const offerEn: OfferCopy = {
  'offer.made': ({ code, trade, isEmergency, words, area, meters, window, net, until, now, asked }) =>
    `${isEmergency ? 'EMERGENCY ' : ''}${code}: ${tradeWords(trade, 'en').work}${quoted(words)}, ${shortWords(area, 40)}, ${milesText(meters)}, ${windowText(window, 'en')}. You get ${moneyText(net)}. Reply Y ${code} or N ${code} by ${timeText(until, 'en', now)}. ${asked === 1 ? 'Only you are asked.' : `${String(asked)} pros are asked, the first yes gets it.`}`,
  'offer.waits': ({ opening, code, window, net, until, now }) =>
    `${openings[opening]}${code}, ${windowText(window, 'en')}, pays you ${moneyText(net)}. Y ${code} takes it, N ${code} passes. Answer by ${timeText(until, 'en', now)}.`,
  'offer.claimed': ({ opening, code }) =>
    `${openings[opening]}I am checking that ${code} is still free and text you at once.`,
  'offer.held': ({ opening, code, window, until, now }) =>
    `${openings[opening]}${code} is yours until ${timeText(until, 'en', now)}: by then the homeowner must have answered and paid. Keep ${windowText(window, 'en')} free. I text you the address, or that you are free again.`,
  'offer.declined': ({ opening, code }) => `${openings[opening]}Ok, ${code} goes to others. No penalty. ${NEXT_JOB}`,
  'offer.closed': ({ opening, code, reason }) => `${openings[opening]}${CLOSED[reason](code)} ${NEXT_JOB}`,
  'offer.released': ({ opening, code, reason }) =>
    `${openings[opening]}${code} is off: ${RELEASED[reason]}. Your time is free again, no penalty. ${NEXT_JOB}`,
  'offer.won': ({ opening, code, window }) =>
    `${openings[opening]}${code} is booked for ${windowText(window, 'en')}. JOBS shows what is ahead.`,
};
