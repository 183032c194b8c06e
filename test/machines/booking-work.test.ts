import { expect, test } from 'vitest';
import { after, alertsOf, fire, hear, ordered, p1, toldTo, TO_BOOKED } from './booking-world.ts';

test('a provider who came, and says nothing more, is asked, and a person is told', () => {
  const atWork = hear(after(...TO_BOOKED), { type: 'provider.arrived' });
  expect(ordered(atWork, 'setTimer')).toMatchObject([{ name: 'work.overdue', at: '2026-11-27T02:00:00Z' }]);
  const silent = fire(atWork, 'work.overdue');
  expect([silent.value, alertsOf(silent)]).toEqual(['atWork', ['workOverdue']]);
  expect(toldTo(silent, p1.thread)).toMatchObject([{ type: 'work.missed' }]);
  expect(fire(hear(atWork, { type: 'work.finished' }), 'work.overdue').isHeard).toBe(false);
});
