import { createInterface } from 'node:readline';
import { arrived, obey, type Phone } from './phone.ts';
import { HELP, readLine, type Order } from './read-line.ts';
import type { PhoneText, SandboxDoor } from './sandbox-door.ts';

export interface Streams {
  readonly input: NodeJS.ReadableStream;
  readonly say: (line: string) => void;
  readonly complain: (line: string) => void;
}

/**
 * Plays the lines of a file or a pipe one after the other: each is done, everything that follows from it is awaited,
 * and what the phone got is shown. True when all of them could be done.
 */
export const talkByLines = async (door: SandboxDoor, phone: Phone, streams: Streams): Promise<boolean> => {
  let isWell = true;
  for await (const line of createInterface({ input: streams.input })) {
    const order = readLine(line);
    if (order.kind === 'quit') break;
    isWell = (await step(door, phone, { ...streams, order })) && isWell;
  }
  return isWell;
};

const step = async (door: SandboxDoor, phone: Phone, { order, say, complain }: Streams & { order: Order }) => {
  if (order.kind === 'unclear') complain(order.why);
  if (order.kind === 'help') say(HELP);
  if (order.kind === 'text') say(`me: ${order.body}`);
  try {
    const sentence = await obey(door, phone, order);
    if (sentence !== null) say(`(${sentence})`);
    await door.settle();
    const { texts, cursor } = await door.texts(phone.number, { after: phone.cursor, waitMs: 0 });
    phone.cursor = cursor;
    for (const text of arrived(phone, texts)) say(shown(text));
    return order.kind !== 'unclear';
  } catch (error) {
    complain(error instanceof Error ? error.message : String(error));
    return false;
  }
};

const shown = ({ direction, body }: PhoneText): string =>
  `${direction === 'out' ? 'us' : 'me, elsewhere'}: ${body.replace(/\n/g, ' / ')}`;
