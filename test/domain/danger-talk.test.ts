import { describe, expect, test } from 'vitest';
import { asksAbout911, saysAllClear, saysHelpIsThere } from '../../src/domain/danger-talk.ts';

describe('the danger is over', () => {
  test.each([
    'its fine now',
    "it's ok now thanks",
    'we are all outside',
    'we got out',
    'everyone is safe',
    'all good now',
    'i turned off the breaker',
    'power is off',
    'it stopped',
    'no more sparks',
    'not sparking anymore',
    'the smell is gone',
    'false alarm',
    'ya no hay chispas',
    'ya paró',
    'todo bien',
    'ya estamos afuera',
    'bajé el interruptor',
  ])('%s', (words) => {
    expect(saysAllClear(words)).toBe(true);
  });
  test.each([
    'is it fine now?',
    'its not fine',
    'breaker is off but still hot',
    'hurry please',
    'when can he come',
    'i cant turn it off',
    'sparks everywhere',
    'no puedo apagarlo',
    'sigue saliendo humo',
  ])('not: %s', (words) => {
    expect(saysAllClear(words)).toBe(false);
  });
});

test.each([
  'should i call 911',
  'do i need to call 911?',
  'is this an emergency',
  '¿debo llamar al 911?',
  'llamo a los bomberos?',
])('asks: %s', (words) => {
  expect(asksAbout911(words)).toBe(true);
});
test.each(['call 911', 'i called 911', 'necesito una ambulancia', 'tengo que llamar al 911'])(
  'does not ask: %s',
  (words) => {
    expect(asksAbout911(words)).toBe(false);
  },
);
test.each(['i called 911', 'the ambulance is here', 'ya llamé al 911', 'los bomberos vienen'])('help: %s', (words) => {
  expect(saysHelpIsThere(words)).toBe(true);
});
