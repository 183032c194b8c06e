// Who is asked when many are near and few are free.
import { expect, test } from 'vitest';
import { findProviders } from '../../src/conversations/effects/find-providers.ts';
import type { SearchedProvider } from '../../src/conversations/ports.ts';
import type { Tools } from '../../src/conversations/tools.ts';
import { demoCity } from '../../src/domain/demo-city.ts';
import type { OuterEffect } from '../../src/machines/effects.ts';
import { window } from '../machines/booking-world.ts';

const place = { lat: 30.25, lon: -97.76 };
const [someone] = demoCity();
const near = (index: number, isWorking: boolean): SearchedProvider => {
  const { profile } = someone!;
  const day = isWorking ? [{ fromMinute: 0, toMinute: 24 * 60 }] : [];
  const hours = [day, day, day, day, day, day, day] as const;
  return {
    providerId: `p${String(index)}`,
    meters: index * 10,
    ratingSum: 0,
    ratings: 0,
    profile: { ...profile, ...place, hours, radiusInMeters: 100_000, maxVisitsADay: 4 },
  };
};

const toolsOf = (people: readonly SearchedProvider[]) => {
  const looks: number[] = [];
  const tools = {
    clock: { now: () => new Date('2026-11-24T15:00:00Z') },
    reservations: { taken: () => Promise.resolve([]) },
    search: {
      near: ({ skip, limit }: { skip: number; limit: number }) => {
        looks.push(skip);
        return Promise.resolve(people.slice(skip, skip + limit));
      },
    },
  } as unknown as Tools;
  return { looks, tools };
};

const order: Extract<OuterEffect, { type: 'findProviders' }> = {
  ...{ type: 'findProviders', search: 1, bookingId: 'b1', trade: 'plumbing', without: [], windows: [window] },
  ...{ place, radiusInMeters: 100_000, minutes: 120, isEmergency: false },
} as never;

test('whoever is free is found behind sixty who are not', async () => {
  const people = Array.from({ length: 61 }, (_, index) => near(index, index === 60));
  const { looks, tools } = toolsOf(people);
  const outcome = await findProviders(tools, order);
  expect(outcome).toMatchObject({ answers: [{ type: 'providers.found', isCovered: true }] });
  expect(JSON.stringify(outcome)).toContain('"providerId":"p60"');
  expect(looks).toEqual([0, 60]);
});

test('nobody further is looked at when somebody near is free', async () => {
  const { looks, tools } = toolsOf(Array.from({ length: 130 }, (_, index) => near(index, true)));
  await findProviders(tools, order);
  expect(looks).toEqual([0]);
});
