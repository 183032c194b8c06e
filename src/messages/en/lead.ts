import type { LeadWords } from '../copy/lead.ts';

export const leadEn: LeadWords = {
  none: '',
  missed: "Sorry, I didn't get that. ",
  missedTwice: "Sorry, I still don't get it. A person will read this and text you. ",
  person: 'A person will text you here soon. ',
  help: 'I find a local pro for you. You pay only when one is set. AGENT gets a person. ',
  price: 'You see the exact price before you pay. ',
  noted: 'Ok, changed. ',
  back: 'Ok, one step back. ',
  restarted: "Ok, let's start over. ",
  nudge: 'Still want this done? ',
  photo: 'Thanks for the photo, I can only read words for now. ',
  timeGone: "That time can't be had (2 hours ahead at least, 8 am-8 pm, 60 days at most). ",
  placeUnknown: "I can't find that place. ",
  oneAtATime: 'One job at a time: this one first, then the other. ',
  safe: 'Good that you are safe. ',
};
