import type { Language } from './language.ts';

const english = {
  test: 'Sandbox: no card is charged',
  choose: 'Pay with a test card',
  pays: 'Pays',
  insufficient: 'Declined: insufficient funds',
  asks: 'The bank asks for 3-D Secure',
  disputed: 'Pays, and is disputed an hour later',
  refundFails: 'Pays, and a refund of it fails later',
  other: 'Another card number',
  pay: 'Pay',
  bankAsks: 'Your bank asks: is it you who pays?',
  pass: 'Yes, it is me',
  fail: 'No',
  leave: 'Leave without answering',
  working: 'One moment …',
  paid: 'Paid. Thank you!',
  declined: 'Declined',
  requires_action: 'The bank still waits for your answer.',
  closed: 'This link takes no more payments.',
  expired: 'This page has expired. Open the link again.',
  offline: 'The sandbox did not answer. Try again.',
};

const spanish: typeof english = {
  test: 'Entorno de prueba: no se cobra nada',
  choose: 'Pague con una tarjeta de prueba',
  pays: 'Paga',
  insufficient: 'Rechazada: fondos insuficientes',
  asks: 'El banco pide 3-D Secure',
  disputed: 'Paga, y una hora después se disputa',
  refundFails: 'Paga, y su reembolso falla después',
  other: 'Otro número de tarjeta',
  pay: 'Pagar',
  bankAsks: 'Su banco pregunta: ¿es usted quien paga?',
  pass: 'Sí, soy yo',
  fail: 'No',
  leave: 'Salir sin responder',
  working: 'Un momento …',
  paid: 'Pagado. ¡Gracias!',
  declined: 'Rechazada',
  requires_action: 'El banco todavía espera su respuesta.',
  closed: 'Este enlace ya no acepta pagos.',
  expired: 'Esta página ha caducado. Abra el enlace otra vez.',
  offline: 'El entorno de prueba no respondió. Inténtelo de nuevo.',
};

export const payWords: Record<Language, typeof english> = { en: english, es: spanish };
