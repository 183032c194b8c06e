import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dashboard } from '../../src/dashboard.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { openTown, type Town } from '../support/town.ts';
import { ADA, cheapHash } from './visitor.ts';

const HOME = '+15125550100';

describe.skipIf(!hasBrowser('the dashboard'))('the dashboard in a browser', () => {
  let town: Town;
  let browser: Browser;
  const complaints: string[] = [];

  beforeAll(async () => {
    town = await openTown({ options: { plugins: (joined) => [dashboard(joined)] } });
    await town.app.store.administrators.keep({ email: ADA.email, password: await cheapHash(ADA.password) });
    browser = await launchBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await town.close();
  });

  const visit = async (size = { width: 1440, height: 900 }): Promise<Page> => {
    const page = await (await browser.newContext({ viewport: size })).newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    await page.goto(`${town.app.url}/admin`);
    await page.getByLabel('E-mail').fill(ADA.email);
    await page.getByLabel('Password').fill(ADA.password);
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.getByRole('heading', { name: 'Live bookings' }).waitFor();
    return page;
  };

  it('shows what happens while it is open, without a reload and without losing the place', async () => {
    const page = await visit();
    await page.locator('#live-state[data-good=yes]').waitFor();
    await page.evaluate('window.isSame = true');
    await page.getByLabel('Booking code or number').focus();
    await town.says(HOME, 'Kitchen sink leaking <b>badly</b>');
    await page.locator('#threads .row').getByText('Kitchen sink leaking <b>badly</b>').waitFor({ timeout: 4_000 });
    expect(await page.locator('#threads b').count()).toBe(0);
    expect(await page.evaluate('document.activeElement.id')).toBe('search');

    await page.locator('#threads .row').first().click();
    await page.locator('#live-state[data-good=yes]').waitFor();
    await page.evaluate('window.isSame = true');
    for (let index = 0; index < 8; index += 1) await town.says(HOME, `and another thing ${String(index)}`);
    await page.locator('.bubble').getByText('and another thing 7').waitFor({ timeout: 4_000 });
    expect(await page.evaluate('window.isSame')).toBe(true);
    const fromBottom =
      'const box = document.querySelector("[data-bottom]"); box.scrollHeight - box.scrollTop - box.clientHeight';
    await expect
      .poll(() => page.evaluate(`(() => { ${fromBottom.replace('; box', '; return box')} })()`))
      .toBeLessThan(2);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('lists who needs a person as soon as it is said, and takes him off with one click', async () => {
    const page = await visit();
    await town.says('+15125550104', 'AGENT');
    const need = page.locator('.need').filter({ hasText: '0104' });
    await need.getByText('Asks for a person').waitFor({ timeout: 4_000 });
    await need.getByRole('button', { name: /^Done/ }).click();
    await need.waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('fits a phone: nothing sticks out, on any page', async () => {
    const page = await visit({ width: 390, height: 844 });
    const overflow = () => page.evaluate('document.documentElement.scrollWidth - innerWidth');
    expect(await overflow()).toBeLessThanOrEqual(0);
    await page.locator('#threads .row').first().click();
    await page.locator('#texts').waitFor();
    expect(await overflow()).toBeLessThanOrEqual(0);
    await page.context().close();
  });

  it('leads to the login when the session is over', async () => {
    const page = await visit();
    await page.locator('#live-state[data-good=yes]').waitFor();
    await town.app.store.connection.collection('adminSessions').deleteMany({});
    await town.says('+15125550105', 'hello');
    await page.getByRole('heading', { name: 'Log in to the dashboard' }).waitFor({ timeout: 5_000 });
    await page.context().close();
  });
});
