// I7 and late answers, on every path of the homeowner's machines.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { initialTransition, transition, type AnyStateMachine } from 'xstate';
import { getShortestPaths } from 'xstate/graph';
import type { Effect } from '../../src/machines/effects.ts';
import type { Event, Heard } from '../../src/machines/events.ts';
import { jobEnds, jobMachine } from '../../src/machines/job.ts';
import { requestEnds, requestMachine } from '../../src/machines/request.ts';
import { render } from '../../src/messages/render.ts';
import { isGsm7, segmentCount } from '../../src/messages/segments.ts';
import { letter, letters } from './job-letters.ts';
import {
  address,
  basics,
  change,
  doubtful,
  drop,
  found,
  friday,
  fridayAt9,
  gateCode,
  hint,
  moneyBack,
  no,
  now,
  number,
  oakHill,
  person,
  sink,
  street,
  text,
  trade,
  wholeJob,
  yes,
  zip,
} from './talk.ts';

const springfields = ['IL', 'MO'].map((state) => ({ ...oakHill, street: null, state, area: `Springfield, ${state}` }));
const numbers = [1, 2, 3, 4, 5, 9].map(number);
const texts: readonly Event[] = [
  ...Object.values(basics),
  ...numbers,
  yes,
  no,
  change,
  drop,
  sink,
  zip,
  street,
  address,
  wholeJob,
  text(
    'springfield',
    { place: hint({ city: 'Springfield' }) },
    { place: { outcome: 'ambiguous', options: springfields } },
  ),
  text('99999', { place: hint({ zip: '99999' }) }, { place: { outcome: 'unknown' } }),
  text('washer leaks', { intent: 'job', categories: [trade('plumbing', 0.5), trade('appliance_repair', 0.45)] }),
  text('clogged', { intent: 'job', categories: [trade('plumbing')] }, { person: { ...person, lastPlace: oakHill } }),
  text('friday', { intent: 'answer', when: friday }),
  text('friday at 9', { intent: 'correct', when: fridayAt9 }),
  text('others', { intent: 'more' }),
  text('i smell gas', { intent: 'job', danger: 'gas', urgency: 'emergency' }),
  text('5 stars', { rating: 5 }),
  text('', {}, { media: ['https://example.test/1.jpg'] }),
  doubtful,
  gateCode,
  moneyBack,
  text('hang on, finding my card'),
  text('how much is it', { intent: 'price' }),
  text('is he licensed?', { intent: 'question' }),
];
const timers: readonly Event[] = [{ type: 'draft.idled' }, { type: 'rating.reminded' }];
const mishaps: readonly Event[] = [
  { type: 'text.outdated', key: 'job.proposed' },
  { type: 'text.failed', key: 'job.proposed', code: 30003 },
];
const late = { ...letter['payment.returned'], reason: 'paidTwice' } as const;

const hear = (event: Event, at = now): Heard => ({ ...event, now: at, fresh: 'fresh' });

interface Law {
  readonly name: string;
  readonly machine: AnyStateMachine;
  readonly first: Event;
  readonly events: readonly Event[];
  readonly transient: string;
  readonly ends: readonly string[];
}

const laws: readonly Law[] = [
  {
    name: 'request',
    machine: requestMachine,
    first: sink,
    events: [...texts, ...timers, ...mishaps],
    transient: 'deciding',
    ends: requestEnds,
  },
  {
    name: 'job',
    machine: jobMachine,
    first: letter['search.started'],
    events: [...letters, late, ...texts, ...timers, ...mishaps],
    transient: 'starting',
    ends: jobEnds,
  },
];

const effectsOf = (actions: readonly { type: string; params?: unknown }[]): readonly Effect[] =>
  actions.flatMap(({ type, params }) => (type === 'effect' ? [params as Effect] : []));

/** One way to each state: the snapshot that a shortest path ends with. */
const reached = ({ machine, first, events }: Law): ReadonlyMap<string, unknown> => {
  const paths = getShortestPaths(machine, {
    input: hear(first),
    events: events.map((event) => hear(event)),
    serializeState: ({ value, context }) => {
      const { from, isNudged } = context as { from?: string; isNudged?: boolean };
      return `${String(value)} ${String(from)} ${String(isNudged)}`;
    },
    limit: 20_000,
  });
  return new Map(paths.map(({ state }) => [String(state.value), state.context]));
};

describe.each(laws)('$name', (law) => {
  const { machine, first, events, transient, ends } = law;
  const states = reached(law);
  const resting = [...states].filter(([value]) => value !== transient);
  const at = (value: string, event: Event) => {
    const before = machine.resolveState({ value, context: states.get(value) });
    const [after, actions] = transition(machine, before, hear(event));
    return { value: String(after.value), effects: effectsOf(actions) };
  };

  test('every state is reached', () => {
    const declared = Object.keys(machine.states).filter((state) => state !== transient);
    expect(resting.map(([value]) => value).sort()).toEqual(declared.sort());
  });

  test('what is remembered survives JSON', () => {
    for (const [, context] of resting) expect(JSON.parse(JSON.stringify(context))).toEqual(context);
  });

  test.each(Object.entries(basics))('every state answers "%s" with a text', (_, event) => {
    const silent = resting.filter(([value]) => !at(value, event).effects.some(({ type }) => type === 'say'));
    expect(silent.map(([value]) => value)).toEqual([]);
  });

  test('"a person please" brings one from everywhere, and so does a danger', () => {
    const open = resting.filter(([value]) => !ends.includes(value));
    const deaf = open.filter(([value]) => !at(value, basics.agent).effects.some(({ type }) => type === 'alertPerson'));
    expect(deaf.map(([value]) => value)).toEqual([]);
    const gas = text('i smell gas', { danger: 'gas', intent: 'job' });
    const careless = open.filter(([value]) => !at(value, gas).effects.some(isDangerAnswer));
    expect(careless.map(([value]) => value).filter((value) => value !== 'awaitingSafety')).toEqual([]);
  });

  test('two misses in a row bring a person, three where an address is asked for', () => {
    // What is said there is for a person to read in any case.
    const told = ['describingProblem', 'caseOpen', ...ends];
    for (const [value, context] of resting.filter(([state]) => !told.includes(state))) {
      let state = { value, context: { ...(context as object), misses: 0 } as unknown };
      const alerts = Array.from({ length: 3 }, () => {
        const before = machine.resolveState(state);
        const [after, actions] = transition(machine, before, hear(basics.unclear));
        state = { value: String(after.value), context: after.context };
        return effectsOf(actions).filter(({ type }) => type === 'alertPerson').length;
      });
      expect([value, alerts.reduce((sum, count) => sum + count, 0)]).toEqual([value, 1]);
    }
  });

  test('a step never rests in between, and every text can be sent', () => {
    const after = resting.flatMap(([value]) => events.map((event) => at(value, event)));
    expect(after.filter(({ value }) => value === transient)).toEqual([]);
    const said = after.flatMap(({ effects }) => effects.filter((effect) => effect.type === 'say'));
    const words = said.flatMap(({ key, params }) => [render('en', key, params), render('es', key, params)]);
    expect(words.filter((line) => !isGsm7(line) || segmentCount(line) > 2)).toEqual([]);
  });

  test('any order of events leads somewhere, and through JSON as without it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...events), { maxLength: 25 }), (story) => {
        let stored = storedOf(initialTransition(machine, hear(first))[0]);
        for (const event of story) {
          const [after, actions] = transition(machine, machine.resolveState(stored), hear(event));
          expect(event.type === 'text.received' && effectsOf(actions).length === 0).toBe(false);
          expect(after.value).not.toBe(transient);
          stored = storedOf(after);
        }
      }),
      { numRuns: 150 },
    );
  });
});

const storedOf = ({ value, context }: { value: unknown; context: unknown }) =>
  JSON.parse(JSON.stringify({ value, context })) as { value: string; context: object };

const isDangerAnswer = (effect: Effect): boolean =>
  effect.type === 'alertPerson' && (effect.about === 'danger' || effect.about === 'personAsked');

test('a request goes out once, with a whole place and a time that is not past', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...texts, ...timers), { maxLength: 30 }), (story) => {
      let [snapshot] = initialTransition(requestMachine, hear(sink));
      for (const event of story) {
        const [after, actions] = transition(requestMachine, snapshot, hear(event));
        const told = effectsOf(actions).flatMap((effect) => (effect.type === 'tell' ? [effect.event] : []));
        const sent = told.filter((event) => event.type === 'request.sent');
        expect(sent.length).toBe(after.value === 'sent' && snapshot.value !== 'sent' ? 1 : 0);
        for (const request of sent) {
          expect(request.place.street).not.toBeNull();
          expect(request.windows.length).toBeGreaterThan(0);
          for (const window of request.windows) expect(Date.parse(window.start)).toBeGreaterThan(Date.parse(now));
          expect(request.job.words).not.toMatch(/oak hill|78704/i);
        }
        snapshot = after;
      }
    }),
    { numRuns: 200 },
  );
});

test('nothing goes out while a danger is not called off', () => {
  const gas = text('i smell gas', { intent: 'job', danger: 'gas', categories: [trade('plumbing')] });
  const unsafe = texts.filter((event) => event !== yes && event !== numbers[0] && event !== drop);
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...unsafe), { maxLength: 20 }), (story) => {
      let [snapshot] = initialTransition(requestMachine, hear({ ...gas, place: found(oakHill) }));
      for (const event of story) {
        const [after, actions] = transition(requestMachine, snapshot, hear(event));
        expect(effectsOf(actions).filter(({ type }) => type === 'tell')).toEqual([]);
        expect(after.value).toBe('awaitingSafety');
        snapshot = after;
      }
    }),
    { numRuns: 100 },
  );
});
