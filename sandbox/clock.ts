import type { Busy } from './busy.ts';
import { openDiary, type Appointment } from './diary.ts';
import type { News } from './news.ts';
import type { Shelf } from './shelves.ts';

type Act = Appointment['act'];

/** The one business clock: real speed, plus an offset that only grows. */
export interface Clock {
  now(): Date;
  /** Runs `act` when the clock reaches `due` (at once when it has). Counted as busy while it runs. Returns the cancel. */
  at(due: Date, label: string, act: Act): () => void;
  /** As `at`, for a short technical wait (a retry, a late webhook), which settling may skip when it ends within 30 s. */
  wait(ms: number, label: string, act: Act): () => void;
  nextDue(): Date | null;
  /** When the next technical wait ends. */
  nextWait(): Date | null;
  /** Moves forward; acts that fall due begin in order. A time that has passed is left as it is. */
  moveTo(to: Date): void;
  reset(): void;
  readonly close: () => void;
}

interface ClockOptions {
  readonly busy: Busy;
  readonly news: News;
  readonly log: (sentence: string) => void;
  readonly shelf: Shelf<{ ms: number }>;
}

const LONGEST_TIMER = 2 ** 31 - 1;

export const startClock = ({ busy, news, log, shelf }: ClockOptions): Clock => {
  const diary = openDiary();
  const nowInMs = () => Date.now() + (shelf.get('offset')?.ms ?? 0);
  const run = ({ label, act }: Appointment) => {
    const done = busy.begin(label);
    void Promise.resolve()
      .then(act)
      .catch((error: unknown) => log(`The sandbox could not do "${label}": ${String(error)}`))
      .finally(done);
  };
  const fire = () => {
    for (let due = diary.takeDue(nowInMs()); due; due = diary.takeDue(nowInMs())) run(due);
    arm();
  };
  const bell = openBell(fire);
  const arm = () => bell.ringAt(diary.first()?.due ?? null, nowInMs());
  const note = (appointment: Appointment) => {
    diary.note(appointment);
    arm();
    return () => diary.strike(appointment);
  };
  const dateOf = (appointment: Appointment | undefined) => (appointment ? new Date(appointment.due) : null);

  return {
    now: () => new Date(nowInMs()),
    at: (due, label, act) => note({ due: due.getTime(), label, act, isWait: false }),
    wait: (ms, label, act) => note({ due: nowInMs() + ms, label, act, isWait: true }),
    nextDue: () => dateOf(diary.first()),
    nextWait: () => dateOf(diary.firstWait()),
    moveTo: (to) => {
      if (to.getTime() > nowInMs()) shelf.set('offset', { ms: to.getTime() - Date.now() });
      news.publish('clock');
      fire();
    },
    reset: () => {
      diary.clear();
      arm();
      news.publish('clock');
    },
    close: bell.close,
  };
};

/** One timer, set again and again. */
const openBell = (ring: () => void) => {
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;
  const ringAt = (due: number | null, now: number) => {
    clearTimeout(timer);
    if (due === null || isClosed) return;
    timer = setTimeout(ring, Math.min(Math.max(due - now, 0), LONGEST_TIMER)).unref();
  };
  const close = () => {
    isClosed = true;
    clearTimeout(timer);
  };
  return { ringAt, close };
};
