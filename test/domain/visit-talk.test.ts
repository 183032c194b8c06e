import { describe, expect, test } from 'vitest';
import { maskedWords, publicWords } from '../../src/domain/job-words.ts';
import { atTime, dayOfSpans, onDaySaid } from '../../src/domain/keep-day.ts';
import {
  asksForNewJob,
  asksForRefund,
  asksPrice,
  asksToWait,
  haggles,
  isAccessNote,
  missesSomebody,
  namesProblem,
  tellsOfExtra,
  wishesWork,
} from '../../src/domain/visit-talk.ts';

describe('how to get in, and whom to mind', () => {
  test.each([
    'hurry, i have to leave at 10',
    'we need to be at work by noon',
    'tengo que salir a las 10',
    'gate code is 4455 ring twice',
    'the code for the lockbox is 1212',
    'key is under the mat',
    'the dog is friendly',
    'we have a big dog',
    'please use the back door',
    'park in the driveway',
    'apt 4B, buzz 12',
    'you need the gate code 4455',
    'call me when you arrive',
    'the shut off valve is under the sink',
    'doorbell does not work, knock on the door',
    'el código del portón es 4455',
    'la llave está debajo del tapete',
    'hay un perro en el patio',
    'toque el timbre dos veces',
    'im running late, be there 3:30',
    'he can come in, the door is open',
  ])('%s', (words) => {
    expect(isAccessNote(words)).toBe(true);
  });
  test.each([
    'I have to be at work at 3, can he come at 5?',
    'I have to go to work thursday, friday instead',
    'tengo que irme antes, mejor el viernes',
    'my gate is broken',
    'i need my gate fixed, gate code panel too',
    'error code 4455 on the dishwasher',
    'zip code is 78704',
    'keys locked in my car',
    'install a ring doorbell',
    'la llave de la cocina gotea',
    'the garage door looks crooked',
    'thursday after 3',
    'is he running late',
  ])('none in: %s', (words) => {
    expect(isAccessNote(words)).toBe(false);
  });
});

test.each([
  ['hang on finding my card', asksToWait],
  ['ok one sec', asksToWait],
  ['un momento por favor', asksToWait],
  ["I've been waiting for 20 minutes", missesSomebody],
  ['sigo esperando', missesSomebody],
  ['cancel and refund me', asksForRefund],
  ['I want my money back!', asksForRefund],
  ['quiero que me devuelvan mi dinero', asksForRefund],
  ['can he do it for $100?', haggles],
  ["that's a lot", haggles],
  ['he is asking for my card number', tellsOfExtra],
  ['me pide efectivo', tellsOfExtra],
  ['how much to fix a faucet?', asksPrice],
  ['what do you charge', asksPrice],
  ['¿Cuánto cuesta?', asksPrice],
  ['new request', asksForNewJob],
  ['otro trabajo', asksForNewJob],
  ['also need my fence fixed', wishesWork],
  ['busco un plomero', wishesWork],
  ['the outlet is dead', namesProblem],
  ['se rompió la cerca', namesProblem],
] as const)('%s', (words, says) => {
  expect(says(words)).toBe(true);
});

test.each([
  ["I've been waiting for 20 minutes", haggles],
  ['it is so much hotter here', haggles],
  ['we will be home at 12 for like 30 min', haggles],
  ['ok good for 10', haggles],
  ['im waiting for the link', missesSomebody],
  ['he is not home until 4', missesSomebody],
  ['how much longer', asksPrice],
  ['wait list please', asksToWait],
  ['my money is on the blue team', asksForRefund],
  ['is he licensed?', wishesWork],
] as const)('not in: %s', (words, says) => {
  expect(says(words)).toBe(false);
});

describe('what others may read (I8)', () => {
  test('phones, mails and links are hidden from the pro, codes are not', () => {
    expect(maskedWords('gate 4455, cell 512-555-0188 or 555-0188, ann@home.example, https://x.example/a')).toBe(
      'gate 4455, cell *** or ***, ***, ***',
    );
  });
  test('the way in is not for those who are only asked', () => {
    expect(publicWords('Kitchen sink leaking, key is under the mat, gate code 4455')).toBe('Kitchen sink leaking');
  });
});

describe('the day that was said', () => {
  const at3 = { windows: [{ start: '2026-11-24T15:00', end: null }], precision: 'time', bound: 'at' } as const;
  test('is kept by an hour alone, over midnight too', () => {
    const late = { ...at3, isDayGuessed: true, windows: [{ start: '2026-11-24T22:00', end: '2026-11-25T01:00' }] };
    expect(onDaySaid({ ...at3, isDayGuessed: true }, '2026-11-27').windows).toEqual([
      { start: '2026-11-27T15:00', end: null },
    ]);
    expect(onDaySaid(late, '2026-11-30').windows).toEqual([{ start: '2026-11-30T22:00', end: '2026-12-01T01:00' }]);
  });
  test('gives way to a day that is named; without one the hour is the next', () => {
    expect(onDaySaid(at3, '2026-11-27')).toBe(at3);
    expect(onDaySaid({ ...at3, isDayGuessed: true }, null).windows).toEqual(at3.windows);
  });
  test('is kept by the same time too', () => {
    const friday = {
      ...at3,
      precision: 'day',
      windows: [{ start: '2026-11-27T00:00', end: '2026-11-28T00:00' }],
    } as const;
    expect(atTime(friday, '15:00', '17:00')).toMatchObject({
      precision: 'time',
      windows: [{ start: '2026-11-27T15:00', end: '2026-11-27T17:00' }],
    });
  });
  test('is one day or none', () => {
    expect(dayOfSpans([{ start: '2026-11-27T00:00', end: '2026-11-28T00:00' }])).toBe('2026-11-27');
    expect(dayOfSpans([{ start: '2026-11-28T00:00', end: '2026-11-30T00:00' }])).toBeNull();
    expect(dayOfSpans([])).toBeNull();
  });
});
