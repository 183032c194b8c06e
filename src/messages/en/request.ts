import { tradeWords } from '../../domain/trades.ts';
import type { RequestCopy } from '../copy/request.ts';
import { menu, numbered, orWindowText, placeText, rangeText, shortWords, windowText } from '../format.ts';
import { leadEn } from './lead.ts';
import { safetyEn } from './safety.ts';

export const requestEn: RequestCopy = {
  'request.askSafety': ({ lead, danger, isTold }) =>
    danger === 'medical'
      ? `${leadEn(lead)}${isTold ? 'Is help coming? If not, call 911 now.' : safetyEn.medical} Reply 1 to go on, or 2 a person.`
      : `${leadEn(lead)}${isTold ? 'First: is everybody safe? If not, get out and call 911.' : safetyEn[danger]} Reply 1 I am safe, go on, or 2 a person.`,
  'request.askJob': ({ lead }) =>
    `${leadEn(lead)}What needs doing? Like: kitchen sink leaking, Thursday after 3, 1204 Oak Hill Rd 78704`,
  'request.chooseTrade': ({ lead, trades }) =>
    `${leadEn(lead)}Who should come? ${numbered([...trades.map((id) => tradeWords(id, 'en').worker), 'someone else'])}. Reply with a number.`,
  'request.askAddress': ({ lead, trade }) =>
    `${leadEn(lead)}${tradeWords(trade, 'en').name}: what is the address? Street and ZIP, like 1204 Oak Hill Rd 78704`,
  'request.askStreet': ({ lead, area }) =>
    `${leadEn(lead)}${area}. What is the street address? The pro gets it only after you have paid.`,
  'request.askZip': ({ lead, street, isHard }) =>
    `${leadEn(lead)}${street === null ? 'What' : `${shortWords(street, 60)}: what`} is the ZIP code? Reply with its 5 digits.${isHard ? ' It is on any letter you get. AGENT gets a person.' : ''}`,
  'request.choosePlace': ({ lead, places }) =>
    menu(
      `${leadEn(lead)}Which one?`,
      places.map((place) => `${place.city}, ${place.state}`),
      'Reply with a number, or the ZIP.',
    ),
  'request.askSamePlace': ({ lead, place }) =>
    `${leadEn(lead)}Same address as last time, ${shortWords(placeText(place), 70)}? Reply 1 yes, or text the new address.`,
  'request.askTime': ({ lead, place, windows }) =>
    menu(
      `${leadEn(lead)}${shortWords(placeText(place), 60)}. When?`,
      windows.map((window) => windowText(window, 'en')),
      'Or tell me a day and time.',
    ),
  'request.confirm': ({ lead, trade, words, place, windows }) => {
    const [first, second] = windows;
    const when = first
      ? `, ${windowText(first, 'en')}${second ? ` (or ${orWindowText(second, first, 'en')})` : ''}`
      : '';
    const what = `${tradeWords(trade, 'en').name}${words === '' ? '' : `: ${shortWords(words, 50)}`}`;
    return `${leadEn(lead)}${what} at ${shortWords(placeText(place), 50)}${when}. Most jobs like this: ${rangeText(trade)}; you see the price before you pay. 1 send, 2 change, 3 person`;
  },
  'request.chooseChange': ({ lead }) =>
    `${leadEn(lead)}What should change? 1 job, 2 address, 3 time, 4 drop the request. Or just text what is different.`,
  'request.askWhich': ({ lead, codes }) =>
    `${leadEn(lead)}Is this about your visit ${codes.join(' or ')}, or a new job? ${numbered([...codes, 'new job'])}`,
  'request.notSent': () =>
    'Sorry, I could not send your request to the pros. I told a person, who texts you here. 1 try again',
  'request.alreadySent': () => "Your request is with the pros. I'll text you as soon as one can come.",
  'request.dropped': ({ booked }) =>
    `Ok, dropped. Nothing was sent. ${booked === null ? 'Text me any time you need a pro.' : `${booked} stays booked; if you meant that one, text DROP ${booked}.`}`,
};
