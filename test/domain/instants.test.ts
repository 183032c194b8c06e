import { describe, expect, it } from 'vitest';
import { localMinute, minutesAfter } from '../../src/domain/instants.ts';

describe('the local minute', () => {
  it.each([
    ['2026-11-26T21:05:59Z', 'America/Chicago', '2026-11-26T15:05'],
    ['2026-03-08T07:59:00Z', 'America/Chicago', '2026-03-08T01:59'],
    ['2026-03-08T08:00:00Z', 'America/Chicago', '2026-03-08T03:00'],
    ['2026-11-01T06:30:00Z', 'America/Chicago', '2026-11-01T01:30'],
    ['2026-11-01T07:30:00Z', 'America/Chicago', '2026-11-01T01:30'],
    ['2026-10-03T15:30:00Z', 'Australia/Lord_Howe', '2026-10-04T02:30'],
    ['2026-01-01T00:00:00Z', 'America/St_Johns', '2025-12-31T20:30'],
  ])('of %s in %s is %s', (at, zone, local) => {
    expect(localMinute(new Date(at), zone)).toBe(local);
  });

  it('does not know a zone that is none', () => {
    expect(() => localMinute(new Date(), 'Mars/Olympus')).toThrow(RangeError);
  });
});

describe('minutes after an instant', () => {
  it('are real time, without a fraction where there was none', () => {
    expect(minutesAfter('2026-11-01T05:59:00Z', 121)).toBe('2026-11-01T08:00:00Z');
    expect(minutesAfter('2026-11-01T05:59:00.250Z', -1)).toBe('2026-11-01T05:58:00.250Z');
  });

  it('of no instant are an error', () => {
    expect(() => minutesAfter('tomorrow', 5)).toThrow(RangeError);
  });
});
