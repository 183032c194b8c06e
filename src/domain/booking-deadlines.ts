// How long everybody has, from the sent request to the payout. Numbers: the field's usual ones (docs/decisions).
import { Temporal } from 'temporal-polyfill';
import type { ArrivalWindow } from './arrival-window.ts';
import { isReached, laterOf, localDate, minutesAfter, minutesBetween } from './instants.ts';
import type { Job } from './job.ts';

/** How pressing a job is: an emergency, a visit today (in the property's zone), or any later day. */
export type Pace = 'emergency' | 'sameDay' | 'future';

export const paceOf = (job: Pick<Job, 'urgency'>, window: ArrivalWindow, now: string): Pace => {
  if (job.urgency === 'emergency') return 'emergency';
  return localDate(window.start, window.zone) === localDate(now, window.zone) ? 'sameDay' : 'future';
};

interface PaceMinutes {
  /** until the next providers are asked */
  readonly wave: number;
  /** until the homeowner must have answered a proposal */
  readonly choice: number;
}

const MINUTES: Readonly<Record<Pace, PaceMinutes>> = {
  emergency: { wave: 5, choice: 10 },
  sameDay: { wave: 10, choice: 15 },
  future: { wave: 60, choice: 30 },
};

/** How many are asked at once; every offer says how many. */
export const ASKED_AT_ONCE = 3;
/** Waves of a search before it is given up: one for each ring. */
const WAVES = 4;

/** Minutes in which the chosen slot must be paid, counted from the choice, and after which the link is named once more. */
export const HOLD_MINUTES = 15;
const NUDGE_MINUTES = 10;
/** Stripe's events come within seconds; after an hour we ask. */
const RECEIPT_MINUTES = 60;
const APPROVAL_HOURS = 48;
const HOURS_BEFORE_VISIT = 2;
/** A visit is remembered the evening before only when there is more than this between booking and visit. */
const DAY_BEFORE_HOURS = 18;
/** "On my way" and "here" are believed from this long before the window. */
const DEPARTURE_OPENS_MINUTES = 60;
/** Who has not left by then is asked whether he still comes, but not within a quarter of an hour of the booking. */
const DEPARTURE_DUE_MINUTES = 30;
const JUST_BOOKED_MINUTES = 15;
/** So long a provider waits at a door that nobody opens until a person steps in. */
const AT_DOOR_MINUTES = 30;
/** Most visits are over by then, counted from the arrival or the end of the window. */
const WORK_HOURS = 3;
const [MORNING, EVENING] = [9, 21];
/** A delay whose length is not said is told without it. */
const DELAY_UNTOLD_MINUTES = 5;

export const waveEndsAt = (pace: Pace, now: string): string => minutesAfter(now, MINUTES[pace].wave);
export const searchEndsAt = (pace: Pace, now: string): string => minutesAfter(now, MINUTES[pace].wave * WAVES);
export const searchHalvesAt = (pace: Pace, now: string): string => minutesAfter(now, (MINUTES[pace].wave * WAVES) / 2);
export const choiceExpiresAt = (pace: Pace, now: string): string => minutesAfter(now, MINUTES[pace].choice);
export const holdExpiresAt = (chosenAt: string): string => minutesAfter(chosenAt, HOLD_MINUTES);
export const holdNudgedAt = (chosenAt: string): string => minutesAfter(chosenAt, NUDGE_MINUTES);
export const receiptOverdueAt = (closedAt: string): string => minutesAfter(closedAt, RECEIPT_MINUTES);
export const approvalExpiresAt = (finishedAt: string): string => minutesAfter(finishedAt, APPROVAL_HOURS * 60);

/** What the holder of a slot is told: by then the homeowner has answered and paid, or the slot is free again. */
export const heldUntil = (choiceUntil: string): string => holdExpiresAt(choiceUntil);

/** Two hours before the window, at once when that is past. */
export const visitApproachesAt = (window: ArrivalWindow, now: string): string =>
  laterOf(minutesAfter(window.start, -60 * HOURS_BEFORE_VISIT), now);

/** Whether the visit is so near that its reminder would come with the booking itself. */
export const isApproaching = (window: ArrivalWindow, now: string): boolean =>
  isReached(minutesAfter(window.start, -60 * HOURS_BEFORE_VISIT), now);

/** From then on a provider may say that he leaves or has come. */
export const departureOpensAt = (window: ArrivalWindow): string => minutesAfter(window.start, -DEPARTURE_OPENS_MINUTES);

/** When a provider who has not left is asked whether he still comes. */
export const departureDueAt = (window: ArrivalWindow, bookedAt: string): string =>
  laterOf(minutesAfter(window.start, -DEPARTURE_DUE_MINUTES), minutesAfter(bookedAt, JUST_BOOKED_MINUTES));

/** When a provider who is at work is asked whether he is done: three hours on, and never from 9 pm to 9 am in the property's zone. */
export const workOverdueAt = ({ end, zone }: ArrivalWindow, now: string): string => {
  const at = Temporal.Instant.from(minutesAfter(laterOf(end, now), WORK_HOURS * 60)).toZonedDateTimeISO(zone);
  if (at.hour >= MORNING && at.hour < EVENING) return at.toInstant().toString();
  const day = at.hour < MORNING ? at.toPlainDate() : at.toPlainDate().add({ days: 1 });
  return day
    .toZonedDateTime({ timeZone: zone, plainTime: { hour: MORNING } })
    .toInstant()
    .toString();
};

export const homeownerOverdueAt = (now: string): string => minutesAfter(now, AT_DOOR_MINUTES);
export const delayUntoldAt = (now: string): string => minutesAfter(now, DELAY_UNTOLD_MINUTES);

/**
 * 17:00 of the day before, in the property's zone; null when the visit is 18 hours away or less, or that hour is past.
 * A second earlier for each hour from the visit's start to midnight: somebody's visits of one day are told in their order.
 */
export const dayBeforeAt = (window: ArrivalWindow, now: string): string | null => {
  if (minutesBetween(now, window.start) <= DAY_BEFORE_HOURS * 60) return null;
  const start = Temporal.Instant.from(window.start).toZonedDateTimeISO(window.zone);
  const evening = start
    .toPlainDate()
    .subtract({ days: 1 })
    .toZonedDateTime({ timeZone: window.zone, plainTime: '17:00' })
    .subtract({ seconds: 24 - start.hour })
    .toInstant()
    .toString();
  return isReached(evening, now) ? null : evening;
};

/** A refused payout is tried again a day later. */
export const payoutDueAt = (now: string): string => minutesAfter(now, 24 * 60);

/** When the code of a booking that is over may name another one. */
export const codeRetiresAt = (now: string, isServed: boolean): string =>
  minutesAfter(now, (isServed ? 30 : 7) * 24 * 60);
