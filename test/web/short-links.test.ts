import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTown, type Town } from '../support/town.ts';

const HOMEOWNER = '+15125550100';
const PROVIDER = '+17375550101';
/** A Tuesday, 9:00 in Austin. */
const AT = '2035-03-06T15:00:00Z';

describe('short links', () => {
  let town: Town;
  const visit = (path: string, language = 'en-US') =>
    fetch(path.startsWith('http') ? path : town.app.url + path, {
      redirect: 'manual',
      headers: { 'accept-language': language },
    });
  const make = (purpose: string, url = 'https://pay.example/x') =>
    town.app.tools.shortLinks.make({ purpose, url, expiresAt: new Date(town.app.clock.now().getTime() + 3_600_000) });

  beforeAll(async () => {
    town = await openTown({ at: AT });
    await town.join({ number: PROVIDER });
  });
  afterAll(() => town.close());

  it('gives the same purpose the same address, however often and at once it is asked', async () => {
    const made = await Promise.all(Array.from({ length: 20 }, () => make('b1:link:1')));
    expect(new Set([...made, await make('b1:link:1', 'https://pay.example/newer')]).size).toBe(1);
    expect((await visit(made[0]!)).headers.get('location')).toBe('https://pay.example/newer');
  });

  it('cannot be guessed: ten letters by chance, nothing of what it is for', async () => {
    const made = await Promise.all(Array.from({ length: 200 }, (_, index) => make(`b2:link:${String(index)}`)));
    const tokens = made.map((url) => new URL(url).pathname.replace('/p/', ''));
    expect(new Set(tokens).size).toBe(200);
    for (const token of tokens) expect(token).toMatch(/^[2-9A-Za-z]{10}$/);
    // 56 signs at every place: a place that shows few of them would be no chance.
    for (let place = 0; place < 10; place += 1)
      expect(new Set(tokens.map((token) => token[place])).size).toBeGreaterThan(35);
  });

  it('leads to the payment page, and is what we text', async () => {
    await town.says(HOMEOWNER, 'Kitchen sink leaking, today after 4, 1204 Oak Hill Rd 78704');
    await town.says(HOMEOWNER, '1');
    await town.says(PROVIDER, 'Y');
    await town.says(HOMEOWNER, '1');
    const [link] = (await town.heard(HOMEOWNER)).flatMap((body) => body.match(/https?:\S+/g) ?? []);
    expect(link).toMatch(new RegExp(`^${town.app.url}/p/[2-9A-Za-z]{10}$`));
    const answer = await visit(link!);
    expect(answer.status).toBe(302);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('location')).toMatch(new RegExp(`^${town.sandbox.url}/pay/plink_`));
    const page = await fetch(link!, { headers: { accept: 'text/html' } });
    expect(await page.text()).toContain('Sandbox: no card is charged');
  });

  it('ends: a small page says so, in the language of the phone', async () => {
    const link = await make('b3:link:1');
    expect((await visit(link)).status).toBe(302);
    await town.skip('PT2H');
    const ended = await visit(link);
    expect(ended.status).toBe(410);
    expect(ended.headers.get('location')).toBeNull();
    expect(await ended.text()).toContain('This link has ended');
    expect(await (await visit(link, 'es-MX,es;q=0.9')).text()).toContain('Este enlace ya terminó');
  });

  it('says that it does not know a link, without a word of how it looked', async () => {
    for (const token of ['Ab2Cd3Ef4G', 'x', '..%2F..%2Fetc', '%00', 'a'.repeat(90), '{"$ne":null}']) {
      const answer = await visit(`/p/${token}`);
      expect(answer.status).toBe(404);
      expect(answer.headers.get('content-type')).toContain('text/html');
      const page = await answer.text();
      expect(page).toContain('We do not know this link');
      expect(page).not.toMatch(/Error|\bat \S+:\d+/);
    }
  });

  it('asks for patience when the store does not answer', async () => {
    const { find } = town.app.store.shortLinks;
    const silent = () => Promise.reject(new Error('no primary: mongodb://secret'));
    Object.assign(town.app.store.shortLinks, { find: silent });
    const answer = await visit('/p/Ab2Cd3Ef4G').finally(() => Object.assign(town.app.store.shortLinks, { find }));
    expect(answer.status).toBe(503);
    expect(await answer.text()).not.toContain('secret');
  });
});
