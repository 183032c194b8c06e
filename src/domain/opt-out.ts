/** What a carrier word does: the provider of the number obeys it by itself, we only write it down. */
export type CarrierWord = 'stop' | 'start' | 'help';

const STOP = new Set(['stop', 'stopall', 'unsubscribe', 'end', 'quit', 'cancel', 'revoke', 'optout']);
const START = new Set(['start', 'unstop']);
const HELP = new Set(['help', 'info']);

/**
 * The bare words that Twilio itself answers on SMS (https://help.twilio.com/articles/223134027): the whole text must be
 * the word, in any case, with nothing but space around it ("Stop!" is not). YES is an answer of ours, and restarts only
 * for somebody who has opted out.
 */
export function carrierWord(text: string, isOptedOut = false): CarrierWord | null {
  const word = text.length > 60 ? '' : text.trim().toLowerCase();
  if (STOP.has(word)) return 'stop';
  if (START.has(word) || (isOptedOut && word === 'yes')) return 'start';
  return HELP.has(word) ? 'help' : null;
}

// "Cancel please" is about a visit, "stop please" about our texts.
const OWN_STOP = new Set([
  'stop',
  'unsubscribe',
  'opt-out',
  'remove',
  'remove me',
  'stop all',
  'stop now',
  'opt out',
  'opt me out',
  'unsubscribe me',
  'stop it all',
  'stop texting',
  'stop messages',
  'no more texts',
  'no more messages',
  'leave me alone',
  'alto',
  'alto ya',
  'pare',
  'pare ya',
  'paren',
  'paren ya',
  'parar',
  'basta',
  'basta ya',
  'ya basta',
  'detener',
  'baja',
  'dar de baja',
  'darme de baja',
  'deme de baja',
  'denme de baja',
  'no mas mensajes',
  'no mas textos',
  'no molestar',
  'no molesten',
  'arret',
  'desuscribir',
  'desuscribirme',
  'cancelar suscripcion',
]);

const COURTESY = /^(?:please|pls|por favor) | (?:please|pls|por favor|thanks|thank you|gracias)$/g;

/**
 * Stop words that Twilio does not answer: Spanish ones, its own with a sign ("Stop!") or a courtesy. We stop, and confirm
 * it once ourselves.
 */
export function ownStopWord(text: string): boolean {
  if (carrierWord(text) !== null) return false;
  const word = bare(text);
  return STOP.has(word) || OWN_STOP.has(word.replace(COURTESY, ''));
}

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
