import type { OpeningWords } from '../copy/opening.ts';

export const openingEn: OpeningWords = {
  none: '',
  missed: "Sorry, I didn't get that. ",
  missedTwice: "Sorry, I still don't get it. A person will read this and text you. ",
  person: 'A person will text you here soon. ',
  help: 'Jobs come by text, the first yes gets one, you are paid after the visit. AGENT gets a person. ',
  question: 'That is all I know; AGENT gets a person. ',
  street: 'You get the street once it is paid. ',
  time: 'I cannot move the time. ',
  thanks: 'Thank you! ',
};
