import { HOLD_MINUTES } from '../../domain/booking-deadlines.ts';
import { tradeWords } from '../../domain/trades.ts';
import type { JobCopy } from '../copy/job.ts';
import { menu, milesText, moneyText, shortWords, spanText, starsText, timeText, windowText } from '../format.ts';
import { leadEn } from './lead.ts';
import { safetyEn } from './safety.ts';

const short = (name: string): string => shortWords(name, 30);

export const jobEn: JobCopy = {
  'job.searching': ({ lead, trade, window, until, now, isAgain }) =>
    `${leadEn(lead)}${isAgain ? 'Still looking' : 'Looking'} for ${tradeWords(trade, 'en').worker} near you for ${windowText(window, 'en')}. I'll text you by ${timeText(until, 'en', now)}.`,
  'job.proposed': ({ lead, name, ratingInTenths, ratings, meters, window, price, until, now }) =>
    `${leadEn(lead)}${short(name)}, ${starsText(ratingInTenths, ratings, 'en')}, ${milesText(meters)}, ${windowText(window, 'en')}, ${moneyText(price.total)} in all (fee ${moneyText(price.fee)}), nothing more without your yes. Answer by ${timeText(until, 'en', now)}, then ${String(HOLD_MINUTES)} min to pay. 1 book, 2 next pro, 3 other time`,
  'job.askOtherTime': ({ lead, windows }) =>
    menu(
      `${leadEn(lead)}Which time?`,
      windows.map((window) => windowText(window, 'en')),
      'Or tell me a day and time.',
    ),
  'job.makingLink': ({ lead, name }) =>
    `${leadEn(lead)}${short(name)} is held for you. Your payment link comes in a moment.`,
  'job.paymentRequested': ({ lead, code, name, window, total, url, until, now }) =>
    `${leadEn(lead)}To book ${short(name)} for ${windowText(window, 'en')} (${code}), pay ${moneyText(total)}: ${url} Held until ${timeText(until, 'en', now)}. Other plans? CHANGE or DROP`,
  'job.paymentMissing': ({ url, until, now }) =>
    `Your payment is not here yet. Once it is, I text you at once. Link: ${url} It holds until ${timeText(until, 'en', now)}.`,
  'job.paymentHelped': ({ url, until, now }) =>
    `Any card works, yours or somebody else's: ${url} It holds until ${timeText(until, 'en', now)}; after that, text me and I look again. Trouble with it? AGENT gets a person.`,
  'job.paymentChecking': ({ lead }) =>
    `${leadEn(lead)}The time to pay is over. I am checking whether your payment came in and text you at once. Please don't pay again.`,
  'job.holdEnding': ({ name, url, until, now }) =>
    `${short(name)} is held for you only until ${timeText(until, 'en', now)}. Pay here to book: ${url} Paid already? I text you as soon as it is here.`,
  'job.paymentFailed': ({ reason, url, until, now }) =>
    `${FAILED[reason]} Nothing was charged. Try again or use another card until ${timeText(until, 'en', now)}: ${url}`,
  'job.lapsed': ({ lead, because }) =>
    `${leadEn(lead)}${LAPSED[because]} Nothing was charged. 1 try again, 2 other time, 3 person`,
  'job.unfilled': ({ lead, outside, trade, window }) =>
    outside !== null
      ? `${leadEn(lead)}We have no pros for ${tradeWords(trade, 'en').work} in ${outside} yet, sorry; nobody was asked. 1 ask again, 2 other time, 3 person`
      : `${leadEn(lead)}I found nobody free for ${tradeWords(trade, 'en').work}, ${windowText(window, 'en')}. 1 ask again, 2 other time, 3 person`,
  'job.booked': ({ code, name, window, total, isFarAhead }) =>
    `Booked (${code}): ${short(name)}, ${windowText(window, 'en')}, ${moneyText(total)} paid. I text you ${isFarAhead ? 'the day before and ' : ''}when ${short(name)} is on the way. Other plans? CHANGE ${code}`,
  'job.visitAhead': ({ lead, code, name, window, total }) =>
    `${leadEn(lead)}${code}: ${short(name)} comes ${windowText(window, 'en')}, ${total === null ? '' : `${moneyText(total)} `}paid. Other plans? CHANGE ${code}.${lead === 'none' ? ' AGENT gets a person.' : ''}`,
  'job.remembered': ({ moment, code, name, window }) =>
    moment === 'dayBefore'
      ? `Tomorrow: ${short(name)} comes ${windowText(window, 'en')} (${code}). Other plans? CHANGE ${code}`
      : `Soon: ${short(name)} comes ${spanText(window)} (${code}). I text you when ${short(name)} is on the way.`,
  'job.departed': ({ lead, code, minutes, name }) =>
    `${leadEn(lead)}${short(name)} is on the way to you (${code})${minutes === null ? '' : `, about ${String(minutes)} min`}.`,
  'job.arrived': ({ lead, code, name }) =>
    `${leadEn(lead)}${short(name)} is at your place (${code}). I text you when the work is done.`,
  'job.askApproval': ({ lead, code, name, until, now }) =>
    `${leadEn(lead)}${short(name)} says the job is done (${code}). 1 all good, 2 problem. ${until === null ? 'The pro is paid on your OK.' : `If I hear nothing by ${timeText(until, 'en', now)}, the pro is paid.`}`,
  'job.askProblem': ({ lead, code }) =>
    `${leadEn(lead)}Sorry about that (${code}). What is wrong? Tell me in a few words, a person will read it.`,
  'job.problemNoted': ({ code }) => `Thank you, I wrote it down (${code}). A person looks at it and texts you here.`,
  'job.caseOpen': ({ lead, code, isPaidOut }) =>
    `${leadEn(lead)}${code} is with a person, who texts you here. ${isPaidOut ? '' : 'The pro is not paid until it is solved. '}Text me whatever else they should know.`,
  'job.chargedBack': ({ code }) =>
    `Your bank took the payment for ${code} back. A person looks at it and texts you here. Was it a mistake? Tell me here.`,
  'job.askRating': ({ lead, code, name }) => `${leadEn(lead)}How was ${short(name)}? Reply 1-5, 5 is best (${code}).`,
  'job.thanked': ({ stars }) =>
    stars !== null && stars < 4
      ? 'Thank you. Sorry it was not better. AGENT gets a person if something should be put right.'
      : 'Thank you! Text me any time you need a pro.',
  'job.returned': ({ code, amount, reason }) =>
    `${RETURNED[reason]} I sent your ${moneyText(amount)} back to the same card (${code}), it shows in 5-10 days.${['paidTwice', 'goodwill'].includes(reason) ? '' : ' Text me what you need and I look again.'}`,
  'job.returnFailed': ({ code, amount }) =>
    `Your bank sent the ${moneyText(amount)} back to us (${code}); the card may be closed. It is still yours: a person texts you here to find another way.`,
  'job.withdrawn': ({ isPaymentPossible }) =>
    `Ok, dropped. ${isPaymentPossible ? 'If a payment still comes in, it goes back to your card.' : 'Nothing was charged.'} Text me any time you need a pro.`,
  'job.over': ({ lead, code }) => `${leadEn(lead)}${code} is over. Text me what you need and I look for a pro.`,
  'job.changeByPerson': ({ code, wants, total, isAhead }) =>
    `I can't ${WANTED[wants]} by text yet. I told a person, who texts you here ${wants === 'change' ? 'to move' : 'about'} ${code}${total === null || wants === 'change' ? '' : ` and the ${moneyText(total)} you paid`}. ${isAhead ? `Until then ${code} stays booked.` : 'Nothing is sent back before that.'}`,
  'job.handed': ({ code }) => `Noted. A person has it (${code}) and texts you here.`,
  'job.staysBooked': ({ code, name, window }) =>
    `Ok. ${code} stays booked: ${short(name)}, ${windowText(window, 'en')}. If you don't want the visit, reply DROP ${code}.`,
  'job.noteKept': ({ code, isPaid }) => `Noted for ${code}: the pro gets it ${isPaid ? 'now' : 'once you have paid'}.`,
  'job.placeNoted': ({ code }) =>
    `The pro gets that now (${code}), and I told a person, who checks the address with you here.`,
  'job.danger': ({ danger }) => `${safetyEn[danger]} I told a person.`,
};

const WANTED = {
  change: 'move a paid visit',
  drop: 'call off a paid visit',
  refund: 'send money back',
} as const;

const FAILED = {
  declined: 'Your card was declined.',
  insufficientFunds: 'Your card has not enough funds.',
  notAuthenticated: 'Your bank could not confirm it was you.',
} as const;

const LAPSED = {
  choice: 'The time to choose is over, the pro was let go.',
  hold: 'The time to pay is over, the pro was let go.',
  link: 'I could not make a payment link, sorry.',
} as const;

const RETURNED = {
  slotGone: 'Your payment came after the hold ended and that time is gone.',
  calledOff: 'Your visit is called off.',
  goodwill: 'A person looked at your booking.',
  paidTwice: 'You paid twice, the visit stays booked.',
  withdrawn: 'Your payment came after you dropped the request.',
} as const;
