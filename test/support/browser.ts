import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const folders = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome'];
const applications = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The Chromium that CHROMIUM names, else one where systems put it, else null. */
export const findChromium = (): string | null => {
  const onPath = (process.env['PATH'] ?? '').split(delimiter);
  const places = [...folders, ...onPath].flatMap((folder) => names.map((name) => join(folder, name)));
  return [process.env['CHROMIUM'] ?? '', ...places, ...applications].find(canRun) ?? null;
};

const canRun = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return file !== '';
  } catch {
    return false;
  }
};

/** Says on the terminal, loudly, that tests were left out, when there is no Chromium. Returns whether there is one. */
export const hasBrowser = (room: string): boolean => {
  if (findChromium() !== null) return true;
  process.stderr.write(
    `\n*** LEFT OUT: the browser tests of ${room}. No Chromium was found.\n` +
      '*** Install one (Debian: apt-get install chromium) or name it in CHROMIUM, then run npm test again.\n\n',
  );
  return false;
};

/** A headless Chromium that talks to nobody by itself. Throws when none is installed: ask `hasBrowser` first. */
export const launchBrowser = (): Promise<Browser> => {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('No Chromium was found: install one, or name it in CHROMIUM.');
  return chromium.launch({
    executablePath,
    headless: true,
    chromiumSandbox: false,
    args: [
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
};
