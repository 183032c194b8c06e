/** Topics only: who hears one fetches what changed. */
export type Topic =
  'reset' | 'phones' | `phone:${string}` | 'clock' | 'faults' | 'mails' | 'payments' | 'accounts' | 'disputes';

export interface News {
  publish(topic: Topic): void;
  /** Returns the function that ends the subscription. */
  subscribe(listener: (topic: Topic) => void): () => void;
}

export const openNews = (): News => {
  const listeners = new Set<(topic: Topic) => void>();
  return {
    publish: (topic) => {
      for (const listener of [...listeners]) listener(topic);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
};
