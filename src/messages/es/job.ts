import { HOLD_MINUTES } from '../../domain/booking-deadlines.ts';
import { tradeWords } from '../../domain/trades.ts';
import type { JobCopy } from '../copy/job.ts';
import { menu, milesText, moneyText, shortWords, spanText, starsText, timeText, windowText } from '../format.ts';
import { leadEs } from './lead.ts';
import { safetyEs } from './safety.ts';

const short = (name: string): string => shortWords(name, 30);

export const jobEs: JobCopy = {
  'job.searching': ({ lead, trade, window, until, now, isAgain }) =>
    `${leadEs(lead)}${isAgain ? 'Sigo buscando' : 'Busco'} ${tradeWords(trade, 'es').worker} cerca para ${windowText(window, 'es')}. Le escribo antes de ${timeText(until, 'es', now)}.`,
  'job.proposed': ({ lead, name, ratingInTenths, ratings, meters, window, price, until, now }) =>
    `${leadEs(lead)}${short(name)}, ${starsText(ratingInTenths, ratings, 'es')}, ${milesText(meters)}, ${windowText(window, 'es')}, ${moneyText(price.total)} en total (cargo ${moneyText(price.fee)}), nada más sin su sí. Responda hasta ${timeText(until, 'es', now)}, y ${String(HOLD_MINUTES)} min para pagar. 1 reservar, 2 otro, 3 otra hora`,
  'job.askOtherTime': ({ lead, windows }) =>
    menu(
      `${leadEs(lead)}¿A qué hora?`,
      windows.map((window) => windowText(window, 'es')),
      'O dígame día y hora.',
    ),
  'job.makingLink': ({ lead, name }) =>
    `${leadEs(lead)}${short(name)} está reservado para usted. Enseguida le llega el enlace de pago.`,
  'job.paymentRequested': ({ lead, code, name, window, total, url, until, now }) =>
    `${leadEs(lead)}Para reservar a ${short(name)}, ${windowText(window, 'es')} (${code}), pague ${moneyText(total)}: ${url} Vale hasta ${timeText(until, 'es', now)}. Si no, CAMBIAR o DEJAR`,
  'job.paymentMissing': ({ url, until, now }) =>
    `Su pago aún no llega. En cuanto llegue le escribo. Enlace: ${url} Vale hasta ${timeText(until, 'es', now)}.`,
  'job.paymentHelped': ({ url, until, now }) =>
    `Sirve cualquier tarjeta, suya o de otra persona: ${url} Vale hasta ${timeText(until, 'es', now)}; después escríbame y busco de nuevo. ¿No abre? AGENTE: una persona.`,
  'job.paymentChecking': ({ lead }) =>
    `${leadEs(lead)}El tiempo para pagar terminó. Estoy viendo si su pago llegó y le escribo enseguida. Por favor no pague otra vez.`,
  'job.holdEnding': ({ name, url, until, now }) =>
    `${short(name)} está reservado para usted solo hasta ${timeText(until, 'es', now)}. Pague aquí: ${url} ¿Ya pagó? Le escribo en cuanto llegue.`,
  'job.paymentFailed': ({ reason, url, until, now }) =>
    `${FAILED[reason]} No se cobró nada. Intente otra vez o con otra tarjeta hasta ${timeText(until, 'es', now)}: ${url}`,
  'job.lapsed': ({ lead, because }) =>
    `${leadEs(lead)}${LAPSED[because]} No se cobró nada. 1 intentar de nuevo, 2 otra hora, 3 persona`,
  'job.unfilled': ({ lead, outside, trade, window }) =>
    outside !== null
      ? `${leadEs(lead)}Aún no tenemos a nadie en ${outside} para: ${tradeWords(trade, 'es').work}; no se preguntó a nadie. 1 buscar de nuevo, 2 otra hora, 3 persona`
      : `${leadEs(lead)}No encontré a nadie libre: ${tradeWords(trade, 'es').work}, ${windowText(window, 'es')}. 1 buscar de nuevo, 2 otra hora, 3 persona`,
  'job.booked': ({ code, name, window, total, isFarAhead }) =>
    `Reservado (${code}): ${short(name)}, ${windowText(window, 'es')}, ${moneyText(total)} pagado. Le escribo ${isFarAhead ? 'un día antes y ' : ''}cuando ${short(name)} vaya en camino. ¿Otro plan? CAMBIAR ${code}`,
  'job.visitAhead': ({ lead, code, name, window, total }) =>
    `${leadEs(lead)}${code}: ${short(name)} va ${windowText(window, 'es')}, ${total === null ? '' : `${moneyText(total)} `}pagado. ¿Otro plan? CAMBIAR ${code}.${lead === 'none' ? ' AGENTE: una persona.' : ''}`,
  'job.remembered': ({ moment, code, name, window }) =>
    moment === 'dayBefore'
      ? `Mañana: ${short(name)} va ${windowText(window, 'es')} (${code}). ¿Otro plan? CAMBIAR ${code}`
      : `Pronto: ${short(name)} va ${spanText(window)} (${code}). Le escribo cuando vaya en camino.`,
  'job.departed': ({ lead, code, minutes, name }) =>
    `${leadEs(lead)}${short(name)} va en camino (${code})${minutes === null ? '' : `, unos ${String(minutes)} min`}.`,
  'job.arrived': ({ lead, code, name }) =>
    `${leadEs(lead)}${short(name)} está en su casa (${code}). Le escribo cuando termine el trabajo.`,
  'job.askApproval': ({ lead, code, name, until, now }) =>
    `${leadEs(lead)}${short(name)} dice que el trabajo está listo (${code}). 1 todo bien, 2 problema. ${until === null ? 'Se le paga cuando usted dé el visto bueno.' : `Si no me dice nada hasta ${timeText(until, 'es', now)}, se le paga.`}`,
  'job.askProblem': ({ lead, code }) =>
    `${leadEs(lead)}Lo siento (${code}). ¿Qué está mal? Cuénteme en pocas palabras, una persona lo lee.`,
  'job.problemNoted': ({ code }) => `Gracias, lo anoté (${code}). Una persona lo revisa y le escribe aquí.`,
  'job.caseOpen': ({ lead, code, isPaidOut }) =>
    `${leadEs(lead)}${code} está con una persona, que le escribe aquí. ${isPaidOut ? '' : 'No se paga al profesional hasta resolverlo. '}Escríbame lo que deba saber.`,
  'job.chargedBack': ({ code }) =>
    `Su banco retiró el pago de ${code}. Una persona lo revisa y le escribe aquí. ¿Fue un error? Dígamelo aquí.`,
  'job.askRating': ({ lead, code, name }) =>
    `${leadEs(lead)}¿Qué tal ${short(name)}? Responda 1-5, 5 es lo mejor (${code}).`,
  'job.thanked': ({ stars }) =>
    stars !== null && stars < 4
      ? 'Gracias. Sentimos que no fuera mejor. AGENTE: una persona, si hay algo que arreglar.'
      : '¡Gracias! Escríbame cuando necesite a alguien.',
  'job.returned': ({ code, amount, reason }) =>
    `${RETURNED[reason]} Le devolví ${moneyText(amount)} a la misma tarjeta (${code}), se ve en 5-10 días.${['paidTwice', 'goodwill'].includes(reason) ? '' : ' Escríbame qué necesita y busco de nuevo.'}`,
  'job.returnFailed': ({ code, amount }) =>
    `Su banco nos devolvió los ${moneyText(amount)} (${code}); quizá la tarjeta está cerrada. Siguen siendo suyos: una persona le escribe aquí para enviarlos de otra forma.`,
  'job.withdrawn': ({ isPaymentPossible }) =>
    `Bien, lo dejamos. ${isPaymentPossible ? 'Si aún llega un pago, vuelve a su tarjeta.' : 'No se cobró nada.'} Escríbame cuando necesite a alguien.`,
  'job.over': ({ lead, code }) => `${leadEs(lead)}${code} ya se cerró. Escríbame qué necesita y le busco a alguien.`,
  'job.changeByPerson': ({ code, wants, total, isAhead }) =>
    `Todavía no puedo ${WANTED[wants]} por texto. Avisé a una persona, que le escribe aquí ${wants === 'change' ? 'para mover' : 'sobre'} ${code}${total === null || wants === 'change' ? '' : ` y los ${moneyText(total)} que pagó`}. ${isAhead ? `Mientras, ${code} sigue en pie.` : 'Antes de eso no se devuelve nada.'}`,
  'job.handed': ({ code }) => `Anotado. Una persona lo tiene (${code}) y le escribe aquí.`,
  'job.staysBooked': ({ code, name, window }) =>
    `Bien. ${code} sigue en pie: ${short(name)}, ${windowText(window, 'es')}. Si ya no quiere la visita, responda DEJAR ${code}.`,
  'job.noteKept': ({ code, isPaid }) =>
    `Anotado para ${code}: el profesional lo recibe ${isPaid ? 'ahora' : 'cuando usted haya pagado'}.`,
  'job.placeNoted': ({ code }) =>
    `El profesional ya lo recibe (${code}), y avisé a una persona, que confirma la dirección con usted aquí.`,
  'job.danger': ({ danger }) => `${safetyEs[danger]} Avisé a una persona.`,
};

const WANTED = {
  change: 'mover una visita pagada',
  drop: 'anular una visita pagada',
  refund: 'devolver dinero',
} as const;

const FAILED = {
  declined: 'Su tarjeta fue rechazada.',
  insufficientFunds: 'Su tarjeta no tiene fondos suficientes.',
  notAuthenticated: 'Su banco no pudo confirmar que era usted.',
} as const;

const LAPSED = {
  choice: 'Ya no hay tiempo para elegir y solté al profesional.',
  hold: 'Ya no hay tiempo para pagar y solté al profesional.',
  link: 'No pude hacer el enlace de pago, perdón.',
} as const;

const RETURNED = {
  slotGone: 'Su pago llegó después del plazo y esa hora ya no está.',
  calledOff: 'Su visita se anuló.',
  goodwill: 'Una persona revisó su reserva.',
  paidTwice: 'Pagó dos veces, la visita sigue reservada.',
  withdrawn: 'Su pago llegó después de dejar la solicitud.',
} as const;
