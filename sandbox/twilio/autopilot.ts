import { createHash } from 'node:crypto';
import type { World } from '../world.ts';
import { account } from '../account.ts';
import { channelOf } from './addresses.ts';
import { receiveText } from './receive-text.ts';
import type { Autopilot, Switchboard } from './switchboard.ts';

/** What somebody is going to write, or has written. */
interface Intent {
  readonly phone: string;
  readonly channel: 'sms' | 'whatsapp';
  readonly body: string;
  readonly due: string;
  readonly isDone: boolean;
}

const MINUTE = 60_000;
const named = /\b(Y|OTW|HERE|DONE) ([A-Z]{1,3}\d{1,3})\b/;

/** Demo providers who answer by themselves, by the reply words that a text names. */
export const openAutopilot = (world: World, switchboard: () => Switchboard): Autopilot => {
  const intents = world.shelf<Intent>('twilio.autopilot');
  const act = async (key: string) => {
    const intent = intents.get(key);
    if (intent === undefined || intent.isDone) return;
    intents.set(key, { ...intent, isDone: true });
    const { phone, channel, body } = intent;
    if (!switchboard().phones.isOnAutopilot(phone)) return;
    const to = account.twilio.number;
    await receiveText(switchboard(), { phone, channel, to, body, media: [], tapped: null }).delivery;
  };
  const plan = (key: string, due: Date) =>
    void world.clock.at(due, `autopilot ${key.split(' ')[1] ?? ''}`, () => act(key));
  return {
    hear: (text) => {
      const [, word = '', code = ''] = named.exec(text.body) ?? [];
      const key = `${text.phone} ${word} ${code}`;
      if (word === '' || intents.has(key) || !switchboard().phones.isOnAutopilot(text.phone)) return;
      const answer = answerTo(word, text.phone);
      if (answer === null) return;
      const due = new Date(world.clock.now().getTime() + answer.afterMs);
      const said = { phone: text.phone, channel: channelOf(text.to), body: `${answer.word} ${code}` };
      intents.set(key, { ...said, due: due.toISOString(), isDone: false });
      plan(key, due);
    },
    resume: () => {
      for (const [key, { due, isDone }] of intents.entries()) if (!isDone) plan(key, new Date(due));
    },
  };
};

/** How long a provider takes from the reminder to the door, and to the next words, in minutes. */
const laterWords: Readonly<Record<string, number>> = { OTW: 85, HERE: 25, DONE: 60 };

// Chance is drawn from the number alone, so that a demo repeats itself: of sixty, six stay silent and ten pass.
const answerTo = (word: string, phone: string): { word: string; afterMs: number } | null => {
  const minutes = laterWords[word];
  if (minutes !== undefined) return { word, afterMs: minutes * MINUTE };
  const lot = createHash('sha256').update(phone).digest();
  const share = lot.readUInt16BE(0) % 60;
  if (share < 6) return null;
  return { word: share < 16 ? 'N' : 'Y', afterMs: 5_000 + (lot.readUInt16BE(2) % 36) * 1_000 };
};
