// Open pages hear within a second that something changed, and fetch themselves anew. One read a second for all pages of one topic.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Topic } from '../conversations/ports/dashboard.ts';

const LOOK_MS = 1_000;

interface Watched {
  readonly topic: Topic;
  version: string | null;
  readonly listeners: Set<(version: string) => void>;
}

export interface Watcher {
  /** `hear` is told the topic's version at once, and again whenever it is another; returns how to stop */
  readonly watch: (topic: Topic, hear: (version: string) => void) => () => void;
  readonly close: () => void;
}

/** Reads only while somebody listens. A read that fails is tried again a second later. */
export const makeWatcher = (versionOf: (topic: Topic) => Promise<string>, lookMs = LOOK_MS): Watcher => {
  const topics = new Map<string, Watched>();
  let isLooking = false;
  let isClosed = false;

  const look = async (watched: Watched) => {
    const version = await versionOf(watched.topic).catch(() => watched.version);
    if (version === null || version === watched.version) return;
    watched.version = version;
    for (const hear of watched.listeners) hear(version);
  };
  const lookOn = async () => {
    isLooking = true;
    while (topics.size > 0 && !isClosed) {
      await Promise.all([...topics.values()].map(look));
      await sleep(lookMs, undefined, { ref: false });
    }
    isLooking = false;
  };

  return {
    watch: (topic, hear) => {
      const key = JSON.stringify(topic);
      const watched = topics.get(key) ?? { topic, version: null, listeners: new Set() };
      topics.set(key, watched);
      watched.listeners.add(hear);
      if (watched.version !== null) hear(watched.version);
      if (!isLooking) void lookOn();
      return () => {
        watched.listeners.delete(hear);
        if (watched.listeners.size === 0) topics.delete(key);
      };
    },
    close: () => {
      isClosed = true;
      topics.clear();
    },
  };
};
