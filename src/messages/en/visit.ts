import { tradeWords } from '../../domain/trades.ts';
import type { VisitCopy } from '../copy/visit.ts';
import { moneyText, placeText, shortWords, spanText, timeText, windowText } from '../format.ts';
import { openingEn as openings } from './opening.ts';

const address = (place: Parameters<typeof placeText>[0]): string => shortWords(placeText(place), 60);

export const visitEn: VisitCopy = {
  'visit.booked': ({ code, trade, window, place, name, notes, net, isSoon }) =>
    `Booked ${code}, ${tradeWords(trade, 'en').work}: ${windowText(window, 'en')}, ${address(place)}${name === null ? '' : `, for ${shortWords(name, 20)}`}. "${shortWords(notes, 70)}" You get ${moneyText(net)}. ${isSoon ? `Reply OTW ${code} when you leave.` : 'I text you 2 hours before.'} AGENT gets a person.`,
  'visit.remembered': ({ code, window, place }) =>
    `Tomorrow: ${code}, ${windowText(window, 'en')}, ${address(place)}. Can't make it? AGENT gets a person.`,
  'visit.approached': ({ code, window, place }) =>
    `Soon: ${code}, ${spanText(window)}, ${address(place)}. Reply OTW ${code} when you leave.`,
  'visit.noted': ({ code, words }) => `For ${code}, from the homeowner: "${shortWords(words, 200)}"`,
  'visit.overdue': ({ code, hasLeft }) =>
    hasLeft
      ? `The time for ${code} is over and nobody told me that you arrived. At the door? Reply HERE ${code}. A problem? AGENT`
      : `The time for ${code} is over and you are not there yet. Reply OTW ${code} if you are on the way, HERE ${code} at the door. Can't come? AGENT`,
  'visit.tooEarly': ({ code, window, from, now }) =>
    `That is too early: ${code} is ${windowText(window, 'en')}. I take that word from ${timeText(from, 'en', now)} on. Another job? Text it with its code.`,
  'visit.ahead': ({ opening, code, window, place }) =>
    `${openings[opening]}${code}: ${windowText(window, 'en')}, ${address(place)}. Nothing to do yet, I text you 2 hours before. AGENT gets a person.`,
  'visit.soon': ({ opening, code, window, place }) =>
    `${openings[opening]}${code}: ${spanText(window)}, ${address(place)}. Reply OTW ${code} when you leave. Can't make it? AGENT`,
  'visit.departed': ({ opening, code }) =>
    `${openings[opening]}The homeowner knows that you are on the way. Reply HERE ${code} at the door.`,
  'visit.arrived': ({ opening, code }) =>
    `${openings[opening]}The homeowner knows that you are there. Reply DONE ${code} when the work is done. A problem? AGENT`,
  'visit.finished': ({ opening, code, net, until, now }) =>
    `${openings[opening]}Well done. I asked the homeowner to confirm ${code}. You get ${moneyText(net)} on the OK, or by ${timeText(until, 'en', now)} if nobody answers.`,
  'visit.approved': ({ opening, code, net }) =>
    `${openings[opening]}${code} is approved, ${moneyText(net)} is on its way to you. I text you when it is sent.`,
  'visit.payoutDelayed': ({ opening, code, net, reason }) =>
    `${openings[opening]}${code} is approved. ${
      reason === 'accountNotReady'
        ? `Your payout account is not ready, so ${moneyText(net)} waits. Finish its setup, I try again every day.`
        : `The payout of ${moneyText(net)} takes a little longer, a person looks at it.`
    } AGENT gets a person.`,
  'visit.paidOut': ({ opening, code, amount }) =>
    `${openings[opening]}Paid out ${moneyText(amount)} for ${code}. Your bank usually has it in 2-3 days. Thank you!`,
  'visit.disputed': ({ opening, code }) =>
    `${openings[opening]}A problem with ${code} was reported. The payout waits until a person has looked; they text you here. AGENT gets one now.`,
};
