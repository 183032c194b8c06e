import type { JobDayCopy } from '../copy/job-day.ts';
import { shortWords, windowText } from '../format.ts';
import { leadEs } from './lead.ts';

const short = (name: string): string => shortWords(name, 30);

export const jobDayEs: JobDayCopy = {
  'job.delayed': ({ code, name, minutes }) =>
    `${short(name)} va ${minutes === null ? '' : `unos ${String(minutes)} min `}tarde (${code}), perdón. ¿Otro plan? CAMBIAR ${code}. AGENTE: una persona.`,
  'job.askArrived': ({ lead, code, name }) =>
    `${leadEs(lead)}¿Ya está ${short(name)} con usted (${code})? 1 ya llegó, 2 no está. También avisé a una persona.`,
  'job.notOver': ({ code, isOnTheWay, name, window }) =>
    `${short(name)} ${isOnTheWay ? 'avisó que va en camino' : 'todavía no avisa'} (${code}). El horario es ${windowText(window, 'es')}; si al final no hay nadie, le pregunto y entra una persona. AGENTE: una persona ya.`,
  'job.replacing': ({ lead, code, name, because }) =>
    `${leadEs(lead)}${because === 'dropped' ? `${short(name)} no puede ir (${code}), perdón.` : `${short(name)} no está ahí (${code}), perdón.`} Su pago está guardado: una persona le busca a otro profesional o le devuelve el dinero, y le escribe aquí.`,
  'job.askDoor': ({ lead, code, name }) =>
    `${leadEs(lead)}${short(name)} está en su puerta (${code}) y nadie abre. Abra, por favor. 1 ya voy, 2 no puedo`,
  'job.doorAnswered': ({ code, name, isComing }) =>
    isComing
      ? `Gracias, le avisé a ${short(name)} (${code}). Le escribo cuando termine el trabajo.`
      : `Bien, avisé a ${short(name)} y a una persona (${code}), que le escribe aquí.`,
};
