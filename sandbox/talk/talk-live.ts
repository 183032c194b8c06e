import { createInterface, type Interface } from 'node:readline/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { arrived, obey, shownTime, type Phone } from './phone.ts';
import { HELP, readLine } from './read-line.ts';
import type { PhoneText, SandboxDoor, Texts } from './sandbox-door.ts';

const WAIT_MS = 25_000;
const RETRY_MS = 1_000;

/** A phone in a terminal: shows what arrives at once, above the line that is being typed. Ends with /quit or Ctrl-D. */
export const talkLive = async (door: SandboxDoor, phone: Phone): Promise<void> => {
  const terminal = createInterface({ input: process.stdin, output: process.stdout, prompt: '> ' });
  const end = new AbortController();
  process.stdout.write(`${phone.number}. ${HELP}\n`);
  const listening = listen(door, phone, { terminal, signal: end.signal });
  terminal.prompt();
  let last = Promise.resolve();
  for await (const line of terminal) {
    const order = readLine(line);
    if (order.kind === 'quit') break;
    if (order.kind === 'help') process.stdout.write(`${HELP}\n`);
    if (order.kind === 'unclear') process.stdout.write(`${order.why}\n`);
    // The next line may be typed while the app still works on this one; they are done in order.
    last = last
      .then(() => obey(door, phone, order))
      .then((sentence) => show(terminal, sentence))
      .catch((error: unknown) => show(terminal, error instanceof Error ? error.message : String(error)));
    terminal.prompt();
  }
  await last;
  end.abort();
  terminal.close();
  await listening;
};

interface Ear {
  readonly terminal: Interface;
  readonly signal: AbortSignal;
}

const listen = async (door: SandboxDoor, phone: Phone, { terminal, signal }: Ear): Promise<void> => {
  let isAway = false;
  while (!isOver(signal)) {
    const { number, cursor } = phone;
    const heard = await door.texts(number, { after: cursor, waitMs: WAIT_MS, signal }).catch(() => null);
    if (isOver(signal)) return;
    if (heard === null && !isAway) show(terminal, 'The sandbox does not answer. Waiting for it.');
    isAway = heard === null;
    if (heard === null) await sleep(RETRY_MS, undefined, { signal }).catch(() => undefined);
    // Another phone was taken up meanwhile.
    else if (number === phone.number) take(phone, heard, terminal);
  }
};

// In a function of its own: the compiler does not know that the signal changes while we wait.
const isOver = (signal: AbortSignal): boolean => signal.aborted;

const take = (phone: Phone, { texts, cursor }: Texts, terminal: Interface) => {
  phone.cursor = cursor;
  for (const text of arrived(phone, texts)) show(terminal, shown(text));
};

const shown = ({ direction, body, at, error }: PhoneText): string => {
  const who = direction === 'out' ? 'Fixline' : 'you, elsewhere';
  const lost = error === undefined ? '' : ` (not delivered: ${error})`;
  return `${shownTime(at)}  ${who}: ${body.replace(/\n/g, '\n    ')}${lost}`;
};

/** Writes above the line that is being typed, and puts that back. */
const show = (terminal: Interface, sentence: string | null) => {
  if (sentence === null) return;
  process.stdout.write(`\r\u001b[K${sentence}\n`);
  terminal.prompt(true);
};
