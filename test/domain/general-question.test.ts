import { describe, expect, it } from 'vitest';
import { generalQuestion } from '../../src/domain/general-question.ts';

const ASKED = {
  cancelling: [
    'is there a fee if i cancel',
    'what if I need to cancel later?',
    'can i cancel anytime',
    'whats ur cancellation policy',
    'how do i cancel',
    'is it free to cancel',
    'does it cost to cancel',
    'cuánto cuesta cancelar',
    'do u charge when ppl cancel',
    'and if i change my mind',
    '¿me cobran si cancelo?',
    'que pasa si tengo que cancelar',
    'puedo cancelar después?',
  ],
  paying: [
    'do u take cash',
    'how do i pay',
    'when am i charged',
    'is it safe to pay here',
    'aceptan efectivo?',
    'cómo se paga',
  ],
  receipt: ['can i get a receipt', 'need an invoice pls', 'me mandan recibo?'],
  trust: ['is he licensed', 'are ur plumbers insured?', 'is this legit', 'tienen licencia?'],
  numbers: ['whats his number', 'can i call him', "what's the plumber's phone number", 'cuál es su teléfono'],
  tips: ['can i tip him', 'tip him 20', 'acepta propina?'],
} as const;

const OTHER = [
  'cancel',
  'i need to cancel',
  'cancel thursday please',
  'cancel it, my husband fixed it',
  'im not free thursday please cancel',
  'i cant pay have to cancel',
  'dont charge me, cancel it',
  'ya pago, quiero cancelar',
  'if i cant be home use the gate code 4411',
  'insurance adjuster says the roof has hail damage',
  'install a receipt printer shelf',
  'he gave no receipt and it was dirty',
  'no quiero cancelar nada',
  'quiero cancelar la cita',
  'kitchen sink leaking, do you take cash',
  'my card was declined',
  'he charged me twice',
  'the breaker tips when the oven is on',
  'need a licensed electrician for a new panel',
  'call him',
  'my number is 512 555 0100',
  '1',
];

describe('a question about how it all works', () => {
  it.each(Object.entries(ASKED).flatMap(([about, texts]) => texts.map((text) => [about, text])))(
    '%s: %s',
    (about, text) => {
      expect(generalQuestion(text)).toBe(about);
    },
  );

  it.each(OTHER)('is not %s', (text) => {
    expect(generalQuestion(text)).toBeNull();
  });
});
