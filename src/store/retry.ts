import { setTimeout as sleep } from 'node:timers/promises';

const WAITS = [20, 80, 250, 700, 1_500, 3_000];

export const isDuplicate = (error: unknown): boolean => (error as { code?: number }).code === 11_000;

const isPassing = (error: unknown): boolean => {
  const { name, code, errorLabels } = error as { name?: string; code?: number; errorLabels?: string[] };
  if (name === 'MongoServerError')
    return (errorLabels ?? []).length > 0 || [91, 189, 10107, 11600, 11602, 13435].includes(code ?? 0);
  return /^Mongo(Network|ServerSelection|PoolCleared|WaitQueue|NotConnected|OperationTimeout)/.test(name ?? '');
};

/**
 * Repeats a write that is safe to repeat until MongoDB answers, for at most `withinMs`. The driver retries only the first
 * operation that fails when a primary dies; everything else is ours.
 */
export const retrying = async <Result>(
  write: () => Promise<Result>,
  { withinMs = 8_000, isAlso = (_: unknown): boolean => false } = {},
): Promise<Result> => {
  const end = Date.now() + withinMs;
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await write();
    } catch (error) {
      const wait = (WAITS[Math.min(attempt, WAITS.length - 1)] ?? 0) * (0.5 + Math.random());
      if (!(isPassing(error) || isAlso(error)) || Date.now() + wait > end) throw error;
      await sleep(wait);
    }
  }
};
