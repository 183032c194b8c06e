import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stranger, type Started, type Stranger } from '../support/npm-start.ts';

const YOU = '+15125550100';

describe('npm start, with no environment', { timeout: 120_000 }, () => {
  let here: Stranger;
  let running: Started;

  beforeAll(async () => {
    here = await stranger();
    running = here.start();
    await running.ready();
  }, 120_000);
  afterAll(() => here.cleanUp(), 60_000);

  const ask = async (path: string, body?: object) => {
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body ?? {}),
    };
    const answer = await fetch(here.sandboxUrl + path, body === undefined ? {} : init);
    return await answer.json();
  };
  const texts = `/phones/${encodeURIComponent(YOU)}/texts`;
  const heard = async () =>
    ((await ask(texts)) as { texts: { direction: string; body: string }[] }).texts
      .filter(({ direction }) => direction === 'out')
      .map(({ body }) => body);
  const says = async (body: string) => {
    await ask(texts, { body });
    await ask('/settle', {});
  };
  const isAlive = (pid: number) => {
    try {
      process.kill(pid, 0);
      return true;
    } catch {
      return false;
    }
  };
  const mongodPid = async () => {
    const run = await readFile(join(here.home, 'mongodb', 'fixline-last-run.json'), 'utf8');
    return (JSON.parse(run) as { mongodPid: number }).mongodPid;
  };

  it('says where to click, and has a city of providers', async () => {
    expect(running.told()).toContain(`Phones:     ${here.sandboxUrl}`);
    expect(running.told()).toMatch(/Dashboard: {2}http:\/\/127\.0\.0\.1:\d+\/admin .*password \S+/);
    const phones = (await ask('/phones')) as { role: string; autopilot: boolean }[];
    const providers = phones.filter(({ role }) => role === 'provider');
    expect(providers.length).toBeGreaterThanOrEqual(60);
    expect(providers.every(({ autopilot }) => autopilot)).toBe(true);
  });

  it('is there for this machine only: everybody knows the secrets of its sandbox', async () => {
    const url = new URL(/http:\/\/127\.0\.0\.1:\d+(?=\/admin)/.exec(running.told())?.[0] ?? '');
    expect((await fetch(`${url.origin}/readyz`)).status).toBe(200);
    // another address of the same machine, as a neighbour on the network would use one
    await expect(fetch(`http://127.0.0.2:${url.port}/readyz`)).rejects.toThrow('fetch failed');
  });

  it('is enough for one person alone: a provider answers by himself', async () => {
    await says('Kitchen sink leaking, thursday after 3, 1204 Oak Hill Rd 78704');
    await says('1');
    // Some say no, and some nothing: then the next ones are asked.
    for (let waits = 0; waits < 40 && !/1 book/.test((await heard()).at(-1) ?? ''); waits += 1)
      await ask('/clock', { advance: 'PT5M' });
    await says('1');
    const link = (await heard()).flatMap((body) => body.match(/https?:\S+/g) ?? []).at(-1) ?? '';
    const page = await fetch(link, { redirect: 'manual' });
    await ask(new URL(page.headers.get('location') ?? '').pathname, { card: '4242424242424242' });
    await ask('/settle', {});
    expect((await heard()).at(-1)).toMatch(/^Booked/);
  });

  it('leaves nothing behind when it is killed, and knows the booking at the next start', async () => {
    const pid = await mongodPid();
    running.child.kill('SIGKILL');
    await running.ended();
    await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false);
    await expect
      .poll(
        () =>
          fetch(here.sandboxUrl).then(
            () => 'answers',
            () => 'gone',
          ),
        { timeout: 10_000 },
      )
      .toBe('gone');
    running = here.start();
    await running.ready();
    expect(running.told()).not.toContain('The database is empty');
    await says('STATUS');
    expect((await heard()).at(-1)).toMatch(/^\w+ Plumbing, .* booked/);
  });

  it('says in one sentence that a port is taken', async () => {
    const ends = async (ports: { port?: number; sandboxPort?: number }) => {
      const other = await stranger();
      const start = other.start(ports);
      expect(await start.ended()).toBe(1);
      await other.cleanUp();
      return start.told();
    };
    const [app, sandbox] = await Promise.all([ends({ port: here.port }), ends({ sandboxPort: here.sandboxPort })]);
    expect(app).toMatch(/Fixline did not start\. PORT \d+ is taken: [^\n]*\n$/);
    expect(sandbox).toMatch(/Fixline did not start\. SANDBOX_PORT \d+ is taken by another sandbox: [^\n]*\n$/);
  });
});
