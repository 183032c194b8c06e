import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { openStage, type Stage } from './stage.ts';

const YOU = '+15125550100';
const DANA = '+17375550100';
const BILL = '+17375550102';

describe.skipIf(!hasBrowser('the phones page'))('the phones page', () => {
  let browser: Browser;
  let stage: Stage;
  let page: Page;
  const complaints: string[] = [];

  const visit = async (size = { width: 1440, height: 900 }) => {
    const context = await browser.newContext({ viewport: size });
    const opened = await context.newPage();
    opened.on('pageerror', (error) => complaints.push(error.message));
    opened.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    await opened.goto(stage.url);
    return opened;
  };
  const phone = (number: string, on: Page = page) => on.locator(`.phone[data-number="${number}"]`);
  const box = (number: string) => phone(number).getByRole('textbox', { name: /^Text from/ });
  const row = (number: string) => page.locator(`[data-row="${number}"]`);

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  beforeEach(async () => {
    complaints.length = 0;
    stage = await openStage();
    await stage.post(`/phones/${DANA}`, { label: 'Dana Ruiz - Plumbing', role: 'provider' }, 'PUT');
    await stage.post(`/phones/${BILL}`, { label: 'Bill Okafor - Electrical', role: 'provider' }, 'PUT');
    page = await visit();
    await phone(YOU).waitFor();
    return async () => {
      await page.context().close();
      await stage.close();
      expect(complaints).toEqual([]);
    };
  });

  it('opens with your phone, an example to send, and a guide', async () => {
    expect(await page.locator('.phone').count()).toBe(1);
    expect(await page.getByRole('heading', { name: 'Play a booking from both ends' }).isVisible()).toBe(true);
    await phone(YOU)
      .getByRole('button', { name: /kitchen sink leaking/i })
      .click();
    stage.answer = () => 'What is the address?';
    await box(YOU).press('Enter');
    await phone(YOU).getByText('What is the address?').waitFor();
    expect(stage.heard[0]).toMatchObject({ From: YOU });
    expect(stage.heard[0]?.['Body']).toContain('1204 Oak Hill Rd 78704');
    expect(await box(YOU).inputValue()).toBe('');
  });

  it('shows what texts say as text, links as links, segments and delivery', async () => {
    await stage.text(YOU, '<img src=x onerror=alert(1)> Pay at https://pay.example/x1.');
    const theirs = phone(YOU).locator('.theirs');
    await theirs.getByText(/Delivered · 1 segment/).waitFor();
    expect(await theirs.locator('.bubble').textContent()).toBe(
      '<img src=x onerror=alert(1)> Pay at https://pay.example/x1.',
    );
    expect(await theirs.locator('img').count()).toBe(0);
    const link = theirs.getByRole('link');
    expect(await link.getAttribute('href')).toBe('https://pay.example/x1');
    expect(await link.getAttribute('target')).toBe('_blank');
  });

  it('lists a provider who got a text, opens it by one click, and lets you take over', async () => {
    await stage.text(BILL, 'K7 sink leak. Y K7 or N K7');
    const waiting = page
      .getByRole('region', { name: 'All phones' })
      .or(page.locator('#list'))
      .locator('.group')
      .first();
    await waiting.getByText('Bill Okafor').waitFor();
    expect(await waiting.locator('h3').textContent()).toBe('New texts');
    expect(await row(BILL).locator('.badge').textContent()).toContain('1');
    await row(BILL).click();
    await phone(BILL).getByText('K7 sink leak. Y K7 or N K7').waitFor();
    const switcher = phone(BILL).getByRole('switch');
    expect(await switcher.isChecked()).toBe(true);
    await box(BILL).fill('Y K7');
    await phone(BILL).getByRole('button', { name: 'Send' }).click();
    await phone(BILL).getByText('You answer for this provider').waitFor();
    expect(await switcher.isChecked()).toBe(false);
    expect(stage.heard.at(-1)).toMatchObject({ From: BILL, Body: 'Y K7' });
  });

  it('keeps what is being typed and the place scrolled to while texts arrive, and after a reload', async () => {
    for (let count = 1; count <= 14; count += 1) await stage.text(YOU, `Line ${count}\n`.repeat(4));
    await phone(YOU).getByText('Line 14').first().waitFor();
    const place = `document.querySelector('.phone[data-number="${YOU}"] .thread').scrollTop`;
    await page.evaluate(`${place} = 40`);
    await box(YOU).fill('half a sen');
    await stage.text(YOU, 'One more');
    await phone(YOU).getByRole('button', { name: 'New texts' }).waitFor();
    expect(await page.evaluate(place)).toBe(40);
    expect(await box(YOU).inputValue()).toBe('half a sen');
    await phone(YOU).getByRole('button', { name: 'New texts' }).click();
    await phone(YOU).getByText('One more').waitFor();
    await page.reload();
    await phone(YOU).getByText('One more').waitFor();
    expect(await box(YOU).inputValue()).toBe('half a sen');
  });

  it('sends by WhatsApp with a photo, and taps its buttons', async () => {
    await phone(YOU).getByText('WhatsApp', { exact: true }).click();
    await phone(YOU).getByRole('button', { name: 'Add a photo' }).click();
    await phone(YOU).getByRole('button', { name: 'Sample photo: leak' }).click();
    await box(YOU).fill('Look');
    await box(YOU).press('Enter');
    await phone(YOU).getByRole('img', { name: 'Photo', exact: true }).waitFor();
    expect(stage.heard[0]).toMatchObject({ From: `whatsapp:${YOU}`, NumMedia: '1' });
    await stage.menu(`whatsapp:${YOU}`, 'Book it?', [{ title: 'Yes', id: 'yes.7' }]);
    await phone(YOU).getByRole('button', { name: 'Yes' }).click();
    await phone(YOU).locator('.mine').getByText('Yes').waitFor();
    expect(stage.heard.at(-1)).toMatchObject({ Body: 'Yes', ButtonPayload: 'yes.7' });
  });

  it('skips time to the morning and to the next thing due, in the zone of the city', async () => {
    await stage.post('/clock', { to: '2027-01-05T20:05:00.000Z' });
    await page.getByText('2:05 PM').first().waitFor();
    await page.getByRole('button', { name: 'To 8 am' }).click();
    await page.locator('#clock-time').getByText('8:00 AM').waitFor();
    expect(await page.locator('#clock-date').textContent()).toBe('Wednesday, January 6, 2027');
    stage.nextDueAt = '2027-01-06T16:30:00.000Z';
    await page.getByRole('button', { name: 'To next event' }).click();
    await page.locator('#clock-time').getByText('10:30 AM').waitFor();
    await page.getByRole('button', { name: '+1 h' }).click();
    await page.locator('#clock-time').getByText('11:30 AM').waitFor();
  });

  it('pays a link and shows the books', async () => {
    await stage.link(12_900, 'K7 Kitchen sink');
    await page.getByRole('button', { name: /^Money/ }).click();
    const money = page.getByRole('complementary', { name: 'Money' });
    await money.getByText('K7 Kitchen sink').waitFor();
    await money.getByRole('combobox', { name: 'Card' }).selectOption('4000000000009995');
    await money.getByRole('button', { name: 'Pay' }).click();
    await page.getByText('The card was not charged: insufficient funds.').waitFor();
    await money.getByRole('combobox', { name: 'Card' }).selectOption('4242424242424242');
    await money.getByRole('button', { name: 'Pay' }).click();
    await money.getByText('$129.00 (1)').waitFor();
    await money.locator('.chip').getByText('paid').waitFor();
  });

  it('makes things go wrong and shows what went wrong at the app', async () => {
    await page.getByRole('button', { name: /^What goes wrong/ }).click();
    const faults = page.getByRole('complementary', { name: 'What goes wrong' });
    await faults.getByRole('button', { name: 'The next text to a phone does not arrive' }).click();
    await faults.getByText('Twilio: Texts do not arrive').waitFor();
    await stage.text(YOU, 'Into the void');
    await phone(YOU).getByText('Not delivered (30003)').waitFor();
    await faults.getByText('done', { exact: true }).waitFor();
    await faults.getByRole('button', { name: 'Clear all' }).click();
    await faults.getByText('Nothing: Twilio and Stripe behave.').waitFor();
    await page.keyboard.press('Escape');
    expect(await faults.isVisible()).toBe(false);
    stage.webhookStatus = 403;
    await box(YOU).fill('Hello');
    await box(YOU).press('Enter');
    await phone(YOU)
      .getByText(/The app answered 403/)
      .waitFor({ timeout: 15_000 });
  });

  it('adds a phone, finds providers by trade, and switches all of them', async () => {
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByLabel('Name', { exact: true }).fill('Rosa');
    await page.getByRole('button', { name: 'Add phone' }).click();
    await phone('+15125550101').waitFor();
    await page.getByRole('searchbox').fill('plumb');
    await expect.poll(() => page.locator('.row strong').allTextContents()).toEqual(['Dana Ruiz']);
    await page.getByRole('switch', { name: /Providers answer by themselves/ }).uncheck();
    await page.getByText('You answer for all of them.').waitFor();
    const phones = (await stage.get('/phones')) as { autopilot: boolean }[];
    expect(phones.map(({ autopilot }) => autopilot)).toEqual(phones.map(() => false));
  });

  it('goes on by polling where the stream of news does not come through', async () => {
    await page.context().route('**/news', (route) => route.fulfill({ status: 404, body: '' }));
    await page.reload();
    await phone(YOU).waitFor();
    await stage.text(YOU, 'By the back door');
    await phone(YOU).getByText('By the back door').waitFor();
    await stage.text(BILL, 'And to another phone');
    await row(BILL).locator('.badge').waitFor();
    expect(complaints.splice(0)).toEqual([expect.stringContaining('404 (Not Found)')]);
  });

  it('shows one phone at a time on a small screen, with tabs', async () => {
    await page.context().close();
    page = await visit({ width: 390, height: 844 });
    await phone(YOU).waitFor();
    await page.getByRole('button', { name: /^All/ }).click();
    await row(DANA).click();
    await phone(DANA).waitFor({ state: 'visible' });
    expect(await phone(YOU).isVisible()).toBe(false);
    await stage.text(YOU, 'Are you there?');
    const tab = page.locator(`[data-tab="${YOU}"]`);
    await tab.locator('.badge').waitFor();
    await tab.click();
    await phone(YOU).getByText('Are you there?').waitFor({ state: 'visible' });
    expect(await phone(DANA).isVisible()).toBe(false);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  });
});
