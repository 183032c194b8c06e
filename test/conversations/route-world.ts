// Threads with something open, and what is said in them.
import type { Thread } from '../../src/conversations/targets.ts';
import type { Reading } from '../../src/domain/reading.ts';
import { type MachineName } from '../../src/machines/registry.ts';
import type { StoredMachine } from '../../src/machines/stored.ts';
import { now, reading, trade } from '../machines/talk.ts';

export const zone = 'America/Chicago';
export const windowAt = (start: string) => ({ start, end: start, zone });
export const stored = (
  machine: MachineName,
  value: string,
  context: { readonly code?: string; readonly [key: string]: unknown } = {},
): StoredMachine => ({
  id: `${machine}-${context.code ?? value}`,
  machine,
  version: 1,
  value,
  context,
});

export const desk: StoredMachine = { ...stored('desk', 'attending'), id: 'desk' };
export const draft = stored('request', 'askingPlace');
export const sinkJob = (value: string) =>
  stored('job', value, { code: 'K7', bookingId: 'b7', job: { trade: 'plumbing' } });
export const fenceJob = (value: string) =>
  stored('job', value, { code: 'M4', bookingId: 'b4', job: { trade: 'fence_deck' } });
export const offer = (code: string, value = 'deciding') => stored('offer', value, { code, bookingId: `b${code}` });
export const visit = (code: string, value: string, start = '2026-11-26T21:00:00Z') =>
  stored('visit', value, { code, bookingId: `b${code}`, window: windowAt(start) });

export const thread = (machines: readonly StoredMachine[], rest: Partial<Thread> = {}): Thread => ({
  machines: [desk, ...machines],
  asked: null,
  isProvider: false,
  now,
  ...rest,
});
export const asking = (machine: StoredMachine): Thread['asked'] => ({
  conversation: machine.id,
  state: machine.value,
  kind: 'choice',
  options: ['1', '2', '3'],
});
export const to = (machine: StoredMachine) => ({ to: 'conversation', id: machine.id });
export const begin = { to: 'start', machine: 'request' };
export const front = { to: 'desk' };
export const says = (words: string, part: Partial<Reading> = {}) => reading(words, part);

export const sinkLeaks = says('sink leaks', { intent: 'job', categories: [trade('plumbing')] });
export const fenceFell = says('my fence fell', { intent: 'job', categories: [trade('fence_deck')] });
export const one = says('1', { intent: 'choose', choice: 1 });
export const yesWord = says('y', { intent: 'yes', word: 'accept' });
