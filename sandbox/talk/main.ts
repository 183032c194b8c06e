import { openDoor } from './sandbox-door.ts';
import { readOptions, USAGE, type TalkOptions } from './options.ts';
import { putDown, takeUp, type Phone } from './phone.ts';
import { saveStory } from './story.ts';
import { talkByLines } from './talk-by-lines.ts';
import { talkLive } from './talk-live.ts';

const say = (line: string) => void process.stdout.write(`${line}\n`);
const complain = (line: string) => void process.stderr.write(`${line}\n`);

const main = async () => {
  const options = readOrExplain();
  if (options === null) return 2;
  const door = openDoor(options.sandboxUrl);
  const began = await door.now();
  const phone = await takeUp(door, options.number, options.role);
  try {
    return await talk(door, phone);
  } finally {
    if (options.saveTo !== null) {
      await saveStory(door, options.saveTo, { began, payments: phone.payments });
      say(`Saved as ${options.saveTo}.`);
    }
    await putDown(door, phone);
  }
};

const talk = async (door: ReturnType<typeof openDoor>, phone: Phone): Promise<number> => {
  if (!process.stdin.isTTY) return (await talkByLines(door, phone, { input: process.stdin, say, complain })) ? 0 : 1;
  await talkLive(door, phone);
  return 0;
};

const readOrExplain = (): TalkOptions | null => {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    complain(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
    return null;
  }
};

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    complain(error instanceof Error ? error.message : String(error));
    process.exit(1);
  },
);
