import { tradeWords } from '../../domain/trades.ts';
import type { ClosedReason, OfferCopy, ReleasedReason } from '../copy/offer.ts';
import { milesText, moneyText, shortWords, timeText, windowText } from '../format.ts';
import { openingEs as openings } from './opening.ts';

const CLOSED: Readonly<Record<ClosedReason, (code: string) => string>> = {
  taken: (code) => `${code} ya tiene a otra persona. Gracias, no le afecta.`,
  expired: (code) => `${code} terminó sin respuesta. No le afecta.`,
  overlap: (code) => `${code} se cruza con otra visita suya, así que pasó a otros. No le afecta.`,
  withdrawn: (code) => `El cliente ya no necesita ${code}. No le afecta.`,
};

const RELEASED: Readonly<Record<ReleasedReason, string>> = {
  passed: 'el cliente busca a otra persona',
  unpaid: 'el cliente no pagó a tiempo',
  silent: 'el cliente no contestó a tiempo',
  withdrawn: 'el cliente ya no lo necesita',
};

const quoted = (words: string): string => (words === '' ? '' : ` "${shortWords(words, 60)}"`);

const NEXT_JOB = 'Le escribo con el próximo trabajo cerca.';

export const offerEs: OfferCopy = {
  'offer.made': ({ code, trade, isEmergency, words, area, meters, window, net, until, now, asked }) =>
    `${isEmergency ? 'URGENTE ' : ''}${code}: ${tradeWords(trade, 'es').work}${quoted(words)}, ${shortWords(area, 40)}, ${milesText(meters)}, ${windowText(window, 'es')}. Usted recibe ${moneyText(net)}. Responda Y ${code} (sí) o N ${code} (no) antes de ${timeText(until, 'es', now)}. ${asked === 1 ? 'Solo le pregunto a usted.' : `Pregunto a ${String(asked)}, el primer sí gana.`}`,
  'offer.waits': ({ opening, code, window, net, until, now }) =>
    `${openings[opening]}${code}, ${windowText(window, 'es')}, le paga ${moneyText(net)}. Y ${code} lo toma, N ${code} lo deja. Responda antes de ${timeText(until, 'es', now)}.`,
  'offer.claimed': ({ opening, code }) =>
    `${openings[opening]}Estoy viendo si ${code} sigue libre y le escribo enseguida.`,
  'offer.held': ({ opening, code, window, until, now }) =>
    `${openings[opening]}${code} es suyo hasta ${timeText(until, 'es', now)}: para entonces el cliente debe contestar y pagar. Reserve ${windowText(window, 'es')}. Le mando la dirección, o le aviso si queda libre.`,
  'offer.declined': ({ opening, code }) => `${openings[opening]}Bien, ${code} pasa a otros. No le afecta. ${NEXT_JOB}`,
  'offer.closed': ({ opening, code, reason }) => `${openings[opening]}${CLOSED[reason](code)} ${NEXT_JOB}`,
  'offer.released': ({ opening, code, reason }) =>
    `${openings[opening]}${code} ya no va: ${RELEASED[reason]}. Su tiempo queda libre, no le afecta. ${NEXT_JOB}`,
  'offer.won': ({ opening, code, window }) =>
    `${openings[opening]}${code} está reservado para ${windowText(window, 'es')}. JOBS muestra lo que viene.`,
};
