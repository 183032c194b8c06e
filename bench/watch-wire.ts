// Sees every text that the app sends in the moment in which Twilio takes it: the sandbox's own record of its door.
import { setTimeout as sleep } from 'node:timers/promises';
import { exchange } from './ask.ts';
import type { World } from './stage.ts';

export interface SentText {
  readonly sid: string;
  /** the phone, E.164 */
  readonly to: string;
  readonly body: string;
  /** the order that this text belongs to, from its status callback; null: it has none */
  readonly effectId: string | null;
  /** real time at which Twilio took it, ms */
  readonly at: number;
}

export interface WireWatch {
  readonly stop: () => Promise<void>;
}

const LOOK_MS = 5;
const SEND = /"peer":"twilio","method":"POST","path":"[^"]*\/Messages\.json"/;

interface Line {
  readonly t: string;
  readonly status: number;
  readonly requestBody: string;
  readonly responseBody: string;
}

const textIn = (line: string, offsetMs: number): SentText | null => {
  const { requestBody, responseBody, status, t } = JSON.parse(line) as Line;
  if (status !== 201) return null;
  const form = new URLSearchParams(requestBody);
  const { sid } = JSON.parse(responseBody) as { sid: string };
  const callback = form.get('StatusCallback');
  return {
    sid,
    to: form.get('To') ?? '',
    body: form.get('Body') ?? '',
    effectId: callback === null ? null : decodeURIComponent(callback.slice(callback.lastIndexOf('/') + 1)),
    at: Date.parse(t) - offsetMs,
  };
};

/** How far business time is ahead of real time, ms. */
const offsetOf = async (world: World) => {
  const { now } = (await world.ask('GET', '/clock')) as { now: string };
  return Date.parse(now) - Date.now();
};

/** `onText` is called once for each text that Twilio has taken, in order. The clock is not skipped meanwhile, or `at` means nothing. */
export const watchWire = async (world: World, onText: (text: SentText) => void): Promise<WireWatch> => {
  let isOver = false;
  let after = 0;
  const offset = await offsetOf(world);
  const read = async () => {
    const { text } = await exchange('GET', `${world.url}/wire?after=${after}`);
    const lines = text.split('\n');
    lines.pop();
    after += lines.length;
    return lines;
  };
  const look = async () => {
    for (const line of await read()) {
      const sent = SEND.test(line.slice(0, 300)) ? textIn(line, offset) : null;
      if (sent !== null) onText(sent);
    }
  };
  const loop = async () => {
    while (!isOver) {
      await look().catch(() => undefined);
      await sleep(LOOK_MS);
    }
  };
  // What was said before is no news.
  await read();
  const running = loop();
  return {
    stop: async () => {
      isOver = true;
      await running;
    },
  };
};
