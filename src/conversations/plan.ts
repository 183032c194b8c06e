// From what a turn decided to the one update that makes it so. Pure.
import type { Effect } from '../machines/effects.ts';
import type { StoredMachine } from '../machines/stored.ts';
import type {
  ActorImage,
  Asked,
  CommitPlan,
  Consent,
  InboxItem,
  LogText,
  OutboxItem,
  Speech,
  StoredEffect,
  StoredTimer,
  StuckItem,
} from './ports/actor.ts';

export interface Order {
  readonly conversation: string | null;
  readonly effect: Exclude<Effect, { type: 'say' }> | SpokenSay | LogText;
}

/** A `say` whose words are made; `asks` is what its answer will be read by. */
export interface SpokenSay {
  readonly type: 'spoken';
  readonly speech: Speech;
  readonly asks: Asked | null;
}

export interface Draft {
  readonly items: readonly InboxItem[];
  readonly machines: readonly StoredMachine[];
  readonly orders: readonly Order[];
  readonly firedTimers: readonly string[];
  readonly facts: Readonly<Record<string, unknown>>;
  readonly consent: Consent | null;
  readonly stuck: readonly StuckItem[];
}

export const emptyDraft = (image: ActorImage, items: readonly InboxItem[]): Draft => ({
  items,
  machines: image.machines,
  orders: [],
  firedTimers: [],
  facts: {},
  consent: null,
  stuck: [],
});

const MONEY = new Set(['requestPayment', 'closeLink', 'readPayment', 'readCharge', 'payOut', 'refundPayment']);

/** Order holds within a lane; a stuck lane holds no other. */
const laneOf = (effect: StoredEffect): string => {
  if (effect.type === 'say') return 'texts';
  if (effect.type === 'tell') return `letters:${effect.to.kind}/${effect.to.id}`;
  if (effect.type === 'holdSlot' || effect.type === 'releaseSlot') return 'reservation';
  return MONEY.has(effect.type) ? 'money' : effect.type;
};

const isForeign = (item: InboxItem) => item.letter === null && item.conversation === null;

/** `revision` is the one that this commit makes: it is part of every effect's id. */
export const planOf = (image: ActorImage, draft: Draft, now: Date): CommitPlan => {
  const revision = image.revision + 1;
  const timersOff = new Set(draft.firedTimers);
  const timersOn = new Map<string, StoredTimer>();
  const outbox: OutboxItem[] = [];
  let facts: Record<string, unknown> = { ...draft.facts };

  const clear = (conversation: string, name: string) => {
    for (const timer of image.timers) {
      if (timer.conversation === conversation && timer.name === name) timersOff.add(timer.id);
    }
    timersOn.delete(`${conversation} ${name}`);
  };
  const order = (conversation: string | null, effect: StoredEffect, index: number) =>
    outbox.push({
      id: `${image.ref}.${revision}.${index}`,
      lane: laneOf(effect),
      conversation,
      effect,
      at: now,
      nextAt: null,
      tries: 0,
      takeovers: 0,
      unknownSince: null,
    });

  for (const [index, { conversation, effect }] of draft.orders.entries()) {
    const of = conversation ?? 'main';
    if (effect.type === 'cancelTimer') clear(of, effect.name);
    else if (effect.type === 'setTimer') {
      clear(of, effect.name);
      const id = `${image.ref}.${revision}.${index}`;
      timersOn.set(`${of} ${effect.name}`, { id, conversation: of, name: effect.name, dueAt: new Date(effect.at) });
    } else if (effect.type === 'keepFacts') facts = { ...facts, ...effect.facts };
    else if (effect.type === 'spoken') {
      if (effect.asks !== null) facts = { ...facts, asked: effect.asks };
      order(conversation, effect.speech, index);
    } else order(conversation, effect, index);
  }
  return {
    heardItems: draft.items,
    handled: draft.items.filter(isForeign).map((item) => item.id),
    machines: draft.machines,
    timersOff: [...timersOff],
    timersOn: [...timersOn.values()],
    outbox,
    stuck: draft.stuck,
    facts: { ...facts, ...movedAt(image, draft, now) },
    consent: draft.consent,
  };
};

/** When it came into its state, for the dashboard; nothing while all its machines stay in theirs. */
const movedAt = (image: ActorImage, { machines }: Draft, now: Date): { readonly since?: Date } => {
  const stays = machines.every(({ id, value }) => image.machines.find((before) => before.id === id)?.value === value);
  return stays ? {} : { since: now };
};
