import type { OpeningWords } from '../copy/opening.ts';

export const openingEs: OpeningWords = {
  none: '',
  missed: 'Perdón, no entendí. ',
  missedTwice: 'Perdón, sigo sin entender. Una persona va a leer esto y le escribe. ',
  person: 'Una persona le escribe aquí pronto. ',
  help: 'Los trabajos llegan por mensaje, el primer sí gana, le pagamos después de la visita. AGENTE: una persona. ',
  question: 'Es todo lo que sé; AGENTE: una persona. ',
  street: 'Le doy la calle cuando esté pagado. ',
  time: 'No puedo mover la hora. ',
  thanks: '¡Gracias! ',
};
