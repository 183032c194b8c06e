import type { LeadWords } from '../copy/lead.ts';

export const leadEs: LeadWords = {
  none: '',
  missed: 'Perdón, no entendí. ',
  missedTwice: 'Perdón, sigo sin entender. Una persona lo leerá y le escribirá. ',
  person: 'Una persona le escribirá aquí pronto. ',
  help: 'Le busco un profesional cerca. Solo paga cuando hay uno. AGENTE: una persona. ',
  price: 'Verá el precio exacto antes de pagar. ',
  noted: 'Listo, cambiado. ',
  back: 'Bien, un paso atrás. ',
  restarted: 'Bien, empecemos de nuevo. ',
  nudge: '¿Todavía lo necesita? ',
  photo: 'Gracias por la foto, por ahora solo leo palabras. ',
  timeGone: 'Esa hora no se puede (con 2 horas de aviso, 8 am-8 pm, máximo 60 días). ',
  placeUnknown: 'No encuentro ese lugar. ',
  oneAtATime: 'Un trabajo a la vez: primero este, luego el otro. ',
  safe: 'Qué bueno que está a salvo. ',
};
