import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeVisitor, openDesk, type Desk } from './visitor.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const OPEN = new Set(['/admin/login', '/admin/assets/*']);

describe('without a login', () => {
  it('no route but the login and its looks answers anything', async () => {
    const guarded = desk.routes.filter(({ url }) => !OPEN.has(url));
    expect(guarded.map(({ url }) => url)).toEqual(
      expect.arrayContaining(['/admin', '/admin/threads/:ref', '/admin/parts/bookings/:ref', '/admin/events/overview']),
    );
    for (const { method, url } of guarded) {
      const path = url.replace(':ref', 'abc');
      const plain = await desk.app.inject({ method: method as 'GET', url: path });
      expect([method, path, plain.statusCode]).toEqual([method, path, 401]);
      expect(plain.body.length).toBeLessThan(40);
    }
  });

  it.each([
    '/admin',
    '/admin/',
    '/admin/threads/abc',
    '/admin/no/such/page',
    '/admin/%61t/abc',
    '/%61dmin',
    '/admin/assets/../at/abc',
  ])('%s leads to the login', async (path) => {
    const answer = await makeVisitor(desk.app).get(path);
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/admin/login']);
    expect(answer.body).toBe('');
  });

  it('a cookie that was made up, changed, or is of another key is none', async () => {
    const visitor = makeVisitor(desk.app);
    await visitor.logIn();
    const real = decodeURIComponent(visitor.cookie());
    const other = await openDesk();
    const elsewhere = makeVisitor(other.app);
    await elsewhere.logIn();
    const flipped = real.replace(/=(.)/, (_, sign: string) => `=${sign === 'A' ? 'B' : 'A'}`);
    for (const cookie of ['fixline_admin=abc', flipped, elsewhere.cookie()]) {
      visitor.wear(cookie);
      expect((await visitor.get('/admin')).headers.location).toBe('/admin/login');
    }
    await other.close();
  });
});

describe('every answer', () => {
  it('lets nothing of anybody else into the page, and is stored nowhere', async () => {
    const visitor = makeVisitor(desk.app);
    await visitor.logIn();
    const page = await visitor.get('/admin');
    const { 'content-security-policy': policy = '', 'cache-control': cache, 'x-frame-options': frames } = page.headers;
    expect(policy).toBe(
      "default-src 'none';script-src 'self';style-src 'self';img-src 'self';connect-src 'self';form-action 'self';base-uri 'none';frame-ancestors 'none'",
    );
    expect([cache, frames, page.headers['referrer-policy']]).toEqual(['no-store', 'DENY', 'no-referrer']);
    expect(page.body).not.toMatch(/<script(?![^>]* src="\/admin\/assets\/)|<style| style=| on\w+=/);
  });

  it('is a page that says what to do, for unknown ids too', async () => {
    const visitor = makeVisitor(desk.app);
    await visitor.logIn();
    for (const path of ['threads/nobody', 'bookings/nothing', 'at/nowhere', 'no/such/page', 'parts/threads/nobody']) {
      const answer = await visitor.get(`/admin/${path}`);
      expect([path, answer.statusCode]).toEqual([path, 404]);
      expect(answer.body).toContain('There is nothing here');
    }
  });

  it('says nothing of an error of ours, and notes only its name', async () => {
    const noted: unknown[] = [];
    const reads = { ...desk.store.adminReads, pulse: () => Promise.reject(new RangeError('+15125550100 said "leak"')) };
    const app = await desk.another({ reads, journal: { error: (facts, what) => noted.push([facts, what]) } });
    const visitor = makeVisitor(app);
    await visitor.logIn();
    const answer = await visitor.get('/admin');
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain('leak');
    expect(noted).toEqual([[{ error: 'RangeError' }, 'a page of the dashboard failed']]);
  });
});
