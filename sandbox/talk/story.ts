import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { roleOf } from './options.ts';
import type { PhoneShown, PhoneText, SandboxDoor } from './sandbox-door.ts';

/** A payment that was made in the talk. */
export interface Payment {
  readonly at: string;
  readonly card: string;
  readonly authenticate?: string;
}

interface Act {
  readonly at: number;
  readonly line: string;
  /** Whose answer an `us:` line after it is; of a payment the homeowner's who wrote last. */
  readonly speaker: string | null;
}

interface Answer {
  readonly at: number;
  readonly to: string;
  readonly words: string;
}

const MINUTE = 60_000;

/**
 * Everything that was texted and paid since the talk began, as a dialogue file (the format is told in
 * test/support/dialogue.ts). Time that passed between two acts becomes a `later` line.
 */
export const saveStory = async (
  door: SandboxDoor,
  file: string,
  talk: { readonly began: string; readonly payments: readonly Payment[] },
): Promise<void> => {
  const phones = await door.phones();
  const heard = await Promise.all(phones.map(async ({ number }) => textsSince(door, number, talk.began)));
  const texts = heard.flat();
  const acts = [...texts.filter(({ direction }) => direction === 'in').map(said), ...talk.payments.map(paid)];
  const answers = texts.filter(({ direction }) => direction === 'out').map(answered);
  const title = basename(file)
    .replace(/\.\w+$/, '')
    .replaceAll('-', ' ');
  const until = Date.parse(await door.now());
  const lines = tell(inOrder(acts), inOrder(answers), until);
  mkdirSync(dirname(file), { recursive: true });
  const head = [`# ${title.charAt(0).toUpperCase()}${title.slice(1)}`, ...cast(phones, texts)];
  writeFileSync(file, `${[...head, ...lines].join('\n')}\n`);
};

/** Who took part as a provider: to be settled by a `who` line, whose price the phones do not know. */
const cast = (phones: readonly PhoneShown[], texts: readonly PhoneText[]): string[] =>
  phones
    .filter(
      ({ number, role }) =>
        role === 'provider' && texts.some(({ from, to }) => [bare(from ?? ''), bare(to)].includes(number)),
    )
    .map(({ number, label }) => `# ${label}: to play this again, write who: Name ${number} trade dollars`);

const textsSince = async (door: SandboxDoor, number: string, began: string): Promise<PhoneText[]> =>
  (await door.texts(number)).texts.filter(({ at }) => at >= began);

const inOrder = <T extends { readonly at: number }>(list: readonly T[]): T[] =>
  [...list].sort((left, right) => left.at - right.at);

const bare = (address: string): string => address.replace('whatsapp:', '');
const onOneLine = (body: string): string => body.replace(/https?:\/\/\S+/g, '<link>').replace(/\n/g, ' / ');

const said = ({ at, from, body }: PhoneText): Act => {
  const speaker = from ?? '';
  return {
    at: Date.parse(at),
    line: `${roleOf(bare(speaker))} ${speaker}: ${body.replace(/\n/g, ' ')}`,
    speaker: bare(speaker),
  };
};

const paid = ({ at, card, authenticate }: Payment): Act => ({
  at: Date.parse(at),
  line: ['pays:', card, authenticate].filter(Boolean).join(' '),
  speaker: null,
});

const answered = ({ at, to, body }: PhoneText): Answer => ({
  at: Date.parse(at),
  to: bare(to),
  words: onOneLine(body),
});

interface Scene {
  speaker: string;
  homeowner: string;
}

const tell = (acts: readonly Act[], answers: readonly Answer[], until: number): string[] => {
  const scene: Scene = { speaker: '', homeowner: '' };
  const begin = acts[0]?.at ?? until;
  const between = (from: number, to: number) => answers.filter(({ at }) => at >= from && at < to);
  const opening = between(0, begin).map((answer) => us(scene, answer));
  const chapters = acts.flatMap((act, index) => {
    const next = acts[index + 1]?.at ?? until + 1;
    takeTurn(scene, act);
    const soon = between(act.at, Math.min(act.at + MINUTE, next)).map((answer) => us(scene, answer));
    if (next - act.at < MINUTE) return [act.line, ...soon];
    // What comes after a wait is told as to the homeowner.
    scene.speaker = scene.homeowner;
    const afterwards = between(act.at + MINUTE, next).map((answer) => us(scene, answer));
    return [act.line, ...soon, later(next - act.at), ...afterwards];
  });
  return [...opening, ...chapters];
};

const takeTurn = (scene: Scene, { speaker }: Act) => {
  if (speaker !== null && roleOf(speaker) === 'homeowner') scene.homeowner = speaker;
  scene.speaker = speaker ?? scene.homeowner;
};

const us = ({ speaker }: Scene, { to, words }: Answer): string =>
  to === speaker ? `us: ${words}` : `us> ${to}: ${words}`;

const units: readonly (readonly [number, string])[] = [
  [24 * 60, 'day'],
  [60, 'hour'],
  [1, 'minute'],
];

const later = (ms: number): string => {
  const minutes = Math.floor(ms / MINUTE);
  const [size, word] = units.find(([unit]) => minutes % unit === 0) ?? [1, 'minute'];
  const count = minutes / size;
  return `later: ${count} ${word}${count === 1 ? '' : 's'}`;
};
