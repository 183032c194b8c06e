import { stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectBalancedBooks, expectNothingStuck } from '../support/books.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { openTown, type Town } from '../support/town.ts';

const YOU = '+15125550100';
const DANA = '+17375550101';
/** A Tuesday, 9:00 in Austin. */
const AT = '2035-03-06T15:00:00Z';
const SOON = { timeout: 15_000 };
/** Where the last run's picture is to be looked at. */
const PICTURE = join(tmpdir(), 'fixline-booking.png');

describe.skipIf(!hasBrowser('a booking on the phones page'))('a booking on the phones page', () => {
  let town: Town;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    town = await openTown({ at: AT });
    await town.join({ number: DANA });
    const dana = { label: 'Dana, plumbing', role: 'provider', autopilot: false };
    await town.ask('PUT', `/phones/${DANA}`, dana);
    browser = await launchBrowser();
    context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(town.sandbox.url);
  });
  afterAll(async () => {
    await browser.close();
    await town.close();
  });

  const phone = (number: string) => page.locator(`.phone[data-number="${number}"]`);
  const writes = async (number: string, body: string) => {
    const box = phone(number).getByRole('textbox', { name: /^Text from/ });
    await box.fill(body);
    await box.press('Enter');
  };
  const hears = (number: string, words: RegExp) =>
    phone(number).locator('.theirs .bubble').filter({ hasText: words }).last().waitFor(SOON);
  const pays = async () => {
    const link = phone(YOU).getByRole('link', { name: /\/p\/\w{10}$/ });
    const [opened] = await Promise.all([context.waitForEvent('page'), link.last().click()]);
    await opened.getByRole('button', { name: /4242 4242 4242 4242/ }).click();
    await opened.getByText('Paid. Thank you!').waitFor(SOON);
    await opened.close();
  };
  const skipsUntil = async (words: RegExp) => {
    const isSaid = () => phone(YOU).locator('.theirs .bubble').filter({ hasText: words }).count();
    for (let presses = 0; presses < 12 && (await isSaid()) === 0; presses += 1) {
      await page.getByRole('button', { name: 'To next event' }).click();
      await page.locator('body:not(.skipping-time)').waitFor(SOON);
      await page.waitForTimeout(500);
    }
    await hears(YOU, words);
  };

  it('is played by hand from the first text to the rating', { timeout: 120_000 }, async () => {
    await writes(YOU, 'Kitchen sink leaking, thursday after 3, 1204 Oak Hill Rd 78704');
    await hears(YOU, /Plumbing: .*1 send/);
    await writes(YOU, '1');
    await hears(YOU, /Looking for a plumber/);

    await page.locator(`[data-row="${DANA}"]`).click();
    await hears(DANA, /Reply Y \w+ or N \w+/);
    await writes(DANA, 'Y');
    await hears(YOU, /Dana.*\$135\.45.*1 book/);
    await writes(YOU, '1');
    await hears(YOU, /pay \$135\.45: http/);
    await pays();
    await hears(YOU, /^Booked \(\w+\): Dana/);
    await hears(DANA, /1204 Oak Hill Rd/);

    await skipsUntil(/^Soon: Dana/);
    await page.getByRole('button', { name: '+1 h' }).click();
    await page.locator('body:not(.skipping-time)').waitFor(SOON);
    await writes(DANA, 'OTW');
    await hears(YOU, /Dana is on the way/);
    await writes(DANA, 'HERE');
    await hears(YOU, /Dana is at your place/);
    await writes(DANA, 'DONE');
    await hears(YOU, /1 all good/);
    await writes(YOU, '1');
    await hears(YOU, /Reply 1-5/);
    await writes(YOU, '5');
    await hears(YOU, /Thank you!/);
    await page.screenshot({ path: PICTURE });

    await town.settle();
    await expectBalancedBooks(town);
    await expectNothingStuck(town);
    expect((await stat(PICTURE)).size).toBeGreaterThan(20_000);
    expect(complaints).toEqual([]);
  });
});
