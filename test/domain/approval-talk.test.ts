import { describe, expect, it } from 'vitest';
import { approves, isSilence, saysAllGood } from '../../src/domain/approval-talk.ts';
import { understand } from '../../src/language/understand.ts';

/** As it is read where whether all is good was asked last. */
const reading = (words: string) =>
  understand(words, { now: '2026-11-24T09:10', zone: 'America/Chicago', language: null, asked: 'choice' });

describe('work is approved', () => {
  it.each([
    'all good thx',
    'Thanks, all good!',
    'looks great thank you',
    'its perfect',
    'Dana did a great job',
    'great job no leaks anymore',
    'works great, no more leaks',
    'the sink works great now',
    'no problems',
    'fixed, thank you so much',
    'works now thx',
    'my wife says its fine',
    'ya quedó',
    'bueno sí está bien',
    'muy bueno el señor',
    'best plumber ever',
    'yes pay him',
    'release the money',
    'approve it please',
    'todo bien gracias',
    'gracias quedo excelente',
    'todo bien, ya no gotea',
    'muy buen trabajo',
  ])('by: %s', (words) => {
    expect(approves(reading(words), 'Dana')).toBe(true);
  });

  it.each([
    'thanks',
    'all good but the tap still drips',
    'not good',
    'good grief its leaking still',
    'good morning',
    'have a great day',
    'todo bien pero gotea',
    'todo bien falto la llave',
    'he was here',
    'is good?',
    'is everything good',
    'did he do a good job',
    'looks good to you?',
    'great he took my wallet',
    'good thing he finally showed up 3 hours late',
    'he is good at lying',
    'he did a good job ruining my floor',
    'it is fine now, i had to call another plumber',
    'everything is good now that my husband redid it',
    'i need it fixed',
    'dont pay him',
    'who do i pay',
    'would love to have it fixed',
  ])('not by: %s', (words) => {
    expect(approves(reading(words), 'Dana')).toBe(false);
    expect(saysAllGood(words, 'Dana')).toBe(false);
  });
});

describe('silence', () => {
  it.each([
    'thanks',
    'thank you so much for everything',
    'gracias',
    'hello',
    'bye',
    'STATUS',
    'again?',
    'in spanish please',
  ])('is a courtesy, or a word to us: %s', (words) => {
    expect(isSilence(reading(words))).toBe(true);
  });
  it.each([
    'is he coming back tomorrow to finish?',
    'not sure yet',
    'im still waiting for him',
    'still waiting',
    'when is he coming back',
    'maybe',
    'taking forever',
    'how much did he charge me extra',
    'thanks for nothing',
    'thank you for ruining my floor',
    'ok thanks, where is he',
    'hello? he left',
    'help',
    'hm the van was blue',
    'sigo esperando',
  ])('is not: %s', (words) => {
    expect(isSilence(reading(words))).toBe(false);
  });
});
