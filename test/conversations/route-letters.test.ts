import { routeEvent } from '../../src/conversations/route-letter.ts';
import { letters } from '../machines/job-letters.ts';
import { describe, expect, test } from 'vitest';
import type { Event } from '../../src/machines/events.ts';
import { desk, sinkJob, fenceJob, offer, visit, to } from './route-world.ts';

describe('letters', () => {
  const job = sinkJob('awaitingProvider');
  test('a booking’s letters find its job; the first one begins it', () => {
    for (const letter of letters) {
      const event = { ...letter, bookingId: 'b7' } as Event;
      expect(routeEvent([desk, fenceJob('booked'), job], event)).toEqual(to(job));
      const unknown = letter.type === 'search.started' ? { to: 'start', machine: 'job' } : null;
      expect(routeEvent([desk], event)).toEqual(unknown);
    }
  });
  test('a provider’s letters', () => {
    const machines = [offer('K7'), visit('K7', 'booked')];
    expect(routeEvent(machines, { type: 'offer.won', bookingId: 'bK7' })).toEqual(to(machines[0]!));
    expect(routeEvent(machines, { type: 'visit.remembered', bookingId: 'bK7', moment: 'soon' })).toEqual(
      to(machines[1]!),
    );
    expect(routeEvent([desk], { type: 'visit.overdue', bookingId: 'bK7' })).toBeNull();
  });
  test('what names no booking is for nobody in particular', () => {
    expect(routeEvent([job], { type: 'draft.idled' })).toBeNull();
  });
});
