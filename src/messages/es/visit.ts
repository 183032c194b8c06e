import { tradeWords } from '../../domain/trades.ts';
import type { Moment } from '../../domain/arrival-window.ts';
import type { VisitCopy } from '../copy/visit.ts';
import { moneyText, placeText, shortWords, spanText, timeText, windowText } from '../format.ts';
import { openingEs as openings } from './opening.ts';

const address = (place: Parameters<typeof placeText>[0]): string => shortWords(placeText(place), 60);

const leaving = (code: string, from: Moment | null): string =>
  `Responda OTW ${code} cuando salga${from === null ? '' : `, desde ${timeText(from, 'es')}`}.`;

export const visitEs: VisitCopy = {
  'visit.booked': ({ code, trade, window, place, name, notes, net, isSoon }) =>
    `Reservado ${code}, ${tradeWords(trade, 'es').work}: ${windowText(window, 'es')}, ${address(place)}${name === null ? '' : `, para ${shortWords(name, 20)}`}. "${shortWords(notes, 60)}" Usted recibe ${moneyText(net)}. ${isSoon ? `Responda OTW ${code} cuando salga.` : 'Le escribo 2 horas antes.'} AGENTE: una persona.`,
  'visit.remembered': ({ code, window, place }) =>
    `Mañana: ${code}, ${windowText(window, 'es')}, ${address(place)}. ¿No puede? Responda NO PUEDO ${code}.`,
  'visit.approached': ({ code, window, place, from }) =>
    `Pronto: ${code}, ${spanText(window)}, ${address(place)}. ${leaving(code, from)}`,
  'visit.noted': ({ code, words }) => `Para ${code}, del cliente: "${shortWords(words, 200)}"`,
  'visit.ahead': ({ opening, code, window, place }) =>
    `${openings[opening]}${code}: ${windowText(window, 'es')}, ${address(place)}. No hay nada que hacer todavía, le escribo 2 horas antes. AGENTE: una persona.`,
  'visit.soon': ({ opening, code, window, place, from }) =>
    `${openings[opening]}${code}: ${spanText(window)}, ${address(place)}. ${leaving(code, from)} ¿No puede? NO PUEDO ${code}`,
  'visit.departed': ({ opening, code }) =>
    `${openings[opening]}El cliente sabe que va en camino. Responda HERE ${code} al llegar.`,
  'visit.arrived': ({ opening, code }) =>
    `${openings[opening]}El cliente sabe que ya llegó. Responda DONE ${code} al terminar. ¿Algún problema? AGENTE`,
  'visit.finished': ({ opening, code, net, until, now }) =>
    `${openings[opening]}Muy bien. Le pedí al cliente que confirme ${code}. Usted recibe ${moneyText(net)} con su sí, o el ${timeText(until, 'es', now)} si no contesta.`,
  'visit.approved': ({ opening, code, net }) =>
    `${openings[opening]}${code} está aprobado, ${moneyText(net)} va en camino. Le aviso cuando salga.`,
  'visit.payoutDelayed': ({ opening, code, net, reason }) =>
    `${openings[opening]}${DELAYED[reason](code, moneyText(net))} AGENTE: una persona.`,
  'visit.paidOut': ({ opening, code, amount }) =>
    `${openings[opening]}Le pagamos ${moneyText(amount)} por ${code}. Suele llegar a su banco en 2-3 días. ¡Gracias!`,
  'visit.calledOff': ({ opening, code }) =>
    `${openings[opening]}${code} se anuló: el cliente recibió su dinero. No vaya, por favor; esa hora es suya otra vez. AGENTE: una persona.`,
  'visit.disputed': ({ opening, code }) =>
    `${openings[opening]}Hubo un problema con ${code}. El pago espera hasta que una persona lo revise; le escribe aquí. AGENTE la llama ya.`,
};

const DELAYED = {
  accountNotReady: (code: string, net: string) =>
    `${code} está aprobado. Su cuenta de pagos no está lista y ${net} espera. Termine de abrirla, lo intento cada día.`,
  checking: (code: string, net: string) =>
    `${code} está aprobado. El pago de ${net} tarda un poco, una persona lo revisa.`,
  unasked: (code: string, net: string) =>
    `El cliente de ${code} aún no da su visto bueno y ${net} lo espera. Una persona se ocupa y le escribe aquí.`,
} as const;
