// Work has begun or is over: what went wrong is about it, and no new job.
import { describe, expect, test } from 'vitest';
import { route } from '../../src/conversations/route.ts';
import { now, trade } from '../machines/talk.ts';
import { begin, sinkJob, stored, thread, to, says } from './route-world.ts';

const yesterday = '2026-11-23T15:10:00Z';
const weekAgo = '2026-11-17T15:10:00Z';
const over = (value: string, at: string) =>
  stored('job', value, { code: 'K7', bookingId: 'b7', job: { trade: 'plumbing' }, now: at });
const works = (words: string, id: Parameters<typeof trade>[0]) =>
  says(words, { intent: 'job', categories: [trade(id)] });
const leaksAgain = works('its leaking again', 'plumbing');
const cabinet = works('it broke my cabinet', 'handyman');
const doubt = { ...begin, codes: ['K7'] };

describe('a complaint', () => {
  test.each(['providerArrived', 'approving', 'describingProblem', 'caseOpen', 'rating'])('in %s', (state) => {
    const job = sinkJob(state);
    expect(route(thread([job]), leaksAgain)).toEqual(to(job));
    expect(route(thread([job]), cabinet)).toEqual(to(job));
  });
  test('for a week after the stars', () => {
    const rated = over('thanked', yesterday);
    expect(route(thread([rated]), leaksAgain)).toEqual(to(rated));
    expect(route(thread([rated]), cabinet)).toEqual(to(rated));
    expect(route(thread([over('thanked', weekAgo)]), leaksAgain)).toEqual(begin);
  });
  test('of another trade may be of another thing', () => {
    expect(
      route(thread([over('thanked', yesterday)]), works('the fridge is broken again', 'appliance_repair')),
    ).toEqual(doubt);
  });
  test('before the work begins there is none', () => {
    expect(route(thread([sinkJob('awaitingProvider')]), leaksAgain)).toEqual(to(sinkJob('awaitingProvider')));
    expect(route(thread([]), leaksAgain)).toEqual(begin);
  });
});

describe('the same trade', () => {
  const clogged = works('kitchen sink is clogged', 'plumbing');
  test.each(['rating', 'thanked'])('a day after the work is asked about: %s', (state) => {
    expect(route(thread([over(state, yesterday)]), clogged)).toEqual(doubt);
  });
  test.each(['rating', 'thanked'])('a week after it is a new job: %s', (state) => {
    expect(route(thread([over(state, weekAgo)]), clogged)).toEqual(begin);
  });
  test('another one is a new job', () => {
    expect(route(thread([over('thanked', now)]), works('another sink needs a plumber', 'plumbing'))).toEqual(begin);
  });
});

test('while a person looks, what else is broken belongs to it; what is asked for does not', () => {
  const job = sinkJob('caseOpen');
  expect(route(thread([job]), works('and the floor is scratched', 'flooring'))).toEqual(to(job));
  expect(route(thread([job]), works('i need my fence fixed', 'fence_deck'))).toEqual(begin);
});
