import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Candidate } from '../../src/domain/provider.ts';
import { candidateOf, rankCandidates, worthOf } from '../../src/domain/rank.ts';

const candidate = (providerId: string, part: Partial<Candidate> = {}): Candidate => ({
  providerId,
  thread: `sms:${providerId}`,
  name: providerId,
  language: 'en',
  ratingInTenths: 47,
  ratings: 40,
  meters: 5_000,
  rateInCents: 12_900,
  zone: 'America/Chicago',
  ...part,
});
const order = (...candidates: readonly Candidate[]) => rankCandidates(candidates).map(({ providerId }) => providerId);

test('the better rated and the nearer come first', () => {
  expect(order(candidate('b', { ratingInTenths: 40 }), candidate('a'))).toEqual(['a', 'b']);
  expect(order(candidate('far', { meters: 30_000 }), candidate('near', { meters: 2_000 }))).toEqual(['near', 'far']);
});

test('one five-star rating does not beat many good ones', () => {
  const one = candidate('one', { ratingInTenths: 50, ratings: 1 });
  const many = candidate('many', { ratingInTenths: 49, ratings: 120 });
  expect(worthOf(many)).toBeGreaterThan(worthOf(one));
});

test('the best newcomer is among the first three', () => {
  const known = ['a', 'b', 'c', 'd'].map((id) => candidate(id, { ratingInTenths: 49, ratings: 100 }));
  const fresh = candidate('new', { ratingInTenths: null, ratings: 0 });
  expect(order(...known, fresh)).toEqual(['a', 'b', 'new', 'c', 'd']);
  expect(order(...known, fresh, candidate('newer', { ratingInTenths: null, ratings: 0, meters: 9_000 }))[2]).toBe(
    'new',
  );
});

test('the same candidates come in the same order, none lost', () => {
  const some = fc.uniqueArray(
    fc.record({
      id: fc.string({ minLength: 1, maxLength: 4 }),
      stars: fc.integer({ min: 10, max: 50 }),
      ratings: fc.nat(50),
      meters: fc.nat(50_000),
    }),
    { selector: ({ id }) => id, maxLength: 12 },
  );
  fc.assert(
    fc.property(some, fc.nat(), (rows, turn) => {
      const all = rows.map(({ id, stars, ratings, meters }) =>
        candidate(id, { ratings, meters, ratingInTenths: ratings === 0 ? null : stars }),
      );
      const at = turn % Math.max(1, all.length);
      const turned = [...all.slice(at), ...all.slice(0, at)];
      expect(order(...turned)).toEqual(order(...all));
      expect(order(...all).sort()).toEqual(all.map(({ providerId }) => providerId).sort());
    }),
    { seed: 9 },
  );
});

test('a found provider becomes a candidate', () => {
  const day = [{ fromMinute: 480, toMinute: 1_020 }];
  const profile = {
    name: 'Dana',
    business: null,
    thread: 'sms:+17375550101',
    languages: ['es'],
    trades: ['plumbing'],
    zip: '78704',
    lat: 30,
    lon: -97,
    zone: 'America/Chicago',
    radiusInMeters: 16_000,
    hours: [day, day, day, day, day, [], []],
    rateInCents: 12_900,
    takesEmergencies: false,
    maxVisitsADay: 3,
  } as const;
  expect(candidateOf({ providerId: 'p1', profile, meters: 4_828.4, ratingSum: 14, ratings: 3 })).toEqual({
    providerId: 'p1',
    thread: 'sms:+17375550101',
    name: 'Dana',
    language: 'es',
    ratingInTenths: 47,
    ratings: 3,
    meters: 4_828,
    rateInCents: 12_900,
    zone: 'America/Chicago',
  });
  expect(candidateOf({ providerId: 'p1', profile, meters: 1, ratingSum: 0, ratings: 0 }).ratingInTenths).toBeNull();
});
