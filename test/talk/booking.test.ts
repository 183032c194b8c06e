import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectBalancedBooks, expectNothingStuck } from '../support/books.ts';
import { openTown, type Town } from '../support/town.ts';

const YOU = '+15125550100';
const DANA = '+17375550101';
/** A Tuesday, 9:00 in Austin. */
const AT = '2035-03-06T15:00:00Z';
const program = join(import.meta.dirname, '../../sandbox/talk/main.ts');

/** Both ends of one booking, as somebody types them. */
const LINES = [
  'Kitchen sink leaking, today after 4, 1204 Oak Hill Rd 78704',
  '1',
  `/as ${DANA}`,
  'Y',
  `/as ${YOU}`,
  '1',
  '/pay 4000000000009995',
  '/pay',
  '/skip 6h',
  `/as ${DANA}`,
  'OTW',
  'HERE',
  'DONE',
  `/as ${YOU}`,
  '1',
  '5',
];

let town: Town;
beforeAll(async () => {
  town = await openTown({ at: AT });
  await town.join({ number: DANA });
});
afterAll(() => town.close());

const talk = async (lines: readonly string[]) => {
  const child = spawn(process.execPath, ['--import', 'tsx', program, '--sandbox', town.sandbox.url]);
  let told = '';
  child.stdout.on('data', (chunk: Buffer) => (told += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (told += `! ${chunk.toString()}`));
  child.stdin.end(lines.map((line) => `${line}\n`).join(''));
  const code = await new Promise((resolve) => child.once('close', resolve));
  return { code, told };
};

it(
  'plays a booking from the first text to the rating, paying by the link that was texted',
  { timeout: 60_000 },
  async () => {
    const { code, told } = await talk(LINES);
    const order = [
      /^us: .*Plumbing: Kitchen sink leaking at 1204 Oak Hill Rd.*1 send/m,
      /^us: Looking for a plumber/m,
      /^us: \w+ is yours until/m,
      /^us: To book Dana .*\/p\/\w{10}/m,
      /^\(\$135\.45 was not paid: insufficient funds\.\)/m,
      /^\(Paid \$135\.45\.\)\nus: Booked/m,
      /^me: OTW\nus: /m,
      /^me: HERE\nus: /m,
      /^me: DONE\nus: /m,
      /^me: 1\nus: How was Dana\?/m,
      /^me: 5\nus: Thank you!/m,
    ].map((words) => told.search(words));
    expect(order, told).not.toContain(-1);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(told).not.toMatch(/^! /m);
    expect(code).toBe(0);
    await expectBalancedBooks(town);
    await expectNothingStuck(town);
  },
);
