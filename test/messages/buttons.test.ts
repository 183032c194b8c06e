import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { buttonTitles } from '../../src/messages/buttons.ts';
import { isGsm7 } from '../../src/messages/segments.ts';
import { window } from './samples/sample.ts';

test('every button has words of at most 20 characters, no two alike, never a bare number', async () => {
  let titled = 0;
  for (const file of await readdir(new URL('./samples', import.meta.url))) {
    const exported = (await import(/* @vite-ignore */ `./samples/${file}`)) as Record<string, object>;
    const sets = Object.entries(exported).filter(([name]) => name.endsWith('Samples'));
    for (const [key, sample] of sets.flatMap(([, set]) => Object.entries(set)))
      for (const language of ['en', 'es'] as const)
        for (const params of Object.values(sample as object)) {
          const titles = buttonTitles(language, key as 'job.proposed', params as never);
          titled += titles.length;
          expect([key, titles.filter((title) => title.length > 20 || /^\d*$/.test(title) || !isGsm7(title))]).toEqual([
            key,
            [],
          ]);
        }
  }
  expect(titled).toBeGreaterThan(60);
});

test('times are said in the longest form that fits', () => {
  const long = { ...window, start: '2026-12-30T16:30:00Z', end: '2026-12-30T18:30:00Z' };
  const titles = (windows: readonly (typeof window)[]) =>
    buttonTitles('en', 'job.askOtherTime', { lead: 'none', windows });
  expect(titles([window])).toEqual(['Thu Nov 26, 3-5 pm']);
  expect(titles([window, long])).toEqual(['Thu Nov 26 3 pm', 'Wed Dec 30 10:30 am']);
});
