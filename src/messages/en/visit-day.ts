import type { VisitDayCopy } from '../copy/visit-day.ts';
import { moneyText, timeText, windowText } from '../format.ts';
import { openingEn as openings } from './opening.ts';

const WORDS = { onMyWay: 'OTW', here: 'HERE', done: 'DONE' } as const;

export const visitDayEn: VisitDayCopy = {
  'visit.tooEarly': ({ code, window, word, from, now }) =>
    `That is too early: ${code} is ${windowText(window, 'en')}. ${WORDS[word]} works from ${timeText(from, 'en', now)} on${word === 'done' ? ', or once you have said HERE' : ''}. Another job? Text it with its code.`,
  'visit.askStillOn': ({ code, window }) =>
    `Still on for ${code} at ${timeText({ at: window.start, zone: window.zone }, 'en')}? 1 yes, 2 late, 3 can't`,
  'visit.askMinutes': ({ code }) =>
    `How many minutes late for ${code}? Reply a number, like 20, and I tell the homeowner.`,
  'visit.delayNoted': ({ code, minutes, hasLeft }) =>
    `Ok, I told the homeowner that you are ${minutes === null ? 'late' : `about ${String(minutes)} min late`} (${code}). ${hasLeft ? `Reply HERE ${code} at the door.` : `Reply OTW ${code} when you leave.`}`,
  'visit.overdue': ({ code, hasLeft }) =>
    `The time for ${code} is over and nobody told me that you arrived. ${hasLeft ? '' : `On the way? Reply OTW ${code}. `}At the door? HERE ${code}. Late? LATE ${code} and the minutes. Can't come? CAN'T ${code}`,
  'visit.begun': ({ code }) =>
    `The homeowner says that you are there (${code}). Reply DONE ${code} when the work is done. A problem? AGENT`,
  'visit.unfinished': ({ code }) =>
    `Done with ${code}? Reply DONE ${code}: I ask the homeowner, and you get paid. Not finished, or a problem? AGENT`,
  'visit.atDoor': ({ opening, code, until }) =>
    until === null
      ? `${openings[opening]}A person knows that nobody opens (${code}) and texts you here. If somebody opens after all, reply DONE ${code} when the work is done.`
      : `${openings[opening]}I texted the homeowner that you are at the door (${code}). Please wait: if nobody answers by ${timeText(until, 'en')}, a person steps in. Reply DONE ${code} when the work is done.`,
  'visit.doorAnswered': ({ code, isComing }) =>
    isComing
      ? `The homeowner is coming to the door (${code}). Reply DONE ${code} when the work is done.`
      : `The homeowner can't come to the door (${code}). I told a person, who texts you here. Please wait for that.`,
  'visit.extraAsked': ({ code, net }) =>
    `I can't change a price by text, so I told a person, who texts you here. Until the homeowner agrees, ${code} pays ${moneyText(net)}: no extra work yet, please.`,
  'visit.givenUp': ({ opening, code }) =>
    `${openings[opening]}${code} is off your list. I told the homeowner and a person, who finds somebody else or sends the money back. A mistake? AGENT gets the person.`,
};
