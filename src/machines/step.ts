// One event in, one new state and orders out. Pure; the only place that knows how XState gives back what a machine ordered.
import { initialTransition, transition, type AnyMachineSnapshot } from 'xstate';
import type { Effect } from './effects.ts';
import type { Heard } from './events.ts';
import { isMachineName, REGISTRY, type Definition, type MachineName } from './registry.ts';
import type { StepResult, StoredMachine } from './stored.ts';
import { UnrestorableState, upgraded } from './upgrade.ts';

const definitionOf = (name: string): Definition => {
  if (!isMachineName(name)) throw new UnrestorableState(`No machine is called ${name}.`);
  return REGISTRY[name];
};

const effectsOf = (actions: readonly { type: string; params?: unknown }[]): readonly Effect[] =>
  actions.flatMap(({ params, type }) => (type === 'effect' ? [params as Effect] : []));

const stored = (machine: StoredMachine, snapshot: AnyMachineSnapshot): StoredMachine => ({
  ...machine,
  value: String(snapshot.value),
  context: snapshot.context as Record<string, unknown>,
});

const restore = (machine: StoredMachine, { machine: logic }: Definition): AnyMachineSnapshot => {
  try {
    return logic.resolveState({ value: machine.value, context: machine.context });
  } catch {
    throw new UnrestorableState(`${machine.machine} has no state ${machine.value}.`);
  }
};

/** Lets a stored machine hear one event. Throws UnrestorableState when it cannot be restored, anything else is a bug of ours. */
export const step = (machine: StoredMachine, event: Heard): StepResult => {
  const definition = definitionOf(machine.machine);
  const current = upgraded(machine, definition.version);
  const before = restore(current, definition);
  const [after, actions] = transition(definition.machine, before, event);
  const effects = effectsOf(actions);
  return { machine: stored(current, after), effects, isHeard: after !== before || effects.length > 0 };
};

/** Starts a machine by the event that it begins with. */
export const start = (name: MachineName, id: string, event: Heard): StepResult => {
  const definition = definitionOf(name);
  const [snapshot, actions] = initialTransition(definition.machine, event);
  const fresh: StoredMachine = { id, machine: name, version: definition.version, value: '', context: {} };
  return { machine: stored(fresh, snapshot), effects: effectsOf(actions), isHeard: true };
};
