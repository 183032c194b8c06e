// Actors of a test, what they hear, and what they order.
import type { ActorImage, CommitPlan, InboxItem } from '../../src/conversations/ports/actor.ts';
import { makeClock } from '../../src/conversations/clock.ts';
import { emptyDraft, planOf } from '../../src/conversations/plan.ts';
import type { Store } from '../../src/store/open-store.ts';

export const clock = makeClock();

let count = 0;
export const thread = () => ({ kind: 'thread' as const, id: `sms:+1512555${String((count += 1)).padStart(4, '0')}` });
export const text = (id: string, body = 'hello', readyAt: Date | null = null): InboxItem => ({
  id,
  at: clock.now(),
  readyAt,
  tries: 0,
  letter: null,
  conversation: null,
  what: { kind: 'text', text: { body, media: [], button: null, location: null } },
});
export const letter = (id: string, ref: string, sequence: number): InboxItem => ({
  ...text(id),
  letter: { ref, sequence },
  what: { kind: 'event', event: { type: 'request.withdrawn' } },
});
export const said = (image: ActorImage, items: readonly InboxItem[], bodies: readonly string[]): CommitPlan =>
  planOf(
    image,
    {
      ...emptyDraft(image, items),
      orders: bodies.map((body) => ({
        conversation: 'desk',
        effect: {
          type: 'spoken',
          asks: null,
          speech: { type: 'say', key: 'desk.introduced', body, buttons: [], until: null, isFarewell: false },
        },
      })),
    },
    clock.now(),
  );
/** An actor whose first turn ordered these texts. */
export const committed = async (store: Store, bodies: readonly string[]) => {
  const address = thread();
  const { image } = await store.actors.accept(address, text('SM1'), null);
  const after = await store.actors.commit(address, image.revision, said(image, image.inbox, bodies));
  if (after === null) throw new Error('The commit was lost.');
  return { address, image: after };
};
