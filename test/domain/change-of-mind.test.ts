import { describe, expect, it } from 'vitest';
import { keepsIt, wantsItBack } from '../../src/domain/change-of-mind.ts';

describe('keepsIt', () => {
  it.each([
    "please don't cancel",
    'do not drop it',
    'I dont want to cancel',
    'Oops, i didnt mean to cancel',
    'not canceling, just late',
    'no lo cancele por favor',
    'no me cancelen ya voy',
    'No quiero cancelar',
  ])('%s', (words) => {
    expect(keepsIt(words)).toBe(true);
    expect(wantsItBack(words)).toBe(true);
  });

  it.each([
    'cancel',
    'no, cancel it',
    'No, cancele por favor',
    "I don't need it. Cancel",
    'i dont want it cancel it',
    'if not cancel it',
    'you didnt cancel it yet',
    'si no puede cancele',
    'the drain drops water, do not come',
  ])('not: %s', (words) => {
    expect(keepsIt(words)).toBe(false);
  });
});

describe('wantsItBack', () => {
  it.each([
    'sorry i still want it',
    'I changed my mind, i need it after all',
    'undo that',
    'it was by mistake',
    'siempre sí lo quiero',
    'me equivoqué, todavía lo necesito',
  ])('%s', (words) => {
    expect(wantsItBack(words)).toBe(true);
    expect(keepsIt(words)).toBe(false);
  });

  it.each(['thanks', 'i need a painter', 'ok bye', 'necesito un pintor'])('not: %s', (words) => {
    expect(wantsItBack(words)).toBe(false);
  });
});
