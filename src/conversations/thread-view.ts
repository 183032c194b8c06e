// A thread as an administrator sees it: who, which conversations in which states, what is due, what is stuck.
import type { ArrivalWindow } from '../domain/arrival-window.ts';
import { addressOf, channelOf, type Channel } from '../domain/actor.ts';
import type { Language } from '../domain/reading.ts';
import type { TradeId } from '../domain/trades.ts';
import { isOver } from '../machines/registry.ts';
import type { StoredMachine } from '../machines/stored.ts';
import type { OutboxItem, StoredTimer, StuckItem } from './ports/actor.ts';
import type { ShownImage } from './ports/dashboard.ts';
import { factsOf, summaryOf } from './thread-facts.ts';

export interface ConversationView {
  readonly id: string;
  readonly machine: string;
  readonly state: string;
  readonly code: string | null;
  readonly isOver: boolean;
  readonly trade: TradeId | null;
  readonly area: string | null;
  readonly window: ArrivalWindow | null;
  readonly bookingId: string | null;
}

/** A text that was decided and is not sent yet. */
export interface WaitingText {
  readonly id: string;
  readonly at: Date;
  readonly body: string;
  readonly tries: number;
  readonly nextAt: Date | null;
}

export interface ThreadView {
  readonly ref: string;
  /** `sms:+1…` */
  readonly id: string;
  readonly channel: Channel;
  readonly address: string;
  readonly name: string | null;
  readonly language: Language | null;
  readonly isProvider: boolean;
  readonly hasOptedOut: boolean;
  readonly zone: string | null;
  readonly area: string | null;
  /** the desk, which is always there, left out; the one that heard last comes first */
  readonly conversations: readonly ConversationView[];
  readonly timers: readonly StoredTimer[];
  readonly stuck: readonly StuckItem[];
  readonly waiting: readonly WaitingText[];
  /** orders that wait, besides texts */
  readonly ordersWaiting: number;
}

export const viewThread = (image: ShownImage): ThreadView => {
  const facts = factsOf(image);
  return {
    ref: image.ref,
    id: image._id,
    channel: channelOf(image._id),
    address: addressOf(image._id),
    name: facts.name,
    language: facts.language,
    isProvider: facts.providerId !== null,
    hasOptedOut: image.consent?.state === 'out',
    zone: facts.zone,
    area: facts.lastPlace?.area ?? null,
    conversations: image.machines
      .filter(({ machine }) => machine !== 'desk')
      .map(viewConversation)
      .reverse(),
    timers: [...image.timers].sort((left, right) => left.dueAt.getTime() - right.dueAt.getTime()),
    stuck: image.stuck,
    waiting: image.outbox.flatMap(waitingText),
    ordersWaiting: image.outbox.filter(({ effect: { type } }) => type !== 'say' && type !== 'logText').length,
  };
};

const viewConversation = (stored: StoredMachine): ConversationView => {
  const { area, code, id, job, machine, state, window } = summaryOf(stored);
  const { bookingId, trade } = stored.context as {
    readonly bookingId?: string | null;
    readonly trade?: TradeId | null;
  };
  return {
    id,
    machine,
    state,
    code,
    isOver: isOver(stored),
    trade: job?.trade ?? trade ?? null,
    area,
    window,
    bookingId: bookingId ?? null,
  };
};

const waitingText = ({ at, effect, id, nextAt, tries }: OutboxItem): readonly WaitingText[] =>
  effect.type === 'say' ? [{ id, at, body: effect.body, tries, nextAt }] : [];
