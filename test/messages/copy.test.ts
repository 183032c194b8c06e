import { readdir } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { CATALOG, type CopyKey } from '../../src/messages/catalog.ts';
import type { Lead } from '../../src/messages/copy/lead.ts';
import { PLAIN } from '../../src/messages/en/lead.ts';
import { render } from '../../src/messages/render.ts';
import { isGsm7, segmentCount } from '../../src/messages/segments.ts';

type Params = Parameters<typeof render>[2];
type Sample = { readonly typical: Params; readonly longest: Params };

const samples = new Map<CopyKey, Sample>();
for (const file of await readdir(new URL('./samples', import.meta.url))) {
  const exported = (await import(/* @vite-ignore */ `./samples/${file}`)) as Record<string, object>;
  const sets = Object.entries(exported).filter(([name]) => name.endsWith('Samples'));
  for (const [key, sample] of sets.flatMap(([, set]) => Object.entries(set)))
    samples.set(key as CopyKey, sample as Sample);
}

const languages = ['en', 'es'] as const;
/** What the carriers read as "no more texts": none of them may be an answer that we ask for. */
const blocked = /\b(CANCEL|END|QUIT|STOPALL|UNSUBSCRIBE|REVOKE|OPTOUT|CANCELAR|ALTO|BAJA|PARAR)\b/;

test('every text has its samples, and nothing else has', () => {
  const written = Object.keys(CATALOG.en).filter((key) => !key.endsWith('.placeholder'));
  expect([...samples.keys()].sort()).toEqual(written.sort());
  expect(Object.keys(CATALOG.es).sort()).toEqual(Object.keys(CATALOG.en).sort());
});

describe.each(languages)('every text in %s', (language) => {
  test.each([...samples])('%s', (key, { typical, longest }) => {
    for (const params of [typical, longest]) {
      const text = render(language, key, params);
      expect(text.trim()).not.toBe('');
      expect(text).not.toMatch(/undefined|null|NaN|\[object| {2}/);
      expect(text).not.toMatch(blocked);
      expect([text, isGsm7(text)]).toEqual([text, true]);
      expect([text, segmentCount(text) <= 2]).toEqual([text, true]);
    }
  });
});

test('whatever stands before a question, it stays within two segments', () => {
  const led = [...samples].filter(([, { typical }]) => 'lead' in typical);
  expect(led.length).toBeGreaterThan(10);
  const when = { windows: [{ start: '2026-12-30T15:00', end: null }], precision: 'time', bound: 'after' } as const;
  const leads: readonly Lead[] = [
    ...(Object.keys(PLAIN) as (keyof typeof PLAIN)[]),
    { priceOf: 'plumbing' },
    { kept: { when, area: null } },
  ];
  const tooLong = languages.flatMap((language) =>
    led.flatMap(([key, { typical }]) =>
      leads.map((lead) => render(language, key, { ...typical, lead })).filter((text) => segmentCount(text) > 2),
    ),
  );
  expect(tooLong).toEqual([]);
});

test('what each text costs, in segments: usual / longest', () => {
  const cost = Object.fromEntries(
    [...samples]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([key, sample]) => [
        key,
        languages
          .map((language) =>
            [sample.typical, sample.longest].map((params) => segmentCount(render(language, key, params))).join('/'),
          )
          .join(' '),
      ]),
  );
  expect(cost).toMatchSnapshot();
});

test('the words themselves, as people read them', () => {
  const texts = [...samples]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(
      ([key, { typical }]) => `${key}\n  ${languages.map((language) => render(language, key, typical)).join('\n  ')}`,
    );
  expect(texts.join('\n')).toMatchSnapshot();
});
