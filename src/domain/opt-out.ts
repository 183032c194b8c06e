/** What a carrier word does: the provider of the number obeys it by itself, we only write it down. */
export type CarrierWord = 'stop' | 'start' | 'help';

const STOP = new Set(['stop', 'stopall', 'unsubscribe', 'end', 'quit', 'cancel', 'revoke', 'optout', 'opt-out']);
const START = new Set(['start', 'unstop']);
const HELP = new Set(['help', 'info']);

/**
 * The bare words that Twilio itself answers on SMS (https://help.twilio.com/articles/223134027). The whole text must be
 * the word. YES is an answer of ours, and restarts only for somebody who has opted out.
 */
export function carrierWord(text: string, isOptedOut = false): CarrierWord | null {
  const word = bare(text);
  if (STOP.has(word)) return 'stop';
  if (START.has(word) || (isOptedOut && word === 'yes')) return 'start';
  return HELP.has(word) ? 'help' : null;
}

const OWN_STOP = new Set([
  'remove',
  'remove me',
  'stop all',
  'opt out',
  'stop it all',
  'stop texting',
  'stop messages',
  'no more texts',
  'no more messages',
  'alto',
  'pare',
  'paren',
  'parar',
  'basta',
  'detener',
  'baja',
  'darme de baja',
  'no mas mensajes',
  'no mas textos',
  'arret',
  'desuscribir',
]);

/** Bare stop words that Twilio does not answer, most of them Spanish: we stop, and confirm it once ourselves. */
export const ownStopWord = (text: string): boolean => OWN_STOP.has(bare(text));

function bare(text: string): string {
  if (text.length > 60) return '';
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9\s-]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
