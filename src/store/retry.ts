import { setTimeout as sleep } from 'node:timers/promises';

const WAITS = [20, 80, 250, 700, 1_500, 3_000];

export const isDuplicate = (error: unknown): boolean => (error as { code?: number }).code === 11_000;

/** Not primary, stepping down, shutting down and their like (MongoDB's error_codes.yml). */
const PASSING_CODES = new Set([91, 189, 10_107, 11_600, 11_602, 13_435]);
const PASSING_NAMES = /^Mongo(Network|ServerSelection|PoolCleared|WaitQueue|NotConnected|OperationTimeout)/;

/** An error after which the same write may well succeed. */
export const isPassing = (error: unknown): boolean => {
  const { code, errorLabels = [], name = '' } = error as { name?: string; code?: number; errorLabels?: string[] };
  return PASSING_NAMES.test(name) || PASSING_CODES.has(code ?? 0) || errorLabels.length > 0;
};

const waitBefore = (attempt: number): number =>
  (WAITS[Math.min(attempt, WAITS.length - 1)] ?? 0) * (0.5 + Math.random());

/**
 * Repeats a write that is safe to repeat until MongoDB answers, for at most `withinMs`. The driver retries only the first
 * operation that fails when a primary dies; everything else is ours.
 */
export const retrying = async <Result>(
  write: () => Promise<Result>,
  { withinMs = 8_000, isAlso = (_: unknown): boolean => false } = {},
): Promise<Result> => {
  const end = Date.now() + withinMs;
  const restAfter = async (error: unknown, attempt: number) => {
    const wait = waitBefore(attempt);
    const isWorthIt = isPassing(error) || isAlso(error);
    if (!isWorthIt || Date.now() + wait > end) throw error;
    await sleep(wait);
  };
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await write();
    } catch (error) {
      await restAfter(error, attempt);
    }
  }
};
