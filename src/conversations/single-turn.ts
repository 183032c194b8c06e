// The turn of a booking or a provider: one machine, started by the event that makes it.
import type { ActorKind } from '../domain/actor.ts';
import type { Event, Heard } from '../machines/events.ts';
import { start, step } from '../machines/step.ts';
import type { StepResult } from '../machines/stored.ts';
import type { ActorImage } from './ports/actor.ts';
import type { Draft, Order } from './plan.ts';
import type { Tools } from './tools.ts';

const BEGINNINGS = {
  booking: { event: 'request.sent', machine: 'booking' },
  provider: { event: 'provider.joined', machine: 'membership' },
} as const;

export const singleTurn = (
  tools: Tools,
  image: ActorImage,
  { draft, event, kind }: { draft: Draft; event: Event; kind: Exclude<ActorKind, 'thread'> },
): Draft => {
  const heard: Heard = { ...event, now: tools.clock.now().toISOString(), fresh: tools.fresh() };
  const result = stepOrStart(image, heard, kind);
  if (result === null || !result.isHeard) return draft;
  const orders = result.effects.map((effect): Order => {
    if (effect.type === 'say') throw new Error('Only a thread can speak.');
    return { conversation: result.machine.id, effect };
  });
  return { ...draft, machines: [result.machine], orders: [...draft.orders, ...orders] };
};

const stepOrStart = (image: ActorImage, heard: Heard, kind: Exclude<ActorKind, 'thread'>): StepResult | null => {
  const [machine] = image.machines;
  if (machine !== undefined) return step(machine, heard);
  const begins = BEGINNINGS[kind];
  return heard.type === begins.event ? start(begins.machine, 'main', heard) : null;
};
