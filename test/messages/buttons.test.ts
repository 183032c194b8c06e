import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { buttonTitles } from '../../src/messages/buttons.ts';
import { isGsm7 } from '../../src/messages/segments.ts';
import { window } from './samples/sample.ts';

const samples = async (): Promise<readonly (readonly [string, object])[]> => {
  const files = await readdir(new URL('./samples', import.meta.url));
  const modules = (await Promise.all(files.map((file) => import(/* @vite-ignore */ `./samples/${file}`)))) as object[];
  const sets = modules.flatMap((exported) => Object.entries(exported).filter(([name]) => name.endsWith('Samples')));
  return sets.flatMap(([, set]) => Object.entries(set as Readonly<Record<string, object>>));
};

test('every button has words of at most 20 characters, never a bare number', async () => {
  const titles = (await samples()).flatMap(([key, sample]) =>
    Object.values(sample).flatMap((params) =>
      (['en', 'es'] as const).flatMap((language) => buttonTitles(language, key as 'job.proposed', params as never)),
    ),
  );
  expect(titles.length).toBeGreaterThan(60);
  expect(titles.filter((title) => title.length > 20 || /^\d*$/.test(title) || !isGsm7(title))).toEqual([]);
});

test('times are said in the longest form that fits', () => {
  const long = { ...window, start: '2026-12-30T16:30:00Z', end: '2026-12-30T18:30:00Z' };
  const titles = (windows: readonly (typeof window)[]) =>
    buttonTitles('en', 'job.askOtherTime', { lead: 'none', windows });
  expect(titles([window])).toEqual(['Thu Nov 26, 3-5 pm']);
  expect(titles([window, long])).toEqual(['Thu Nov 26 3 pm', 'Wed Dec 30 10:30 am']);
});
