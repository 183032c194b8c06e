/** What the app still has to do, told by itself for all its processes. */
export interface Work {
  readonly inFlight: number;
  readonly nextDueAt: Date | null;
}

/** The app under test, known by its addresses alone. */
export interface App {
  /** In order: the next one is taken when one refuses. */
  readonly urls: readonly string[];
  /**
   * What is in flight or due until then; null when no app is running, or none in sandbox mode. One that was there and is
   * gone counts as in flight for 10 s, within which it may be started again: what falls due meanwhile is not passed over.
   */
  work(until: Date): Promise<Work | null>;
  /** Hands the app the business time. False when nobody took it. */
  setClock(now: Date): Promise<boolean>;
}

const PATIENCE_IN_MS = 5_000;
const ABSENCE_IN_MS = 10_000;
const IN_FLIGHT: Work = { inFlight: 1, nextDueAt: null };

export const openApp = (appUrl: string): App => {
  const urls = appUrl.split(',').map((url) => url.trim().replace(/\/$/, ''));
  const isJustGone = watchPresence();
  const ask = async (path: string, init: RequestInit): Promise<Response | Absence> => {
    let absence: Absence = 'none';
    for (const url of urls) {
      const signal = AbortSignal.timeout(PATIENCE_IN_MS);
      const answer = await fetch(new URL(url).origin + path, { ...init, signal }).catch(absenceOf);
      if (typeof answer !== 'string' && answer.ok) return answer;
      if (answer === 'silent') absence = 'silent';
      if (typeof answer !== 'string') await answer.body?.cancel();
    }
    return absence;
  };
  return {
    urls,
    work: async (until) => {
      const answer = await ask(`/sandbox/work?until=${encodeURIComponent(until.toISOString())}`, {});
      if (answer === 'silent') return IN_FLIGHT;
      const work = answer === 'none' ? null : readWork(await answer.json().catch(() => null));
      return isJustGone(work !== null) ? IN_FLIGHT : work;
    },
    setClock: async (now) => {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ now: now.toISOString() });
      const answer = await ask('/sandbox/clock', { method: 'PUT', headers, body });
      if (typeof answer === 'string') return false;
      await answer.body?.cancel();
      return true;
    },
  };
};

// An app that is there but does not answer in time has work in flight; one that refuses is not running.
type Absence = 'none' | 'silent';
const absenceOf = (error: unknown): Absence =>
  error instanceof Error && error.name === 'TimeoutError' ? 'silent' : 'none';

/** Told at each look whether the app is there: whether it was, and has been gone for no longer than it takes to start one. */
const watchPresence = () => {
  let wasThere = false;
  let goneSince = -Infinity;
  return (isThere: boolean): boolean => {
    if (!isThere && wasThere) goneSince = performance.now();
    wasThere = isThere;
    return !isThere && performance.now() - goneSince < ABSENCE_IN_MS;
  };
};

const readWork = (told: unknown): Work | null => {
  if (typeof told !== 'object' || told === null || !('inFlight' in told)) return null;
  const due = 'nextDueAt' in told && typeof told.nextDueAt === 'string' ? new Date(told.nextDueAt) : null;
  return { inFlight: Number(told.inFlight), nextDueAt: due };
};
