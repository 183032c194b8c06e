import { describe, expect, it } from 'vitest';
import { understand } from '../../src/language/understand.ts';

const read = (text: string) =>
  understand(text, { now: '2026-06-09T09:40', zone: 'America/Chicago', language: null, asked: null });

describe('what providers answer', () => {
  it.each([
    ['Y', 'accept', null],
    ['y k7', 'accept', 'K7'],
    ['Yes K7', 'accept', 'K7'],
    ['K7 Y', 'accept', 'K7'],
    ['Yk7', 'accept', 'K7'],
    ['sí K7', 'accept', 'K7'],
    ['N K7', 'decline', 'K7'],
    ['n', 'decline', null],
    ['no puedo', 'decline', null],
    ['OTW', 'onMyWay', null],
    ['otw k7', 'onMyWay', 'K7'],
    ['on my way', 'onMyWay', null],
    ['voy en camino', 'onMyWay', null],
    ['HERE', 'here', null],
    ["i'm here", 'here', null],
    ['ya llegué', 'here', null],
    ['DONE', 'done', null],
    ['done m42', 'done', 'M42'],
    ['listo', 'done', null],
    ['terminé', 'done', null],
    ['JOBS', 'jobs', null],
    ['trabajos', 'jobs', null],
    ['JOIN', 'join', null],
    ['quiero trabajar con ustedes', 'join', null],
    ['payout', 'pay', null],
  ])('%s', (text, word, code) => {
    expect([read(text).word, read(text).code]).toEqual([word, code]);
  });

  it.each(['yes my sink is leaking', 'here is my address', 'done deal but when', 'the job is not done'])(
    'a sentence is no word: %s',
    (text) => {
      expect(read(text).word).toBeNull();
    },
  );
});

describe('booking codes', () => {
  it.each([
    ['K7', 'K7'],
    ['m42', 'M42'],
    ['cancel AB23', 'AB23'],
    ['move k7 to friday', 'K7'],
    ['3pm', null],
    ['Y7', null],
    ['K1', null],
    ['buy A4 paper for the office', null],
    ['R22 refrigerant leak', null],
    ['before b4 noon', null],
  ])('%s', (text, code) => {
    expect(read(text).code).toBe(code);
  });

  it('does not read the digits of a code as a time', () => {
    expect(read('otw K7').when).toBeNull();
    expect(read('move K7 to friday at 3').when?.windows[0]?.start).toBe('2026-06-12T15:00');
  });
});
