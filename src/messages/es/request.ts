import { tradeWords } from '../../domain/trades.ts';
import type { RequestCopy } from '../copy/request.ts';
import { menu, numbered, orWindowText, placeText, rangeText, shortWords, windowText } from '../format.ts';
import { leadEs } from './lead.ts';
import { safetyEs } from './safety.ts';

export const requestEs: RequestCopy = {
  'request.askSafety': ({ lead, danger, isTold }) =>
    danger === 'medical'
      ? `${leadEs(lead)}${isTold ? '¿Ya viene ayuda? Si no, llame al 911 ya.' : safetyEs.medical} Responda 1 para seguir, o 2 una persona.`
      : `${leadEs(lead)}${isTold ? 'Primero: ¿están todos a salvo? Si no, salgan y llame al 911.' : safetyEs[danger]} Responda 1 estoy a salvo, seguir, o 2 una persona.`,
  'request.askJob': ({ lead }) =>
    `${leadEs(lead)}¿Qué necesita? Por ejemplo: gotea el fregadero, jueves después de las 3, 1204 Oak Hill Rd 78704`,
  'request.chooseTrade': ({ lead, trades }) =>
    `${leadEs(lead)}¿Quién debe ir? ${numbered([...trades.map((id) => tradeWords(id, 'es').worker), 'otra persona'])}. Responda con un número.`,
  'request.askAddress': ({ lead, trade }) =>
    `${leadEs(lead)}${tradeWords(trade, 'es').name}: ¿cuál es la dirección? Calle y ZIP, como 1204 Oak Hill Rd 78704`,
  'request.askStreet': ({ lead, area }) =>
    `${leadEs(lead)}${area}. ¿Cuál es la calle y el número? El profesional los recibe solo cuando usted haya pagado.`,
  'request.askZip': ({ lead, street, isHard }) =>
    `${leadEs(lead)}${street === null ? '¿Cuál' : `${shortWords(street, 60)}: ¿cuál`} es el código postal? Responda con sus 5 dígitos.${isHard ? ' Está en cualquier carta que reciba. AGENTE: una persona.' : ''}`,
  'request.choosePlace': ({ lead, places }) =>
    menu(
      `${leadEs(lead)}¿Cuál?`,
      places.map((place) => `${place.city}, ${place.state}`),
      'Responda con un número o con el ZIP.',
    ),
  'request.askSamePlace': ({ lead, place }) =>
    `${leadEs(lead)}¿La misma dirección de la última vez, ${shortWords(placeText(place), 70)}? Responda 1 sí, o escriba la nueva.`,
  'request.askTime': ({ lead, place, windows }) =>
    menu(
      `${leadEs(lead)}${shortWords(placeText(place), 60)}. ¿Cuándo?`,
      windows.map((window) => windowText(window, 'es')),
      'O dígame día y hora.',
    ),
  'request.confirm': ({ lead, trade, words, place, windows }) => {
    const [first, second] = windows;
    const when = first
      ? `, ${windowText(first, 'es')}${second ? ` (o ${orWindowText(second, first, 'es')})` : ''}`
      : '';
    const what = `${tradeWords(trade, 'es').name}${words === '' ? '' : `: ${shortWords(words, 50)}`}`;
    return `${leadEs(lead)}${what}, en ${shortWords(placeText(place), 50)}${when}. Casi todos cuestan ${rangeText(trade)}; verá el precio antes de pagar. 1 enviar, 2 cambiar, 3 persona`;
  },
  'request.chooseChange': ({ lead }) =>
    `${leadEs(lead)}¿Qué cambia? 1 trabajo, 2 dirección, 3 hora, 4 dejarlo. O escriba lo que es diferente.`,
  'request.askWhich': ({ lead, codes }) =>
    `${leadEs(lead)}¿Es sobre su visita ${codes.join(' o ')}, o un trabajo nuevo? ${numbered([...codes, 'trabajo nuevo'])}`,
  'request.notSent': () =>
    'Lo siento, no pude enviar su solicitud. Avisé a una persona, que le escribe aquí. 1 intentar de nuevo',
  'request.alreadySent': () => 'Su solicitud está con los profesionales. Le escribo en cuanto uno pueda ir.',
  'request.dropped': ({ booked }) =>
    `Bien, lo dejamos. No se envió nada. ${booked === null ? 'Escríbame cuando necesite a alguien.' : `${booked} sigue en pie; si era esa, escriba DEJAR ${booked}.`}`,
};
