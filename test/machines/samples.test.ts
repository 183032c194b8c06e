import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { REGISTRY } from '../../src/machines/registry.ts';
import { step } from '../../src/machines/step.ts';
import { upgraded } from '../../src/machines/upgrade.ts';
import { MACHINES, tell, type Samples } from './stories.ts';

const FOLDER = join(import.meta.dirname, 'samples');
const frozen = readdirSync(FOLDER).map((name) => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Samples);

const ADVICE =
  'What this machine stores has changed. Once released: give it a new version, an upgrade (src/machines/upgrade.ts) and new samples. Before: npm run samples.';

/** Keys and types of what is stored; whatever may be null is what it is otherwise. */
const shapeOf = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.length === 0 ? [] : [shapeOf(value[0])];
  if (value === null || typeof value !== 'object') return value === null ? null : typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shapeOf(part)]));
};

describe.each(frozen)('$machine of version $version', ({ machine, samples, version }) => {
  test.each(samples)('$stored.value is restored, and goes on', ({ event, stored, value }) => {
    const today = upgraded(stored, REGISTRY[machine].version);
    expect(Object.keys(REGISTRY[machine].machine.states)).toContain(today.value);
    const after = step(stored, event).machine;
    expect([after.version, after.value]).toEqual([
      REGISTRY[machine].version,
      version === after.version ? value : after.value,
    ]);
  });
});

test.each(MACHINES)('%s has samples of its version, and stores no other states and no other context', (machine) => {
  const today = tell(machine);
  const known = frozen.find((sample) => sample.machine === machine && sample.version === today.version);
  expect(known?.states, ADVICE).toEqual(today.states);
  const shapes = ({ samples }: Samples) =>
    samples.map(({ stored }) => ({ ...stored, context: shapeOf(stored.context) }));
  expect(known === undefined ? [] : shapes(known), ADVICE).toEqual(shapes(today));
});
