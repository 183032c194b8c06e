// Letters between actors: at least once, in order per receiver, ignored when heard.
import type { ActorAddress } from '../../domain/actor.ts';
import type { Event } from '../../machines/events.ts';
import { done, type Outcome } from '../outcome.ts';
import type { Performance } from '../perform-lane.ts';
import type { Post } from '../tools.ts';

/** Effects of one turn share a revision; fewer than this many are ever ordered by one. */
const INDEXES_A_REVISION = 1_000;

/** `ref.revision.index` as the sender's ref and one number that only grows. */
export const stampOf = (effectId: string): { readonly ref: string; readonly sequence: number } => {
  const [ref = '', revision = '0', index = '0'] = effectId.split('.');
  return { ref, sequence: Number(revision) * INDEXES_A_REVISION + Number(index) };
};

export const tell = async (
  post: Post,
  letter: { readonly to: ActorAddress; readonly event: Event },
  { item }: Performance,
): Promise<Outcome> => {
  await post(letter.to, {
    id: item.id,
    at: item.at,
    readyAt: null,
    tries: 0,
    letter: stampOf(item.id),
    conversation: null,
    what: { kind: 'event', event: letter.event },
  });
  return done();
};
