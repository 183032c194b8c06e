import { tradeWords } from '../../domain/trades.ts';
import type { VisitCopy } from '../copy/visit.ts';
import { moneyText, placeText, shortWords, spanText, timeText, windowText } from '../format.ts';
import { providerLeadEs as leads } from './provider-lead.ts';

const address = (place: Parameters<typeof placeText>[0]): string => shortWords(placeText(place), 60);

export const visitEs: VisitCopy = {
  'visit.booked': ({ code, trade, window, place, name, notes, net }) =>
    `Reservado ${code}, ${tradeWords(trade, 'es').work}: ${windowText(window, 'es')}, ${address(place)}${name === null ? '' : `, para ${shortWords(name, 20)}`}. "${shortWords(notes, 60)}" Usted recibe ${moneyText(net)}. Le escribo 2 horas antes. AGENTE: una persona.`,
  'visit.remembered': ({ code, window, place }) =>
    `Mañana: ${code}, ${windowText(window, 'es')}, ${address(place)}. ¿No puede? Escriba AGENTE.`,
  'visit.approached': ({ code, window, place }) =>
    `Pronto: ${code}, ${spanText(window)}, ${address(place)}. Responda OTW ${code} cuando salga.`,
  'visit.overdue': ({ code, hasLeft }) =>
    hasLeft
      ? `La hora de ${code} ya pasó y no sé si llegó. ¿Ya está ahí? Responda HERE ${code}. ¿Algún problema? AGENTE`
      : `La hora de ${code} ya pasó y usted no ha llegado. Responda OTW ${code} si va en camino, HERE ${code} al llegar. ¿No puede? AGENTE`,
  'visit.tooEarly': ({ code, window, from, now }) =>
    `Es muy temprano: ${code} es ${windowText(window, 'es')}. Acepto esa palabra desde ${timeText(from, 'es', now)}. ¿Era otro trabajo? Escriba su código.`,
  'visit.ahead': ({ lead, code, window, place }) =>
    `${leads[lead]}${code}: ${windowText(window, 'es')}, ${address(place)}. No hay nada que hacer todavía, le escribo 2 horas antes. AGENTE: una persona.`,
  'visit.soon': ({ lead, code, window, place }) =>
    `${leads[lead]}${code}: ${spanText(window)}, ${address(place)}. Responda OTW ${code} cuando salga. ¿No puede? AGENTE`,
  'visit.departed': ({ lead, code }) =>
    `${leads[lead]}El cliente sabe que va en camino. Responda HERE ${code} al llegar.`,
  'visit.arrived': ({ lead, code }) =>
    `${leads[lead]}El cliente sabe que ya llegó. Responda DONE ${code} al terminar. ¿Algún problema? AGENTE`,
  'visit.finished': ({ lead, code, net, until, now }) =>
    `${leads[lead]}Muy bien. Le pedí al cliente que confirme ${code}. Usted recibe ${moneyText(net)} con su sí, o el ${timeText(until, 'es', now)} si no contesta.`,
  'visit.approved': ({ lead, code, net }) =>
    `${leads[lead]}${code} está aprobado, ${moneyText(net)} va en camino. Le aviso cuando salga.`,
  'visit.payoutDelayed': ({ lead, code, net, reason }) =>
    `${leads[lead]}${code} está aprobado. ${
      reason === 'accountNotReady'
        ? `Su cuenta de pagos no está lista y ${moneyText(net)} espera. Termine de abrirla, lo intento cada día.`
        : `El pago de ${moneyText(net)} tarda un poco, una persona lo revisa.`
    } AGENTE: una persona.`,
  'visit.paidOut': ({ lead, code, amount }) =>
    `${leads[lead]}Le pagamos ${moneyText(amount)} por ${code}. Suele llegar a su banco en 2-3 días. ¡Gracias!`,
  'visit.disputed': ({ lead, code }) =>
    `${leads[lead]}Hubo un problema con ${code}. El pago espera hasta que una persona lo revise; le escribe aquí. AGENTE la llama ya.`,
};
