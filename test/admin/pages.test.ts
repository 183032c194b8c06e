import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dashboard } from '../../src/dashboard.ts';
import { openTown, type Town } from '../support/town.ts';
import { cheapHash } from './visitor.ts';

/** A Tuesday, 9:00 in Austin, ahead of every machine's clock. */
const AT = '2035-03-06T15:00:00Z';
const HOME = '+15125550100';
const PRO = '+17375550101';
const HOSTILE = '<script>alert(1)</script><img src=x onerror="alert(2)"> \'"& need a plumber';

let town: Town;
let cookie = '';

const ask = (path: string, form?: Readonly<Record<string, string>>) =>
  fetch(town.app.url + path, {
    redirect: 'manual',
    headers: { accept: 'text/html', cookie },
    ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
  });

const take = async (answer: Response) => {
  const [set] = answer.headers.getSetCookie();
  if (set !== undefined) cookie = set.slice(0, set.indexOf(';'));
  return answer.text();
};
const page = async (path: string) => take(await ask(path));
const tokenIn = (text: string) => /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? '';

/** Sends a form of the overview, or of another page. */
const send = async (path: string, form: Record<string, string>, from = '/admin') => {
  const answer = await ask(path, { _csrf: tokenIn(await page(from)), ...form });
  const text = await take(answer);
  return { status: answer.status, to: answer.headers.get('location') ?? '', text };
};

const plain = (markup: string) =>
  markup
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');

const section = (markup: string, id: string) =>
  plain(new RegExp(`id="${id}"[\\s\\S]*?</section>`).exec(markup)?.[0] ?? '');
const pathOf = async (words: string) => (await send('/admin/search', { words })).to;

beforeAll(async () => {
  town = await openTown({ at: AT, options: { plugins: (joined) => [dashboard(joined)] } });
  const ada = { email: 'ada@example.org', password: 'correct horse battery' };
  await town.app.store.administrators.keep({ email: ada.email, password: await cheapHash(ada.password) });
  await send('/admin/login', ada, '/admin/login');
}, 60_000);
afterAll(() => town.close());

describe('an empty town', () => {
  it('says calmly that there is nothing', async () => {
    const overview = await page('/admin');
    expect(section(overview, 'needs')).toContain('Nobody is waiting for a person.');
    expect(section(overview, 'bookings')).toContain('No booking is under way.');
    expect(section(overview, 'threads')).toContain('Nobody has texted yet.');
  });
});

describe('a booking on its way', () => {
  let code = '';
  let thread = '';
  let booking = '';

  beforeAll(async () => {
    await town.join({ number: PRO });
    await town.says(HOME, 'Kitchen sink leaking, thursday after 3, 1204 Oak Hill Rd 78704');
    await town.says(HOME, '1');
    await town.says(PRO, 'Y');
    await town.says(HOME, '1');
    await town.pay(HOME);
    thread = await pathOf(HOME);
    const texts = section(await page(thread), 'texts');
    code = /Booked \((\w+)\)/.exec(texts)?.[1] ?? '';
    booking = await pathOf(code.toLowerCase());
  }, 60_000);

  it('is listed with code, trade, state, window in its zone, provider, total, and since when', async () => {
    const row = section(await page('/admin'), 'bookings');
    expect(row).toContain(`${code} Plumbing Austin 78704`);
    for (const words of ['Booked', 'Thu, Mar 8, 3–5 pm CST', 'with Dana', '$135.45', 'so for'])
      expect(row).toContain(words);
  });

  it('is shown whole: place, offers, price, ledger, timers, and the way to both threads', async () => {
    const markup = await page(booking);
    expect(section(markup, 'visit')).toContain('1204 Oak Hill Rd, Austin 78704');
    expect(section(markup, 'offers')).toContain('Dana $129, 0.1 mi, wave 1');
    expect(section(markup, 'price')).toContain('Homeowner pays $135.45');
    expect(section(markup, 'money')).toMatch(
      /\$135\.45 paid for the visit .* At Stripe \+\$131\.22 .* Held for the homeowner −\$135\.45/,
    );
    expect(section(markup, 'timers')).toContain('Reminds both of tomorrow');
    expect(/aria-current="step"[^>]*>\s*(\w+)/.exec(markup)?.[1]).toBe('Visit');
    const links = [...markup.matchAll(/href="(\/admin\/threads\/\w+)"/g)].map(([, href]) => href);
    expect(new Set(links)).toEqual(new Set([thread, await pathOf(PRO)]));
  });

  it('has a thread: both directions, what became of each, newest at the bottom', async () => {
    const markup = await page(thread);
    const from = [...markup.matchAll(/data-from="(\w+)"/g)].map(([, who]) => who);
    expect(from.slice(0, 2)).toEqual(['them', 'us']);
    const texts = section(markup, 'texts');
    expect(texts).toContain('Kitchen sink leaking, thursday after 3');
    expect(texts.indexOf('Kitchen sink')).toBeLessThan(texts.indexOf('Booked ('));
    expect(texts).toContain('9 am · delivered');
    expect(section(markup, 'conversations')).toContain(`${code} Job, plumbing`);
    expect(markup).toContain(`href="${booking}"`);
  });

  it('shows earlier texts when asked', async () => {
    const two = await page(`${thread}?texts=2`);
    expect([...two.matchAll(/data-from=/g)]).toHaveLength(2);
    expect(two).toContain(`href="${thread}?texts=102"`);
    expect(await page(`${thread}?texts=nonsense`)).not.toContain('Earlier texts');
  });

  it('never puts a number, a name or a street into an address', async () => {
    for (const path of ['/admin', thread, booking]) {
      const addresses = [...(await page(path)).matchAll(/(?:href|action|data-part|data-events)="([^"]+)"/g)].map(
        ([, url]) => url,
      );
      expect(addresses.join(' ')).not.toMatch(/555|Dana|Oak/);
    }
  });

  it('leaves the list of live ones when it is over, and can still be found', async () => {
    await town.clockTo('2035-03-08T20:30:00Z');
    for (const words of ['OTW', 'HERE', 'DONE']) await town.says(PRO, words);
    expect(section(await page('/admin'), 'bookings')).toContain('Waiting for the homeowner’s OK');
    await town.says(HOME, '1');
    expect(section(await page('/admin'), 'bookings')).not.toContain('Plumbing');
    expect(plain(await page(booking))).toContain('Paid out');
    expect(section(await page(booking), 'money')).toContain('Earned −$25.80');
  });
});

describe('who needs a person', () => {
  it('comes first, danger before all, until somebody says that it is done', async () => {
    await town.says('+15125550105', 'AGENT');
    await town.says('+15125550104', 'I smell gas in the basement');
    const needs = section(await page('/admin'), 'needs');
    expect(needs).toMatch(/Needs a person 2 .*0104 Danger reported .*0105 Asks for a person/);
    expect(section(await page('/admin'), 'threads')).toContain('needs a person');

    const markup = await page('/admin');
    const form = (name: string, text: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(text)?.[1] ?? '';
    const first = /<li class="need"[\s\S]*?<\/form>/.exec(markup)?.[0] ?? '';
    const done = { ref: form('ref', first), until: form('until', first), back: 'overview' };
    expect(await send('/admin/looked-after', done)).toMatchObject({ status: 303, to: '/admin' });
    expect(section(await page('/admin'), 'needs')).toMatch(/Needs a person 1 .*0105/);

    await town.skip('PT1M');
    await town.says('+15125550104', 'Agent please');
    expect(section(await page('/admin'), 'needs')).toMatch(/Needs a person 2 .*0104 .*Asks for a person/);
  });

  it('is also whoever has something stuck, until it was looked at', async () => {
    const { image } = (await town.app.store.adminReads.find('+15125550105'))[0]!;
    await town.ask('POST', '/settle');
    const at = new Date(town.app.clock.now().getTime() + 1_000);
    const stuck = { id: 'x.1.0', at, kind: 'effect', type: 'findProviders', reason: 'it kept failing' };
    await town.app.store.models.thread.collection.updateOne({ ref: image.ref }, { $push: { stuck } } as never);
    expect(section(await page('/admin'), 'needs')).toContain('Stuck effect: find providers');
    expect(section(await page(`/admin/threads/${image.ref}`), 'stuck')).toContain('it kept failing');
    await send('/admin/looked-after', { ref: image.ref, until: at.toISOString(), back: 'thread' });
    expect(section(await page('/admin'), 'needs')).not.toContain('0105');
  });

  it('refuses what is no such form', async () => {
    expect((await send('/admin/looked-after', { ref: '<x>', until: 'now', back: 'overview' })).status).toBe(400);
    expect((await send('/admin/looked-after', { ref: 'x', until: AT, back: '//evil.example' })).status).toBe(400);
  });
});

describe('what people wrote', () => {
  it('is text and nothing else, wherever it is shown', async () => {
    await town.says('+15125550106', HOSTILE);
    const thread = await pathOf('5550106');
    for (const path of ['/admin', thread, thread.replace('/admin', '/admin/parts'), '/admin/parts/overview']) {
      const markup = await page(path);
      expect(markup).not.toMatch(/<script>|<img src=x|onerror="/);
      expect(markup).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=&quot;alert(2)&quot;&gt;');
    }
    const found = await send('/admin/search', { words: HOSTILE.slice(0, 40) });
    expect(found.text).not.toContain('<script>alert');
    expect(found.text).toContain('Nothing found');
  });

  it('becomes no link unless it is an address of the web', async () => {
    const { log } = town.app.tools;
    const thread = 'sms:+15125550106';
    const media = ['javascript:alert(1)', 'https://photos.example/a"b.jpg'];
    const rest = { key: null, sid: null, status: 'received', rank: 9, code: null, by: 'person' } as const;
    await log.write({ id: 'hostile', thread, direction: 'in', body: '', media, at: town.app.clock.now(), ...rest });
    const markup = await page(await pathOf('5550106'));
    expect(markup).not.toContain('javascript:');
    expect(markup).toContain('href="https://photos.example/a&quot;b.jpg" target="_blank" rel="noopener noreferrer"');
  });

  it('shows who opted out, and texts that did not arrive', async () => {
    await town.ask('POST', '/faults', { peer: 'twilio', kind: 'undelivered', code: 30003, match: '5550107', times: 1 });
    await town.says('+15125550107', 'toilet is clogged');
    await town.says('+15125550107', 'STOP');
    expect(section(await page('/admin'), 'threads')).toMatch(/0107 .* opted out/);
    const markup = await page(await pathOf('5550107'));
    expect(plain(markup)).toContain('opted out: nothing is sent');
    expect(section(markup, 'texts')).toContain('not delivered (30003)');
  });
});

describe('search', () => {
  it('goes straight to the one that is found, and lists several', async () => {
    expect(await pathOf('(512) 555-0100')).toMatch(/^\/admin\/threads\/\w+$/);
    const several = await send('/admin/search', { words: '512555' });
    expect(several.status).toBe(200);
    expect(plain(several.text)).toMatch(/Found for “512555” .*\+1 512 555 0100 .*\+1 512 555 0104/);
    expect((await send('/admin/search', { words: 'Z9Z' })).text).toContain('Nothing found');
    expect((await send('/admin/search', { words: '.*' })).text).toContain('Nothing found');
  });

  it('leads from a ref, which is all that alerts and logs know, to its page', async () => {
    const [provider] = await town.app.store.models.provider.find({}).lean().exec();
    const answer = await ask(`/admin/at/${provider!.ref}`);
    expect(answer.headers.get('location')).toBe(await pathOf(PRO));
  });
});
