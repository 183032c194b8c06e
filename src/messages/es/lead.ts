import { tradeWords, type TradeId } from '../../domain/trades.ts';
import type { Kept, Lead, LeadWords } from '../copy/lead.ts';
import { rangeText, whenText } from '../format.ts';

export const leadEs = (lead: Lead): string => {
  if (typeof lead === 'string') return PLAIN[lead];
  return 'kept' in lead ? keptWords(lead.kept) : priceWords(lead.priceOf);
};

const priceWords = (trade: TradeId): string =>
  `${tradeWords(trade, 'es').name} casi siempre cuesta ${rangeText(trade)}, verá el precio antes de pagar. `;

const keptWords = ({ area, when }: Kept): string => {
  const said = [...(area === null ? [] : [area]), ...(when === null ? [] : [whenText(when, 'es')])];
  return said.length === 0 ? 'Anotado. ' : `Bien, ${said.join(', ')}. `;
};

const PLAIN: LeadWords = {
  none: '',
  missed: 'Perdón, no entendí. ',
  missedTwice: 'Perdón, sigo sin entender. Una persona lo leerá y le escribirá. ',
  person: 'Una persona le escribirá aquí pronto. ',
  help: 'Le busco un profesional cerca. Solo paga cuando hay uno. AGENTE: una persona. ',
  question: 'Esto es lo que sé; AGENTE: una persona para lo demás. ',
  booked: 'Sí, está reservado. ',
  notBooked: 'Todavía no está reservado. ',
  waits: 'Bien, con calma. ',
  price: 'Depende del trabajo, verá el precio antes de pagar. ',
  fixedPrice: 'Cada profesional pone su precio. ',
  noExtra: 'Por favor no pague nada extra: nada más se cobra sin su sí por aquí. AGENTE: una persona. ',
  byLink: 'Se paga con tarjeta en un enlace, en cualquier celular, suyo o de otro. ',
  kept: 'Bien, no se cancela nada. ',
  wantedBack: 'Bien, lo retomamos. ',
  noted: 'Listo, cambiado. ',
  back: 'Bien, un paso atrás. ',
  restarted: 'Bien, empecemos de nuevo. ',
  nudge: '¿Todavía lo necesita? ',
  photo: 'Gracias por la foto, por ahora solo leo palabras. ',
  timeGone: 'Esa hora no se puede (con 2 horas de aviso, 8 am-8 pm, máximo 60 días). ',
  listOver: 'Ya pasó un rato y no hay nada reservado. ¿Todavía lo necesita? ',
  placeUnknown: 'No encuentro ese lugar. ',
  oneAtATime: 'Un trabajo a la vez: primero este, luego el otro. ',
  safe: 'Qué bueno que está a salvo. ',
  warned: 'Si no es seguro, salgan y llame al 911; una persona ya sabe. ',
  call911: 'Si alguien puede estar en peligro: sí, llame al 911 ya. ',
};
