import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoCity } from '../../src/domain/demo-city.ts';
import { stranger, type Stranger } from '../support/npm-start.ts';

describe('a first start that is killed while the demo city is joining', { timeout: 120_000 }, () => {
  let here: Stranger;

  beforeAll(async () => {
    here = await stranger();
  });
  afterAll(() => here.cleanUp(), 60_000);

  const shown = async () => {
    const answer = await fetch(`${here.sandboxUrl}/phones`);
    const phones = (await answer.json()) as { role: string; label: string }[];
    return phones.filter(({ role }) => role === 'provider').length;
  };
  /** At Stripe: who has an account, and how it stands. */
  const accounts = async () => {
    const answer = await fetch(`${here.sandboxUrl}/books`);
    const books = (await answer.json()) as { accounts: { status: string; metadata: { provider: string } }[] };
    return books.accounts.map(({ status, metadata }) => `${metadata.provider} ${status}`).sort();
  };

  it('is finished by the next one, and the third has nothing to do', async () => {
    const city = demoCity();
    const all = city.length;
    const first = here.start();
    await expect.poll(() => shown().catch(() => 0), { timeout: 60_000, interval: 10 }).toBeGreaterThan(0);
    const atTheEnd = await shown();
    first.child.kill('SIGKILL');
    await first.ended();
    expect(atTheEnd).toBeLessThan(all);
    expect(first.told()).not.toContain('providers have joined');

    const second = here.start();
    await second.ready();
    expect(second.told()).toContain(`${String(all)} providers have joined`);
    expect(await shown()).toBe(all);
    expect(await accounts()).toEqual(city.map(({ providerId }) => `${providerId} active`).sort());
    second.child.kill('SIGTERM');
    await second.ended();

    const third = here.start();
    await third.ready();
    expect(third.told()).not.toContain('joining');
  });
});
