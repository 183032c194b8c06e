import type { Intent } from '../../domain/reading.ts';
import type { Decide, Evidence } from './evidence.ts';
import { isAsking } from './evidence.ts';

// The words that our own texts tell people to answer with, alone or beside a booking code.
const COMMANDS: readonly (readonly [Intent, RegExp])[] = [
  [
    'dropJob',
    /^(?:drop|drop (?:it|this|that|the (?:job|request|visit|booking))|dejar|dejarlo|dejalo|dejar (?:el trabajo|la (?:solicitud|visita)))$/,
  ],
  [
    'change',
    /^(?:change|change (?:it|this|that|(?:the )?time|(?:my|the) (?:time|visit|booking|appointment))|cambiar|cambiarlo|cambiar (?:la )?(?:hora|cita|visita))$/,
  ],
  ['status', /^(?:status|estado)$/],
  ['person', /^(?:agent|agente)$/],
];

/** "Other time" of a list; while a time is being asked for it wants further ones. */
const OTHER_TIME = /^(?:(?:an)?other time|different time|otra hora|otro horario)$/;
const NEXT = /^(?:next(?: (?:pro|one))?|siguiente|(?:el |la )?otr[oa])$/;
const AGREED =
  /^(?:book(?: (?:it|him|her|them))?|send(?: it)?|try again|all good|reservar(?:lo)?|reserva|enviar(?:lo)?|envialo|todo bien|intentar de nuevo)$/;

/** What our own texts name as an answer, read exactly; anything longer is left to the others. */
export const ownCommand: Decide = (found) => {
  const words = withoutCode(found);
  const command = COMMANDS.find(([, pattern]) => pattern.test(words))?.[0];
  if (command !== undefined) return command;
  if (OTHER_TIME.test(words)) return isAsking(found, 'time') ? 'more' : 'change';
  if (!isAsking(found, 'choice', 'yesNo')) return null;
  return NEXT.test(words) ? 'more' : AGREED.test(words) ? 'yes' : null;
};

const withoutCode = ({ code, simple }: Evidence): string =>
  code === null
    ? simple
    : simple
        .split(' ')
        .filter((word) => word !== code.toLowerCase())
        .join(' ');
