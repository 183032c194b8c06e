import { describe, expect, it } from 'vitest';
import { carrierWord, ownStopWord } from '../../src/domain/opt-out.ts';

describe('the words that carriers answer', () => {
  it.each(['STOP', 'stop', ' Stop ', 'STOPALL', 'unsubscribe', 'END', 'quit', 'Cancel', 'REVOKE', 'optout'])(
    '%s stops',
    (text) => {
      expect(carrierWord(text)).toBe('stop');
    },
  );

  it.each(['START', 'unstop'])('%s starts', (text) => {
    expect(carrierWord(text)).toBe('start');
  });

  it('takes YES for a start only from somebody who opted out', () => {
    expect([carrierWord('YES'), carrierWord('Yes', true)]).toEqual([null, 'start']);
  });

  it.each(['HELP', 'info'])('%s helps', (text) => {
    expect(carrierWord(text)).toBe('help');
  });

  it.each([
    'Stop!',
    'Unsubscribe.',
    'HELP!',
    'stop the leak',
    'cancel my visit',
    'please stop',
    '',
    'stop '.repeat(100),
  ])('the whole text must be the word: %s', (text) => {
    expect(carrierWord(text)).toBeNull();
  });
});

describe('the stop words that only we answer', () => {
  it.each([
    'REMOVE',
    'Alto',
    '¡PARE!',
    'basta ya',
    'stop all',
    'opt out',
    'no más mensajes',
    'Stop!',
    'STOP.',
    'Unsubscribe.',
    '"quit"',
    'opt-out',
    'please stop',
    'Stop please.',
    'Baja, por favor',
  ])('%s', (text) => {
    expect(ownStopWord(text)).toBe(true);
  });

  it.each([
    'STOP',
    'cancelar',
    'para el viernes',
    'basta con uno',
    'stop the leak',
    'please',
    'Help!',
    'cancel please',
    '',
  ])('not %s', (text) => {
    expect(ownStopWord(text)).toBe(false);
  });
});
