import { Temporal } from 'temporal-polyfill';
import type { LocalSpan, When } from './reading.ts';

/** "Make it 3 pm" names no day: it is meant on the one that was said before (`day`, a local date; null: none was). */
export function onDaySaid(when: When, day: string | null): When {
  const first = when.windows[0];
  if (day === null || first === undefined || when.isDayGuessed !== true) return when;
  const read = Temporal.PlainDateTime.from(first.start).toPlainDate();
  const { days } = read.until(Temporal.PlainDate.from(day));
  return { ...when, isDayGuessed: false, windows: when.windows.map((span) => movedBy(span, days)) };
}

/** "Friday, same time": from that hour to that one (`HH:MM`) on each day that is meant. */
export const atTime = (when: When, start: string, end: string): When => {
  const days = [...new Set(when.windows.flatMap(datesOf))];
  const windows = days.map((day) => ({ start: `${day}T${start}`, end: `${day}T${end}` }));
  return { ...when, precision: 'time', bound: 'between', windows };
};

const movedBy = ({ start, end }: LocalSpan, days: number): LocalSpan => ({
  start: shifted(start, days),
  end: end === null ? null : shifted(end, days),
});

const shifted = (local: string, days: number): string =>
  Temporal.PlainDateTime.from(local).add({ days }).toString({ smallestUnit: 'minute' });

/** The one local date that these spans lie on; null when they lie on several, or there are none. */
export function dayOfSpans(spans: readonly LocalSpan[]): string | null {
  const days = new Set(spans.flatMap(datesOf));
  const [day] = days;
  return days.size === 1 && day !== undefined ? day : null;
}

/** A span that ends at midnight ends on its own day. */
const datesOf = ({ start, end }: LocalSpan): readonly string[] => {
  const last = end === null ? start : Temporal.PlainDateTime.from(end).subtract({ minutes: 1 }).toString();
  return [start.slice(0, 10), last.slice(0, 10)];
};
