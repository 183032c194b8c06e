import { afterEach, expect, it, vi } from 'vitest';
import { makeClock } from '../../src/conversations/clock.ts';

afterEach(() => {
  vi.useRealTimers();
});

const HOUR = 3_600_000;

it('is real time plus an offset that only grows', () => {
  const clock = makeClock();
  expect(Math.abs(clock.now().getTime() - Date.now())).toBeLessThan(50);
  clock.advance(HOUR);
  clock.advance(10);
  expect(clock.offsetMs()).toBe(HOUR);
  expect(Math.abs(clock.now().getTime() - Date.now() - HOUR)).toBeLessThan(50);
});

it('ends a wait at its instant, and sooner when it is skipped over it', async () => {
  vi.useFakeTimers();
  const clock = makeClock();
  const ended: string[] = [];
  void clock.until(new Date(Date.now() + 1_000)).then(() => ended.push('short'));
  void clock.until(new Date(Date.now() + HOUR)).then(() => ended.push('long'));
  await vi.advanceTimersByTimeAsync(999);
  expect(ended).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(ended).toEqual(['short']);
  clock.advance(HOUR / 2);
  await vi.advanceTimersByTimeAsync(0);
  expect(ended).toEqual(['short']);
  clock.advance(HOUR);
  await vi.advanceTimersByTimeAsync(0);
  expect(ended).toEqual(['short', 'long']);
  expect(vi.getTimerCount()).toBe(0);
});

it('waits longer than a timer can', async () => {
  vi.useFakeTimers();
  const clock = makeClock();
  const days = 40 * 24 * HOUR;
  let isOver = false;
  void clock.until(new Date(Date.now() + days)).then(() => (isOver = true));
  await vi.advanceTimersByTimeAsync(days - 1);
  expect(isOver).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(isOver).toBe(true);
});

it('does not wait for what is past, nor for whoever has given up', async () => {
  const clock = makeClock();
  await clock.until(new Date(0));
  const end = new AbortController();
  const waiting = clock.until(new Date(Date.now() + HOUR), end.signal);
  end.abort();
  await waiting;
  await clock.until(new Date(Date.now() + HOUR), AbortSignal.abort());
});

it('tells whoever listens that it was skipped, until that is called off', () => {
  const clock = makeClock();
  let skips = 0;
  const callOff = clock.onSkip(() => (skips += 1));
  clock.advance(1);
  clock.advance(1);
  callOff();
  clock.advance(2);
  expect(skips).toBe(1);
});
