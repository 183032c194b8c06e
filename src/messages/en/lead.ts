import { tradeWords, type TradeId } from '../../domain/trades.ts';
import type { Kept, Lead, LeadWords } from '../copy/lead.ts';
import { rangeText, whenText } from '../format.ts';

export const leadEn = (lead: Lead): string => {
  if (typeof lead === 'string') return PLAIN[lead];
  return 'kept' in lead ? keptWords(lead.kept) : priceWords(lead.priceOf);
};

const priceWords = (trade: TradeId): string =>
  `${tradeWords(trade, 'en').name} is mostly ${rangeText(trade)}, you see the price before you pay. `;

const keptWords = ({ area, when }: Kept): string => {
  const said = [...(area === null ? [] : [area]), ...(when === null ? [] : [whenText(when, 'en')])];
  return said.length === 0 ? 'Noted. ' : `Ok, ${said.join(', ')}. `;
};

export const PLAIN: LeadWords = {
  none: '',
  missed: "Sorry, I didn't get that. ",
  missedTwice: "Sorry, I still don't get it. A person will read this and text you. ",
  person: 'A person will text you here soon. ',
  help: 'I find a local pro for you. You pay only when one is set. AGENT gets a person. ',
  question: 'Here is what I know; AGENT gets a person for the rest. ',
  booked: 'Yes, booked. ',
  notBooked: 'Not booked yet. ',
  waits: 'Ok, take your time. ',
  price: 'It depends on the job, you see the price before you pay. ',
  fixedPrice: 'Each pro sets the price. ',
  noExtra: 'Please pay nothing extra: nothing more is due without your yes here. AGENT gets a person. ',
  byLink: 'You pay by card on a link, on any phone, yours or another. ',
  kept: 'Ok, nothing is dropped. ',
  wantedBack: 'Ok, back on. ',
  noted: 'Ok, changed. ',
  back: 'Ok, one step back. ',
  restarted: "Ok, let's start over. ",
  nudge: 'Still want this done? ',
  photo: 'Thanks for the photo, I can only read words for now. ',
  timeGone: "That time can't be had (2 hours ahead at least, 8 am-8 pm, 60 days at most). ",
  listOver: 'That took a while, so nothing is held any more. Still want it? ',
  placeUnknown: "I can't find that place. ",
  oneAtATime: 'One job at a time: this one first, then the other. ',
  safe: 'Good that you are safe. ',
  warned: 'If it is not safe, get out and call 911; a person knows. ',
  call911: 'If anybody may be in danger: yes, call 911 now. ',
};
