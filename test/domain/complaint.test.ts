import { describe, expect, test } from 'vitest';
import { complains, mayBeReported, tellsOfHarm } from '../../src/domain/complaint.ts';

describe('work that went wrong', () => {
  test.each([
    'its leaking again',
    'it is STILL leaking',
    'the sink still doesnt drain',
    'it stopped working again',
    'the leak is back, its dripping',
    'he did a terrible job',
    'not fixed',
    'he didnt fix it',
    'made it worse',
    'he left without finishing',
    'se fue sin terminar',
    'its only half done',
    'he left a mess everywhere',
    'sigue goteando',
    'está goteando otra vez',
    'volvió a gotear',
    'no quedó bien',
    'no lo arregló',
    'quedó peor',
  ])('%s', (words) => {
    expect([complains(words), tellsOfHarm(words)]).toEqual([true, words === 'he left a mess everywhere']);
  });
  test.each([
    'it broke my cabinet',
    'he broke my cabinet',
    'the plumber scratched the floor',
    'they just cracked our tile',
    'your guy damaged my door',
    'me rompió el gabinete',
    'el plomero rayó el piso',
    'rompieron mi puerta',
  ])('harm: %s', (words) => {
    expect([complains(words), tellsOfHarm(words)]).toEqual([true, true]);
  });
  test.each([
    'kitchen sink leaking',
    'my toilet, it broke',
    'the kids broke my window',
    'my cabinet is broken',
    'se me rompió la llave del baño',
    'se rompió el tubo',
    'can he come again next week',
    'still waiting',
    'all good, thanks again',
    'todo bien, gracias otra vez',
    'need a new faucet',
  ])('none: %s', (words) => {
    expect(complains(words)).toBe(false);
  });
});

test('what went wrong is reported within a week', () => {
  const ended = '2026-11-20T15:00:00Z';
  expect(mayBeReported(ended, '2026-11-27T14:59:00Z')).toBe(true);
  expect(mayBeReported(ended, '2026-11-27T15:00:00Z')).toBe(false);
});
