import { expect, it } from 'vitest';
import { SCHEMA } from '../../src/domain/actor.ts';
import { REGISTRY } from '../../src/machines/registry.ts';

/**
 * The versions of all machines in each schema of the actors' documents, from the first on. A machine that gets a new version makes a new
 * schema: else a process of the release before would take up what it cannot read. A row that has shipped never changes.
 */
const SCHEMAS = [
  { request: 1, job: 1, desk: 1, offer: 1, visit: 1, booking: 1, membership: 1 },
  { request: 1, job: 1, desk: 1, offer: 1, visit: 1, booking: 2, membership: 1 },
];

it('rises whenever the version of a machine does', () => {
  expect(SCHEMAS).toHaveLength(SCHEMA);
  const versions = Object.entries(REGISTRY).map(([name, { version }]) => [name, version]);
  expect(Object.fromEntries(versions)).toEqual(SCHEMAS.at(-1));
});
