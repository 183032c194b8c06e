// @ts-check
const SHORTEST_MS = 120;

/**
 * Gathers topics and hands them on together: one run at a time, what comes meanwhile goes into the next.
 *
 * @param {(topics: Set<string>) => Promise<void>} act
 * @returns {(topic: string) => void}
 */
export const gathered = (act) => {
  /** @type {Set<string>} */
  let waiting = new Set();
  let isRunning = false;
  const run = async () => {
    isRunning = true;
    while (waiting.size > 0) {
      const topics = waiting;
      waiting = new Set();
      await act(topics).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, SHORTEST_MS));
    }
    isRunning = false;
  };
  return (topic) => {
    waiting.add(topic);
    if (!isRunning) void run();
  };
};
