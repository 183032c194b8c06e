import { describe, expect, it } from 'vitest';
import { understand } from '../../src/language/understand.ts';

const read = (text: string, asked: 'choice' | 'time' | null = null) =>
  understand(text, {
    now: '2026-06-09T09:40',
    zone: 'America/Chicago',
    language: null,
    asked: asked === null ? null : { kind: asked, options: ['1', '2', '3'] },
  });

describe('the words that our texts name', () => {
  it.each([
    ['DROP', 'dropJob', null],
    ['drop it', 'dropJob', null],
    ['Drop K7', 'dropJob', 'K7'],
    ['DEJAR', 'dropJob', null],
    ['déjalo', 'dropJob', null],
    ['CHANGE', 'change', null],
    ['CHANGE K7', 'change', 'K7'],
    ['k7 change', 'change', 'K7'],
    ['CAMBIAR K7', 'change', 'K7'],
    ['STATUS', 'status', null],
    ['Estado', 'status', null],
    ['AGENT', 'person', null],
    ['AGENTE', 'person', null],
    ['other time', 'change', null],
  ] as const)('%s', (...[text, intent, code]) => {
    expect(read(text)).toMatchObject({ intent, code });
    expect(read(text, 'choice')).toMatchObject({ intent, code });
  });

  it.each([
    ['book', 'yes'],
    ['send it', 'yes'],
    ['reservar', 'yes'],
    ['todo bien', 'yes'],
    ['try again', 'yes'],
    ['next pro', 'more'],
    ['siguiente', 'more'],
  ] as const)('%s answers a list', (text, intent) => {
    expect(read(text, 'choice').intent).toBe(intent);
  });

  it('other times are further ones while a time is asked for', () => {
    expect(read('another time', 'time').intent).toBe('more');
  });

  it('a longer text is about something else', () => {
    expect(read('drop in ceiling tile fell').intent).toBe('job');
    expect(read('change the lock on my front door').intent).toBe('job');
  });
});
