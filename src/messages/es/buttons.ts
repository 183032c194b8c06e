import { tradeWords } from '../../domain/trades.ts';
import type { Buttons } from '../copy/buttons.ts';
import { shortWords, windowTitles } from '../format.ts';

const LONGEST = 20;

export const buttonsEs: Buttons = {
  'request.askSafety': ({ danger }) => [danger === 'medical' ? 'Seguir' : 'Estoy a salvo', 'Una persona'],
  'request.askWhich': ({ codes }) => [...codes, 'Trabajo nuevo'],
  'request.chooseTrade': ({ trades }) => [
    ...trades.map((id) => shortWords(tradeWords(id, 'es').name, LONGEST)),
    'Otra persona',
  ],
  'request.choosePlace': ({ places }) => places.map(({ city, state }) => `${shortWords(city, LONGEST - 4)}, ${state}`),
  'request.askSamePlace': () => ['Sí'],
  'request.askTime': ({ windows }) => windowTitles(windows, 'es'),
  'request.notSent': () => ['Intentar de nuevo'],
  'request.confirm': () => ['Enviar', 'Cambiar', 'Persona'],
  'job.proposed': () => ['Reservar', 'Otro', 'Otra hora'],
  'job.askOtherTime': ({ windows }) => windowTitles(windows, 'es'),
  'job.lapsed': () => ['Intentar de nuevo', 'Otra hora', 'Persona'],
  'job.unfilled': () => ['Buscar de nuevo', 'Otra hora', 'Persona'],
  'job.askApproval': () => ['Todo bien', 'Problema'],
};
