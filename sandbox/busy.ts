/** Counts what is in flight in the sandbox itself. */
export interface Busy {
  /** Counts one more until the returned function is called. */
  begin(label: string): () => void;
  count(): number;
  /** How often `begin` was ever called: unchanged between two looks means that nothing came and went. */
  begun(): number;
  labels(): string[];
}

export const countBusy = (): Busy => {
  const running = new Map<number, string>();
  let total = 0;
  return {
    begin: (label) => {
      const id = ++total;
      running.set(id, label);
      return () => void running.delete(id);
    },
    count: () => running.size,
    begun: () => total,
    labels: () => [...running.values()],
  };
};
