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
    ['no puedo', 'cannot', null],
    ['OTW', 'onMyWay', null],
    ['otw k7', 'onMyWay', 'K7'],
    ['on my way', 'onMyWay', null],
    ['dont cancel im on my way', 'onMyWay', null],
    ['voy en camino', 'onMyWay', null],
    ['HERE', 'here', null],
    ["i'm here", 'here', null],
    ['ya llegué', 'here', null],
    ['DONE', 'done', null],
    ['done m42', 'done', 'M42'],
    ['sorry forgot, done an hour ago', 'done', null],
    ['perdón, ya terminé', 'done', null],
    ['not done yet', null, null],
    ['listo', 'done', null],
    ['terminé', 'done', null],
    ['JOBS', 'jobs', null],
    ['trabajos', 'jobs', null],
    ['JOIN', 'join', null],
    ['quiero trabajar con ustedes', 'join', null],
    ['payout', 'pay', null],
    ['running late', 'late', null],
    ['LATE K7 20', 'late', 'K7'],
    ['20 min late', 'late', null],
    ['K7 15 min late', 'late', 'K7'],
    ["sorry I'm running about half an hour late", 'late', null],
    ['stuck in traffic', 'late', null],
    ['voy 15 min tarde K7', 'late', 'K7'],
    ['estoy atorado en el tráfico', 'late', null],
    ['nobody home', 'nobodyHome', null],
    ['nobody home K7', 'nobodyHome', 'K7'],
    ['no one answers the door', 'nobodyHome', null],
    ['I knocked twice, no answer', 'nobodyHome', null],
    ['nadie abre la puerta', 'nobodyHome', null],
    ['el cliente no contesta', 'nobodyHome', null],
    ["CAN'T K7", 'cannot', 'K7'],
    ['can\u2019t make it', 'cannot', null],
    ['Sorry, I won\u2019t be able to make it today', 'cannot', null],
    ['I have to cancel', 'cannot', null],
    ['NO PUEDO K7', 'cannot', 'K7'],
    ['no voy a poder ir', 'cannot', null],
    ['cant make it, sorry, the van died', 'cannot', null],
    ['my kid is sick so i cant come', 'cannot', null],
    ['i cant do M42', 'cannot', 'M42'],
    ['cant make M42 got a flat', 'cannot', 'M42'],
    ['gotta cancel M42 sorry', 'cannot', 'M42'],
    ['no puedo ir, mi hija está enferma', 'cannot', null],
    ['no puedo hacer M42', 'cannot', 'M42'],
    ['se me ponchó una llanta, no voy a poder llegar', 'cannot', null],
    ['im done with M42', 'done', 'M42'],
    ['all done w m42 boss', 'done', 'M42'],
    ['finished up here', 'done', null],
    ['ya terminé con M42', 'done', 'M42'],
    ['ya quedó listo todo', 'done', null],
    ['omw, 20 min out', 'onMyWay', null],
    ['otw M42 about 15 mins', 'onMyWay', 'M42'],
    ["on my way, I'll be there in 5", 'onMyWay', null],
    ['20 minutes away', 'onMyWay', null],
    ['voy en camino, llego en 20', 'onMyWay', null],
    ["I'm in the driveway", 'here', null],
    ['im at the gate now', 'here', null],
    ['at the front door', 'here', null],
    ['parked in front of the house', 'here', null],
    ['estoy en el portón', 'here', null],
    ['ya llegué, estoy atrás', 'here', null],
    ['1 yes', 'accept', null],
    ['yeah sure', 'accept', null],
    ['yep ill do it', 'accept', null],
    ['ok M42', 'accept', 'M42'],
    ['sí, yo la hago', 'accept', null],
  ])('%s', (text, word, code) => {
    expect([read(text).word, read(text).code]).toEqual([word, code]);
  });

  it.each([
    'yes my sink is leaking',
    'here is my address',
    'done deal but when',
    'the job is not done',
    "can't get in",
    'no puedo entrar',
    'late at night it drips',
    'nobody home until 5',
    "I can't do it before 4",
    "can't find the house",
    "can't make it on time",
    "can't make it tomorrow, how about friday",
    "can't make it work for that price",
    "the customer says she can't make it",
    "what if i can't make it",
    'no puedo ir antes de las 4',
    'no puedo llegar a tiempo',
    "can't make it until 5 sorry",
    'the leak is in the back of the house',
    'not done with M42',
    '1',
  ])('a sentence is no word: %s', (text) => {
    expect(read(text).word).toBeNull();
  });
});

/** A row that a pattern tries in every way at once would outlast the test itself. */
it('comes to an end with a hostile row of numbers', () => {
  for (const row of [
    '1 '.repeat(40),
    'a bit '.repeat(13),
    '20 20 20 '.repeat(9),
    'yes it '.repeat(11),
    'otw ' + '20 '.repeat(25),
  ])
    expect(read(row).word).toBeNull();
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
