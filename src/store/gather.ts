// What is ready together is written together, and a lone write does not wait: while one batch is under way the next one fills.
export const gathering = <Item>(write: (items: readonly Item[]) => Promise<void>, limit = 200) => {
  let waiting: { item: Item; resolve: () => void; reject: (error: unknown) => void }[] = [];
  let isWriting = false;

  const drain = async () => {
    isWriting = true;
    while (waiting.length > 0) {
      const batch = waiting.slice(0, limit);
      waiting = waiting.slice(limit);
      try {
        await write(batch.map(({ item }) => item));
        for (const { resolve } of batch) resolve();
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    isWriting = false;
  };

  /** Resolves when the item is durable. */
  return (item: Item): Promise<void> =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!isWriting) queueMicrotask(() => void (isWriting ? undefined : drain()));
    });
};
