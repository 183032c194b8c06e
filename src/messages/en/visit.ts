import { tradeWords } from '../../domain/trades.ts';
import type { Moment } from '../../domain/arrival-window.ts';
import type { VisitCopy } from '../copy/visit.ts';
import { moneyText, placeText, shortWords, spanText, timeText, windowText } from '../format.ts';
import { openingEn as openings } from './opening.ts';

const address = (place: Parameters<typeof placeText>[0]): string => shortWords(placeText(place), 60);

const leaving = (code: string, from: Moment | null): string =>
  `Reply OTW ${code} when you leave${from === null ? '' : `, from ${timeText(from, 'en')} on`}.`;

export const visitEn: VisitCopy = {
  'visit.booked': ({ code, trade, window, place, name, notes, net, isSoon }) =>
    `Booked ${code}, ${tradeWords(trade, 'en').work}: ${windowText(window, 'en')}, ${address(place)}${name === null ? '' : `, for ${shortWords(name, 20)}`}. "${shortWords(notes, 70)}" You get ${moneyText(net)}. ${isSoon ? `Reply OTW ${code} when you leave.` : 'I text you 2 hours before.'} AGENT gets a person.`,
  'visit.remembered': ({ code, window, place }) =>
    `Tomorrow: ${code}, ${windowText(window, 'en')}, ${address(place)}. Can't make it? Reply CAN'T ${code}.`,
  'visit.approached': ({ code, window, place, from }) =>
    `Soon: ${code}, ${spanText(window)}, ${address(place)}. ${leaving(code, from)}`,
  'visit.noted': ({ code, words }) => `For ${code}, from the homeowner: "${shortWords(words, 200)}"`,
  'visit.ahead': ({ opening, code, window, place }) =>
    `${openings[opening]}${code}: ${windowText(window, 'en')}, ${address(place)}. Nothing to do yet, I text you 2 hours before. AGENT gets a person.`,
  'visit.soon': ({ opening, code, window, place, from }) =>
    `${openings[opening]}${code}: ${spanText(window)}, ${address(place)}. ${leaving(code, from)} Can't make it? CAN'T ${code}`,
  'visit.departed': ({ opening, code }) =>
    `${openings[opening]}The homeowner knows that you are on the way. Reply HERE ${code} at the door.`,
  'visit.arrived': ({ opening, code }) =>
    `${openings[opening]}The homeowner knows that you are there. Reply DONE ${code} when the work is done. A problem? AGENT`,
  'visit.finished': ({ opening, code, net, until, now }) =>
    `${openings[opening]}Well done. I asked the homeowner to confirm ${code}. You get ${moneyText(net)} on the OK, or by ${timeText(until, 'en', now)} if nobody answers.`,
  'visit.approved': ({ opening, code, net }) =>
    `${openings[opening]}${code} is approved, ${moneyText(net)} is on its way to you. I text you when it is sent.`,
  'visit.payoutDelayed': ({ opening, code, net, reason }) =>
    `${openings[opening]}${DELAYED[reason](code, moneyText(net))} AGENT gets a person.`,
  'visit.paidOut': ({ opening, code, amount }) =>
    `${openings[opening]}Paid out ${moneyText(amount)} for ${code}. Your bank usually has it in 2-3 days. Thank you!`,
  'visit.calledOff': ({ opening, code }) =>
    `${openings[opening]}${code} is called off: the homeowner got the money back. Please don't go there, that time is yours again. AGENT gets a person.`,
  'visit.disputed': ({ opening, code }) =>
    `${openings[opening]}A problem with ${code} was reported. The payout waits until a person has looked; they text you here. AGENT gets one now.`,
};

const DELAYED = {
  accountNotReady: (code: string, net: string) =>
    `${code} is approved. Your payout account is not ready, so ${net} waits. Finish its setup, I try again every day.`,
  checking: (code: string, net: string) =>
    `${code} is approved. The payout of ${net} takes a little longer, a person looks at it.`,
  unasked: (code: string, net: string) =>
    `The homeowner of ${code} has not said OK yet, and ${net} waits for it. A person looks after it and texts you here.`,
} as const;
