import { expect, test } from 'vitest';
import type { Opening } from '../../src/messages/copy/opening.ts';
import { openingEn } from '../../src/messages/en/opening.ts';
import { render } from '../../src/messages/render.ts';
import { isGsm7, segmentCount } from '../../src/messages/segments.ts';
import { offerSamples } from './samples/offer.ts';
import { visitSamples } from './samples/visit.ts';

const samples = Object.entries({ ...offerSamples, ...visitSamples });
const opened = samples.filter(([, { typical }]) => 'opening' in typical);
const openings = Object.keys(openingEn) as Opening[];
type Key = Parameters<typeof render>[1];

test.each(['en', 'es'] as const)('however a text to a provider begins, it is two segments at most (%s)', (language) => {
  expect(opened.length).toBeGreaterThan(15);
  const texts = opened.flatMap(([key, { longest }]) =>
    openings.map((opening) => render(language, key as Key, { ...longest, opening })),
  );
  expect(texts.filter((text) => !isGsm7(text) || segmentCount(text) > 2)).toEqual([]);
});

// The words to reply with are named only where they are the next thing to do: people, and programs, do what they read.
const NEXT: Readonly<Record<string, RegExp>> = {
  'offer.made': /Y K7.*N K7/,
  'offer.waits': /Y K7.*N K7/,
  'visit.approached': /OTW K7/,
  'visit.soon': /OTW K7/,
  'visit.overdue': /HERE K7/,
  'visit.departed': /HERE K7/,
  'visit.arrived': /DONE K7/,
};

test.each(['en', 'es'] as const)('reply words stand only where they are the next thing to do (%s)', (language) => {
  for (const [key, { typical }] of samples) {
    const text = render(language, key as Key, typical as never);
    const next = NEXT[key];
    if (next === undefined) expect(text).not.toMatch(/\b(Y|N|OTW|HERE|DONE) K7/);
    else expect(text).toMatch(next);
  }
});
