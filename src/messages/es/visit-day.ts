import type { VisitDayCopy } from '../copy/visit-day.ts';
import { moneyText, timeText, windowText } from '../format.ts';
import { openingEs as openings } from './opening.ts';

const WORDS = { onMyWay: 'OTW', here: 'HERE', done: 'DONE' } as const;

export const visitDayEs: VisitDayCopy = {
  'visit.tooEarly': ({ code, window, word, from, now }) =>
    `Es muy temprano: ${code} es ${windowText(window, 'es')}. ${WORDS[word]} vale desde ${timeText(from, 'es', now)}${word === 'done' ? ', o cuando haya dicho HERE' : ''}. ¿Era otro trabajo? Escriba su código.`,
  'visit.askStillOn': ({ code, window }) =>
    `¿Va a ${code} a las ${timeText({ at: window.start, zone: window.zone }, 'es')}? 1 sí, 2 tarde, 3 no puedo`,
  'visit.askMinutes': ({ code }) =>
    `¿Cuántos minutos tarde para ${code}? Responda un número, como 20, y le aviso al cliente.`,
  'visit.delayNoted': ({ code, minutes, hasLeft }) =>
    `Bien, le avisé al cliente que va ${minutes === null ? '' : `unos ${String(minutes)} min `}tarde (${code}). ${hasLeft ? `Responda HERE ${code} al llegar.` : `Responda OTW ${code} cuando salga.`}`,
  'visit.overdue': ({ code, hasLeft }) =>
    `La hora de ${code} ya pasó y no sé si llegó. ${hasLeft ? '' : `¿Va en camino? Responda OTW ${code}. `}¿Ya está ahí? HERE ${code}. ¿Va tarde? TARDE ${code} y los minutos. ¿No puede? NO PUEDO ${code}`,
  'visit.begun': ({ code }) =>
    `El cliente dice que usted ya está ahí (${code}). Responda DONE ${code} al terminar. ¿Algún problema? AGENTE`,
  'visit.unfinished': ({ code }) =>
    `¿Ya terminó ${code}? Responda DONE ${code}: le pregunto al cliente y usted cobra. ¿No ha terminado o hay un problema? AGENTE`,
  'visit.atDoor': ({ opening, code, until }) =>
    until === null
      ? `${openings[opening]}Una persona sabe que nadie abre (${code}) y le escribe aquí. Si al final abren, responda DONE ${code} al terminar.`
      : `${openings[opening]}Le escribí al cliente que usted está en la puerta (${code}). Espere, por favor: si nadie contesta antes de ${timeText(until, 'es')}, interviene una persona. Responda DONE ${code} al terminar.`,
  'visit.doorAnswered': ({ code, isComing }) =>
    isComing
      ? `El cliente ya va a la puerta (${code}). Responda DONE ${code} al terminar.`
      : `El cliente no puede abrir (${code}). Avisé a una persona, que le escribe aquí. Espere, por favor.`,
  'visit.extraAsked': ({ code, net }) =>
    `No puedo cambiar un precio por mensaje: avisé a una persona, que le escribe aquí. Hasta que el cliente acepte, ${code} paga ${moneyText(net)}: nada extra aún.`,
  'visit.givenUp': ({ opening, code }) =>
    `${openings[opening]}${code} ya no es suyo. Avisé al cliente y a una persona, que busca a otro o devuelve el dinero. ¿Fue un error? AGENTE llama a la persona.`,
};
