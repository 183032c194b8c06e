// What is ready together is sent together, and a lone order does not wait: while one batch is under way the next one fills. In a crowd
// batches keep a distance: a command costs both sides as much as several of its orders do (`npm run bench turns`).
import { setTimeout as sleep } from 'node:timers/promises';

/** Resolves with the answers in the order of the items, each for itself still a promise perhaps; rejects for all of them. */
type Send<Item, Answer> = (items: readonly Item[]) => Promise<readonly (Answer | Promise<Answer>)[]>;

interface Waiting<Item, Answer> {
  readonly item: Item;
  readonly resolve: (answer: Answer | Promise<Answer>) => void;
  readonly reject: (error: unknown) => void;
}

const LIMIT = 200;
/** So many in one batch are a crowd. */
const CROWD = 4;
/** From the beginning of a crowd's batch to that of the next one. */
const DISTANCE_MS = 25;

/** The returned function resolves with the answer to its item. At most `limit` items go in one batch. */
export const gathering = <Item, Answer = void>(send: Send<Item, Answer>, limit = LIMIT) => {
  let waiting: Waiting<Item, Answer>[] = [];
  let isSending = false;

  const sendBatch = async (batch: readonly Waiting<Item, Answer>[]) => {
    try {
      const answers = await send(batch.map(({ item }) => item));
      for (const [index, { resolve }] of batch.entries()) resolve(answers[index] as Answer | Promise<Answer>);
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  };
  const drain = async () => {
    isSending = true;
    while (waiting.length > 0) {
      const batch = waiting.slice(0, limit);
      waiting = waiting.slice(limit);
      const begun = performance.now();
      await sendBatch(batch);
      const rest = DISTANCE_MS - (performance.now() - begun);
      if (batch.length >= CROWD && waiting.length < limit && rest > 0) await sleep(rest);
    }
    isSending = false;
  };

  return (item: Item): Promise<Answer> =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!isSending) queueMicrotask(() => void (isSending ? undefined : drain()));
    });
};
