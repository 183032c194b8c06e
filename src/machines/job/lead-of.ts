// What stands before where things are, after a text that changes nothing.
import { keepsIt } from '../../domain/change-of-mind.ts';
import { asksAbout911, saysAllClear } from '../../domain/danger-talk.ts';
import type { Intent } from '../../domain/reading.ts';
import { asksForRefund, asksIfBooked, asksPrice, asksToWait, haggles, tellsOfExtra } from '../../domain/visit-talk.ts';
import type { JobContext, Lead, TextReceived } from './context.ts';

const LEADS: Partial<Readonly<Record<Intent, Lead>>> = {
  help: 'help',
  question: 'question',
  aboutUs: 'help',
  person: 'person',
  status: 'none',
  repeat: 'none',
  maybe: 'waits',
  back: 'none',
  restart: 'none',
  greet: 'none',
  thanks: 'none',
  bye: 'none',
  yes: 'none',
  choose: 'none',
  language: 'none',
};

/** The first of these whose words are said, before what the whole text is taken for. */
const BY_WORDS: readonly (readonly [Lead, (words: string, context: JobContext) => boolean])[] = [
  ['person', asksForRefund],
  ['kept', keepsIt],
  ['call911', asksAbout911],
  ['notBooked', (words, { paid }) => paid === undefined && asksIfBooked(words)],
  ['booked', (words, { paid }) => paid !== undefined && asksIfBooked(words)],
  ['noExtra', (words, { paid }) => paid !== undefined && tellsOfExtra(words)],
  ['fixedPrice', (words, context) => context.paid === undefined && isPriced(context) && haggles(words)],
  ['safe', (words, { warned }) => warned !== undefined && saysAllClear(words)],
];

/** The lead that answers a text; undefined: it was not understood. */
export const leadOf = (context: JobContext, { intent, words }: TextReceived['reading']): Lead | undefined => {
  const said = BY_WORDS.find(([, isSaid]) => isSaid(words, context))?.[0];
  if (said === undefined && isAboutPrice(intent, words)) return priceLead(context);
  return said ?? LEADS[intent] ?? (asksToWait(words) ? 'waits' : undefined);
};

/** Once there is a price, saying it again is the answer; until then it is what such work usually costs. */
const priceLead = (context: JobContext): Lead => (isPriced(context) ? 'none' : { priceOf: context.job.trade });

const isPriced = ({ payment, proposal }: JobContext): boolean => payment !== null || proposal !== null;

const isAboutPrice = (intent: Intent, words: string): boolean =>
  intent === 'price' || (intent === 'job' && asksPrice(words));
