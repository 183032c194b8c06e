import type { Language } from '../../domain/reading.ts';
import type { Concept } from './concepts.ts';
import type { Kind } from './lexicon.ts';
import type { Minutes } from './local-minutes.ts';
import type { Node } from './nodes.ts';

export interface Stream {
  readonly concepts: readonly Concept[];
  readonly now: Minutes;
  readonly language: Language;
  /** What each set of rules found at each place, so that no sentence is read twice. */
  readonly memo: Map<string, Map<number, Found | null>>;
}

export interface Found {
  readonly node: Node;
  readonly next: number;
}

/** What a rule's pattern matched: numbers, other values by kind, and nested nodes, each in the order said. */
export interface Parts {
  readonly nums: readonly number[];
  readonly all: readonly Concept[];
  readonly nodes: readonly Node[];
  /** What stands right behind. */
  readonly next: Concept | undefined;
  readonly value: (kind: string) => number;
  readonly has: (kind: string) => boolean;
}

export interface Rule {
  readonly steps: readonly Step[];
  readonly make: (parts: Parts, stream: Stream) => Node | null;
}

interface Step {
  readonly tests: readonly StepTest[];
  readonly isOptional: boolean;
  /** The name of a set of rules to apply here. */
  readonly set: string | null;
}

/** Every concept of a kind, or only those that pass. */
interface StepTest {
  readonly kind: Kind;
  readonly passes: ((c: Concept) => boolean) | null;
}

/**
 * Writes a rule. The pattern is a row of steps: a kind (`wd`), a choice of kinds (`on|the`), either optional (`the?`),
 * or a nested set of rules (`<days>`). Number steps are tested more closely: see TESTS.
 */
export function rule(pattern: string, make: Rule['make']): Rule {
  const steps = pattern.split(' ').map((step): Step => {
    const isOptional = step.endsWith('?');
    const name = isOptional ? step.slice(0, -1) : step;
    const set = name.startsWith('<') ? name.slice(1, -1) : null;
    return { tests: set ? [] : name.split('|').map(testNamed), isOptional, set };
  });
  return { steps, make };
}

const testNamed = (name: string): StepTest => {
  const passes = TESTS[name];
  if (!passes) return { kind: name as Kind, passes: null };
  return { kind: name === 'tighthalf' ? 'mer' : 'num', passes };
};

const isNum = (c: Concept): boolean => c.kind === 'num' && c.value >= 0;
const isWithin = (c: Concept, low: number, high: number): boolean => isNum(c) && c.value >= low && c.value <= high;

const TESTS: Readonly<Record<string, (c: Concept) => boolean>> = {
  count: (c) => isWithin(c, 0, 120) && !c.isOrdinal,
  date: (c) => isWithin(c, 1, 31) && c.digits <= 2,
  ordinal: (c) => isWithin(c, 1, 31) && c.isOrdinal && c.digits > 0,
  wordordinal: (c) => isWithin(c, 1, 31) && c.isOrdinal,
  nth: (c) => isWithin(c, 1, 5) && c.isOrdinal,
  month: (c) => isWithin(c, 1, 12) && c.digits > 0,
  hour: (c) => isWithin(c, 0, 24) && !c.isOrdinal && c.digits <= 2,
  hour12: (c) => isWithin(c, 1, 12) && !c.isOrdinal && c.digits <= 2,
  sixty: (c) => isWithin(c, 0, 59) && c.digits === 2,
  sixtyword: (c) => isWithin(c, 10, 59) && !c.isOrdinal && c.digits === 0,
  fewminutes: (c) => isWithin(c, 1, 59) && !c.isOrdinal,
  digit: (c) => isWithin(c, 0, 9) && !c.isOrdinal,
  zero: (c) => isWithin(c, 0, 0),
  year: (c) => isWithin(c, 2000, 2099) && c.digits === 4,
  shortyear: (c) => isWithin(c, 20, 2099) && (c.digits === 2 || c.digits === 4),
  hhmm: (c) => (c.digits === 4 || (c.digits === 3 && c.value >= 100)) && c.value % 100 < 60 && c.value < 2400,
  tightnum: (c) => isNum(c) && c.isTight,
  tightsixty: (c) => isWithin(c, 0, 59) && c.digits === 2 && c.isTight,
  tighthalf: (c) => c.kind === 'mer' && c.isTight,
};

const matches = (step: Step, c: Concept): boolean => {
  for (const { kind, passes } of step.tests) {
    if (kind === c.kind && (passes === null || passes(c))) return true;
  }
  return false;
};

interface RuleSet {
  readonly rules: readonly Rule[];
  /** The rules that can begin with a concept of this kind, in their order: most words begin none. */
  readonly byKind: Map<Kind, readonly Rule[]>;
}

const sets = new Map<string, RuleSet>();

/** Names a set of rules, so that patterns may nest it. */
export function defineRules(name: string, rules: readonly Rule[]): void {
  sets.set(name, { rules, byKind: new Map() });
}

function rulesAt(name: string, kind: Kind): readonly Rule[] {
  const set = sets.get(name);
  if (!set) return [];
  const known = set.byKind.get(kind);
  if (known) return known;
  set.byKind.set(kind, []);
  const found = set.rules.filter((one) => canBegin(one, kind));
  set.byKind.set(kind, found);
  return found;
}

function canBegin({ steps }: Rule, kind: Kind): boolean {
  for (const step of steps) {
    const begins = step.set ? rulesAt(step.set, kind).length > 0 : step.tests.some((test) => test.kind === kind);
    if (begins) return true;
    if (!step.isOptional) return false;
  }
  return false;
}

/** The longest reading of a set of rules at a place; the first rule wins among equals. */
export function readAt(name: string, stream: Stream, at: number): Found | null {
  const concept = stream.concepts[at];
  const rules = concept ? rulesAt(name, concept.kind) : [];
  if (rules.length === 0) return null;
  const memo = memoOf(name, stream);
  const known = memo.get(at);
  if (known !== undefined) return known;
  memo.set(at, null);
  const best = longestOf(rules, stream, at);
  memo.set(at, best);
  return best;
}

function memoOf(name: string, stream: Stream): Map<number, Found | null> {
  const known = stream.memo.get(name);
  if (known) return known;
  const made = new Map<number, Found | null>();
  stream.memo.set(name, made);
  return made;
}

function longestOf(rules: readonly Rule[], stream: Stream, at: number): Found | null {
  let best: Found | null = null;
  for (const one of rules) {
    const found = tryRule(one, stream, at);
    if (found && (!best || found.next > best.next)) best = found;
  }
  return best;
}

interface Attempt {
  readonly concepts: Concept[];
  readonly nodes: Node[];
  next: number;
}

function tryRule(one: Rule, stream: Stream, at: number): Found | null {
  const attempt: Attempt = { concepts: [], nodes: [], next: at };
  for (const step of one.steps) {
    if (!takeStep(step, stream, attempt) && !step.isOptional) return null;
  }
  if (attempt.next === at) return null;
  const node = one.make(partsOf(attempt, stream), stream);
  return node && { node, next: attempt.next };
}

function takeStep(step: Step, stream: Stream, attempt: Attempt): boolean {
  if (step.set) {
    const found = readAt(step.set, stream, attempt.next);
    if (!found) return false;
    attempt.nodes.push(found.node);
    attempt.next = found.next;
    return true;
  }
  const concept = stream.concepts[attempt.next];
  if (!concept || !matches(step, concept)) return false;
  attempt.concepts.push(concept);
  attempt.next += 1;
  return true;
}

function partsOf({ concepts, nodes, next }: Attempt, stream: Stream): Parts {
  return {
    nums: concepts.filter((c) => c.kind === 'num').map((c) => c.value),
    all: concepts,
    nodes,
    next: stream.concepts[next],
    value: (kind) => concepts.find((c) => c.kind === kind)?.value ?? 0,
    has: (kind) => concepts.some((c) => c.kind === kind),
  };
}
