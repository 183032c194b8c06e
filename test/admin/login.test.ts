import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureFirstAdministrator } from '../../src/admin/first-administrator.ts';
import { hashPassword, isPassword } from '../../src/admin/password.ts';
import { ADA, cheapHash, makeVisitor, openDesk, type Desk } from './visitor.ts';

let desk: Desk;
let addresses = 0;

beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

/** Everybody comes from an address of his own: only one address at a time is slowed down. */
const visitor = (app = desk.app) => makeVisitor(app, `127.0.1.${String((addresses += 1))}`);

describe('passwords', () => {
  it('are salted, told from others, and never true for an unknown account', async () => {
    const [one, other] = await Promise.all([hashPassword('s3same'), hashPassword('s3same')]);
    expect(one).not.toBe(other);
    expect(one).not.toContain('s3same');
    expect(await isPassword('s3same', one)).toBe(true);
    expect(await isPassword('s3sam', one)).toBe(false);
    expect(await isPassword('', null)).toBe(false);
    expect(one).toMatch(/^scrypt\$16384\$8\$5\$/);
  });
});

describe('logging in', () => {
  it('opens the dashboard, with a cookie that scripts and other sites cannot use', async () => {
    const ada = visitor();
    const answer = await ada.logIn();
    expect(answer.statusCode).toBe(303);
    expect(answer.headers.location).toBe('/admin');
    const cookie = answer.cookies.find(({ name }) => name === 'fixline_admin');
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/admin', maxAge: 12 * 3_600 });
    expect(cookie?.secure).toBeUndefined();
    expect((await ada.get('/admin')).statusCode).toBe(200);
  });

  it('sends the cookie over https only where that is how we are reached', async () => {
    const app = await desk.another({ publicUrl: 'https://fixline.example' });
    const answer = await visitor(app).logIn();
    expect(answer.cookies[0]?.secure).toBe(true);
    expect(answer.headers['strict-transport-security']).toBeDefined();
  });

  it('leads to the page that was wanted', async () => {
    const ada = visitor();
    expect((await ada.get('/admin/threads/abc?texts=200')).headers.location).toBe('/admin/login');
    expect((await ada.logIn()).headers.location).toBe('/admin/threads/abc?texts=200');
  });

  it('takes the address in any case, and answers a wrong password and an unknown account alike', async () => {
    expect((await visitor().logIn({ ...ADA, email: ' ADA@Example.org' })).statusCode).toBe(303);
    const wrong = await visitor().logIn({ ...ADA, password: 'wrong' });
    const unknown = await visitor().logIn({ email: 'eve@example.org', password: 'wrong' });
    const problem = (body: string) => /role="alert">([^<]+)</.exec(body)?.[1];
    expect([wrong.statusCode, unknown.statusCode]).toEqual([403, 403]);
    expect(problem(wrong.body)).toBe(problem(unknown.body));
    expect((await visitor().logIn({ email: '', password: '' })).statusCode).toBe(400);
  });

  it('shows the typed address again, escaped', async () => {
    const answer = await visitor().logIn({ email: '"><script>x</script>', password: 'wrong' });
    expect(answer.body).not.toContain('<script>x');
    expect(answer.body).toContain('&quot;&gt;&lt;script&gt;x');
  });

  it('counts for every process of the same database', async () => {
    const ada = visitor();
    await ada.logIn();
    const elsewhere = visitor(await desk.another());
    elsewhere.wear(ada.cookie());
    expect((await elsewhere.get('/admin')).statusCode).toBe(200);
  });
});

describe('forged requests', () => {
  it('are refused: a login without the token of its form, or with that of another', async () => {
    const eve = visitor();
    expect((await eve.post('/admin/login', ADA)).statusCode).toBe(403);
    const page = await visitor().get('/admin/login');
    const stolen = /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
    expect(stolen).not.toBe('');
    await eve.get('/admin/login');
    const answer = await eve.post('/admin/login', { ...ADA, _csrf: stolen });
    expect(answer.statusCode).toBe(403);
    expect(answer.headers.location).toBeUndefined();
  });

  it.each(['/admin/logout', '/admin/search', '/admin/looked-after'])('are refused at %s', async (path) => {
    const ada = visitor();
    await ada.logIn();
    const form = { words: 'K7', ref: 'x', until: '2035-01-01T00:00:00Z', back: 'overview' };
    expect((await ada.post(path, form)).statusCode).toBe(403);
    expect((await ada.post(path, { ...form, _csrf: 'made-up' })).statusCode).toBe(403);
    expect((await ada.get('/admin')).statusCode).toBe(200);
  });

  it('are refused with the token from before the login', async () => {
    const ada = visitor();
    const before = /name="_csrf" value="([^"]+)"/.exec((await ada.get('/admin/login')).body)?.[1] ?? '';
    await ada.send('/admin/login', ADA);
    await ada.get('/admin');
    expect((await ada.post('/admin/logout', { _csrf: before })).statusCode).toBe(403);
  });
});

describe('logging out', () => {
  it('ends the session on the server: the cookie is worth nothing any more', async () => {
    const ada = visitor();
    await ada.logIn();
    await ada.get('/admin');
    const kept = ada.cookie();
    expect((await ada.send('/admin/logout')).headers.location).toBe('/admin/login');
    ada.wear(kept);
    expect((await ada.get('/admin')).headers.location).toBe('/admin/login');
  });

  it('happens by itself after twelve hours, however busy somebody is', async () => {
    const ada = visitor();
    await ada.logIn();
    const sessions = desk.store.connection.collection('adminSessions');
    const [row] = await sessions.find({}).sort({ endsAt: -1 }).limit(1).toArray();
    const left = (row?.['endsAt'] as Date).getTime() - Date.now();
    expect(left).toBeGreaterThan(11.9 * 3_600_000);
    expect(left).toBeLessThanOrEqual(12 * 3_600_000);
    await sessions.updateMany({}, { $set: { endsAt: new Date(Date.now() - 1) } });
    expect((await ada.get('/admin')).headers.location).toBe('/admin/login');
  });

  it('happens with another password', async () => {
    const ada = visitor();
    await ada.logIn();
    await desk.store.administrators.keep({ email: ADA.email, password: await cheapHash(ADA.password) });
    expect((await ada.get('/admin')).statusCode).toBe(303);
  });
});

describe('guessing', () => {
  it('is held up after ten tries a minute from one address, whatever is tried; nobody else is', async () => {
    const app = await desk.another();
    const eve = makeVisitor(app, '127.0.9.1');
    await eve.get('/admin/login');
    const statuses: number[] = [];
    for (let index = 0; index < 11; index += 1) {
      statuses.push(
        (await eve.send('/admin/login', { email: `a${String(index)}@example.org`, password: 'x' })).statusCode,
      );
    }
    expect(statuses).toEqual([...Array<number>(10).fill(403), 429]);
    const held = await eve.send('/admin/login', ADA);
    expect(held.statusCode).toBe(429);
    expect(held.body).toContain('Wait a minute');
    expect((await makeVisitor(app, '127.0.9.2').logIn()).statusCode).toBe(303);
    expect((await eve.get('/admin/login')).statusCode).toBe(200);
  });

  it('slows an account down from any number of addresses, with the right password too, and a login forgets it', async () => {
    const bob = { email: 'bob@example.org', password: 'a fine password' };
    await desk.store.administrators.keep({ email: bob.email, password: await cheapHash(bob.password) });
    const tryFrom = (password: string) => visitor().logIn({ ...bob, password });
    for (let index = 0; index < 5; index += 1) expect((await tryFrom('guess')).statusCode).toBe(403);
    const rows = desk.store.connection.collection<{ _id: string; nextAt: Date; triedAt: Date }>('adminTries');
    const [row] = await rows.find({ failures: 5 }).toArray();
    expect(row!.nextAt.getTime() - row!.triedAt.getTime()).toBe(1_000);
    expect(row!._id).not.toContain('bob');
    await rows.updateMany({}, { $set: { nextAt: new Date(Date.now() + 30_000) } });
    const held = await tryFrom(bob.password);
    expect(held.statusCode).toBe(429);
    expect(held.body).toMatch(/Try again in \d+ seconds/);
    await rows.updateMany({}, { $set: { nextAt: new Date(0) } });
    expect((await tryFrom(bob.password)).statusCode).toBe(303);
    expect((await tryFrom('guess')).statusCode).toBe(403);
  });

  it('counts tries at the same moment, and waits longer each time, for a minute at most', async () => {
    const { tryLogin } = desk.store.administrators;
    const all = await Promise.all(Array.from({ length: 30 }, () => tryLogin('zoe@example.org')));
    expect(all.filter(({ isAllowed }) => isAllowed)).toHaveLength(5);
    const rows = desk.store.connection.collection('adminTries');
    await rows.updateMany({}, { $set: { failures: 40, nextAt: new Date(0) } });
    await tryLogin('zoe@example.org');
    const held = await tryLogin('zoe@example.org');
    expect(held).toMatchObject({ isAllowed: false });
    expect(held.isAllowed || held.afterMs).toBeGreaterThan(50_000);
    expect(held.isAllowed || held.afterMs).toBeLessThanOrEqual(60_000);
  });
});

describe('the first administrator', () => {
  it('is the one that the environment names, and is never given back to be printed', async () => {
    const { administrators } = desk.store;
    const given = { email: 'first@example.org', password: 'one' };
    expect(await ensureFirstAdministrator(administrators, given, true)).toBeNull();
    expect((await visitor().logIn(given)).statusCode).toBe(303);
    await ensureFirstAdministrator(administrators, { ...given, password: 'two' }, false);
    expect((await visitor().logIn(given)).statusCode).toBe(403);
    expect((await visitor().logIn({ ...given, password: 'two' })).statusCode).toBe(303);
  });

  it('keeps his session when the same environment starts again', async () => {
    const given = { email: 'same@example.org', password: 'one' };
    await ensureFirstAdministrator(desk.store.administrators, given, false);
    const ada = visitor();
    await ada.logIn(given);
    await ensureFirstAdministrator(desk.store.administrators, given, false);
    expect((await ada.get('/admin')).statusCode).toBe(200);
  });

  it('is made by the sandbox, and what it prints stays right over starts', async () => {
    const { administrators } = desk.store;
    const [one, again] = await Promise.all([
      ensureFirstAdministrator(administrators, null, true),
      ensureFirstAdministrator(administrators, null, true),
    ]);
    expect(one?.password).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/);
    expect(again).toEqual(one);
    expect((await visitor().logIn(one!)).statusCode).toBe(303);
  });

  it('is nobody in real mode without a name, and the login page says what to do', async () => {
    const empty = await openDesk();
    await empty.store.connection.collection('administrators').deleteMany({});
    expect(await ensureFirstAdministrator(empty.store.administrators, null, false)).toBeNull();
    expect((await makeVisitor(empty.app).get('/admin/login')).body).toContain('Set ADMIN_EMAIL and ADMIN_PASSWORD');
    await empty.close();
  });
});
