import { PARTS } from './lexicon.ts';
import { defineRules, rule } from './grammar.ts';
import type { Parts, Stream } from './grammar.ts';
import { inNight } from './resolve-clock.ts';
import type { Clock } from './nodes.ts';

type Half = Clock['half'];

const halfOf = (parts: Parts): Half => (parts.has('mer') ? (parts.value('mer') === 1 ? 'pm' : 'am') : null);

/** A clock time: "13" and "08:00" say their half by themselves. */
function clock(hour: number, minute: number, said: { half?: Half; isSure?: boolean } = {}): Clock | null {
  if (hour > 24 || minute > 59) return null;
  const isFixed = hour > 12 || hour === 0;
  const half = isFixed ? 'fixed' : (said.half ?? null);
  return { kind: 'clock', minute: (hour % 24) * 60 + minute, half, isSure: said.isSure ?? true };
}

/** "quarter to 4": minutes before an hour, which keeps the half of the hour that was named. */
function shifted(to: Clock | null, by: number): Clock | null {
  if (!to) return null;
  const minute = to.minute + by;
  return { ...to, minute: (minute + 1440) % 1440, isSure: true };
}

const n = (parts: Parts, i: number): number => parts.nums[i] ?? 0;
const node = (parts: Parts): Clock | null => (parts.nodes[0]?.kind === 'clock' ? parts.nodes[0] : null);

/** A part of the day beside a clock decides its half: "3 in the afternoon", "8 tonight". */
function halfFromPart(at: Clock | null, part: number): Clock | null {
  if (!at) return null;
  return { ...at, half: at.half ?? halfIn(at, part), isSure: true };
}

/** "Friday night at 1" lies on saturday. */
function atNight(at: Clock | null, part: number): Clock | null {
  const isLate = part === NIGHT || part === LATE_NIGHT;
  return at && isLate ? { ...inNight(at), isSure: true } : null;
}

/** At night, 12 to 3 is after midnight. */
function halfIn(at: Clock, part: number): Half {
  const hour = Math.floor(at.minute / 60) % 12;
  if (part === NIGHT) return hour <= 3 ? 'am' : 'pm';
  return isMorning(part) ? 'am' : 'pm';
}

const NIGHT = 3;
const LUNCH = 4;
const LATE_NIGHT = 14;

function isMorning(part: number): boolean {
  const [from] = PARTS[part] ?? [0];
  return from < 720 && part !== LUNCH;
}

const noon = (): Clock => ({ kind: 'clock', minute: 720, half: 'fixed', isSure: true });
const midnightClock = (): Clock => ({ kind: 'clock', minute: 0, half: 'fixed', isSure: true });

defineRules('face', [
  rule('hour mer', (p) => clock(n(p, 0), 0, { half: halfOf(p) })),
  rule('hour oclock mer?', (p) => clock(n(p, 0), 0, { half: halfOf(p) })),
  rule('hour in the mer', (p) => clock(n(p, 0), 0, { half: halfOf(p) })),
  rule('hour colon sixty colon sixty mer?', (p) => clock(n(p, 0), n(p, 1), { half: halfOf(p) })),
  rule('hour colon sixty mer?', (p) => clock(n(p, 0), n(p, 1), { half: leadingZero(p) ?? halfOf(p) })),
  rule('hour dot sixty mer', (p) => clock(n(p, 0), n(p, 1), { half: halfOf(p) })),
  rule('hour dot tightsixty', (p) => (p.all[1]?.isTight ? clock(n(p, 0), n(p, 1), { isSure: n(p, 0) > 12 }) : null)),
  rule('hour comma sixtyword', () => null),
  rule('hour h sixty?', (p) => clock(n(p, 0), n(p, 1))),
  rule('hour sixtyword mer?', (p) => (p.all[0]?.digits === 0 ? clock(n(p, 0), n(p, 1), { half: halfOf(p) }) : null)),
  rule('hour sixty mer', (p) => clock(n(p, 0), n(p, 1), { half: halfOf(p) })),
  rule('hour dash sixtyword mer?', (p) =>
    p.all[0]?.digits === 0 ? clock(n(p, 0), n(p, 1), { half: halfOf(p) }) : null,
  ),
  rule('hour word digit mer?', (p) =>
    /^(oh|o|ou)$/.test(p.all[1]?.text ?? '') ? clock(n(p, 0), n(p, 1), { half: halfOf(p) }) : null,
  ),
  rule('hour zero digit mer?', (p) => clock(n(p, 0), n(p, 2), { half: halfOf(p) })),
  rule('hhmm mer', (p) => clock(Math.floor(n(p, 0) / 100), n(p, 0) % 100, { half: halfOf(p) })),
  rule('hhmm h', (p) => clock(Math.floor(n(p, 0) / 100), n(p, 0) % 100)),
  rule('hhmm', (p) =>
    n(p, 0) % 5 === 0 ? clock(Math.floor(n(p, 0) / 100), n(p, 0) % 100, { isSure: false, half: leadingZero(p) }) : null,
  ),
  rule('hour12', (p) => clock(n(p, 0), 0, { isSure: false })),
  rule('hour', (p) => (n(p, 0) > 12 ? clock(n(p, 0), 0, { isSure: false }) : null)),
  rule('noon', noon),
  rule('midnight', midnightClock),
  rule('num noon', (p) => (n(p, 0) === 12 ? noon() : null)),
  rule('hour12 and half', (p) => clock(n(p, 0), 30)),
  rule('hour12 half mer?', (p) => (p.all[1]?.text.startsWith('y') ? clock(n(p, 0), 30, { half: halfOf(p) }) : null)),
  rule('hour12 quarter mer?', (p) => (p.all[1]?.text.startsWith('y') ? clock(n(p, 0), 15, { half: halfOf(p) }) : null)),
  rule('hour12 and fewminutes mer?', (p) =>
    p.all[1]?.text === 'y' ? clock(n(p, 0), n(p, 1), { half: halfOf(p) }) : null,
  ),
  rule('hour12 minus mer?', (p) => shifted(clock(n(p, 0), 0, { half: halfOf(p) }), -15)),
  rule('hour12 not fewminutes', (p) => shifted(clock(n(p, 0), 0), -n(p, 1))),
]);

const leadingZero = (p: Parts): Half => (p.all[0]?.text.startsWith('0') ? 'fixed' : null);

defineRules('clock', [
  rule('<face>', node),
  rule('half <face>', (p) => (p.all[0]?.text.startsWith('half') ? shifted(node(p), 30) : null)),
  rule('half gone <face>', (p) => shifted(node(p), 30)),
  rule('a? quarter gone|after <face>', (p) => shifted(node(p), 15)),
  rule('a? quarter to|before|of <face>', (p) => shifted(node(p), -15)),
  rule('fewminutes unit? gone <face>', (p) => shifted(node(p), n(p, 0))),
  rule('fewminutes unit? to|before <face>', (p) => (fewMinutes(p) ? shifted(node(p), -n(p, 0)) : null)),
  rule('<face> on|in|at|of|for? the? part', (p, s) =>
    isCounted(p, s) ? null : halfFromPart(node(p), p.value('part')),
  ),
  rule('<face> this|in|the part', (p) => halfFromPart(node(p), p.value('part'))),
  rule('part on|at|around? <face>', (p) => atNight(node(p), p.value('part')) ?? halfFromPart(node(p), p.value('part'))),
  rule('<face> word', (p) => (p.all[0]?.text === 'ish' ? sure(node(p)) : null)),
  rule('<face> dash word', (p) => (p.all.at(-1)?.text === 'ish' ? sure(node(p)) : null)),
]);

defineRules('timeofday', [
  rule('<range>', (p) => (p.nodes[0]?.kind === 'clocks' ? p.nodes[0] : null)),
  rule('at|around|from|in|on? <clock>', node),
  rule('<part>', (p) => p.nodes[0] ?? null),
]);

/** "one morning", "2 morning sessions": the number counts mornings. "Siete de la tarde" counts none. */
function isCounted(p: Parts, { concepts }: Stream): boolean {
  const part = p.all[0];
  if (part?.kind !== 'part' || /^(?:de|por|en|a|x|la) /.test(part.text) || isSureHour(p)) return false;
  const number = concepts[concepts.indexOf(part) - 1];
  return number !== undefined && number.kind === 'num' && (number.digits === 0 || isBeforeWord(p));
}

const isBeforeWord = (p: Parts): boolean => p.next !== undefined && p.next.kind === 'word';

const isSureHour = (p: Parts): boolean => node(p)?.isSure ?? false;

const sure = (at: Clock | null): Clock | null => at && { ...at, isSure: true };

/** "10 to noon", "5 minutes to 4"; "3 to 5" is a stretch. */
const fewMinutes = (p: Parts): boolean => p.has('unit') || node(p)?.half === 'fixed';
