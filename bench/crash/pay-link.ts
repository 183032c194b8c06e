import { setTimeout as sleep } from 'node:timers/promises';
import type { World } from '../stage.ts';

const GOOD = '4242424242424242';
const POOR = '4000000000009995';
const POOR_SHARE = 0.1;
const PATIENCE_MS = 60_000;

const idIn = (link: string): string | null => /\/pay\/([^/?#]+)/.exec(link)?.[1] ?? null;

const follow = async (link: string): Promise<string> => {
  const answer = await fetch(link, { redirect: 'manual' });
  await answer.body?.cancel();
  return answer.headers.get('location') ?? '';
};

/** The payment page behind a link that was texted; a short link of the app's leads there, once a process of it is up. */
const pageOf = async (link: string): Promise<string> => {
  const last = Date.now() + PATIENCE_MS;
  let id = idIn(link);
  while (id === null) {
    id = idIn(await follow(link).catch(() => ''));
    if (Date.now() > last) throw new Error('A payment link led nowhere for a minute.');
    await sleep(100);
  }
  return id;
};

/** Pays; one in ten has too little on the first card and takes another. */
export const payLink = async (world: World, link: string): Promise<void> => {
  const page = await pageOf(link);
  if (Math.random() < POOR_SHARE) await world.ask('POST', `/pay/${page}`, { card: POOR });
  await world.ask('POST', `/pay/${page}`, { card: GOOD });
};
