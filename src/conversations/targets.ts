// Where a text of a thread can go, and what is known of its conversations.
import type { Reading } from '../domain/reading.ts';
import { isOver, type MachineName } from '../machines/registry.ts';
import type { StoredMachine } from '../machines/stored.ts';
import type { Asked } from './ports/actor.ts';

export interface Thread {
  /** oldest heard first */
  readonly machines: readonly StoredMachine[];
  readonly asked: Asked | null;
  readonly isProvider: boolean;
  /** business time */
  readonly now: string;
}

export type Target =
  | { readonly to: 'conversation'; readonly id: string }
  /** `codes`: the bookings that the text may be about instead */
  | { readonly to: 'start'; readonly machine: MachineName; readonly codes?: readonly string[] }
  | { readonly to: 'desk' }
  /** the text fits several: the desk asks which one is meant */
  | { readonly to: 'which'; readonly codes: readonly string[] };

export const DESK = { to: 'desk' } as const satisfies Target;
export const REQUEST: Target = { to: 'start', machine: 'request' };

export const codeOf = ({ context }: StoredMachine): string | null =>
  (context['code'] as string | null | undefined) ?? null;
export const toConversation = (machine: StoredMachine | undefined): Target | null =>
  machine === undefined ? null : { to: 'conversation', id: machine.id };
/** Whether somebody still waits for something in it. */
export const isLive = (machine: StoredMachine): boolean => machine.id !== 'desk' && !isOver(machine);
export const which = (machines: readonly StoredMachine[]): Target => ({
  to: 'which',
  codes: machines.flatMap((machine) => codeOf(machine) ?? []),
});

/** The conversation whose question is open. */
export const askedMachine = ({ asked, machines }: Thread): StoredMachine | undefined =>
  machines.find(({ id, value }) => id === asked?.conversation && value === asked.state && id !== 'desk');

export const HOMEOWNER_SIDE: readonly string[] = ['request', 'job'];

/** Whether it says anything about work, besides words to us. */
export const saysAnything = ({ categories, danger, place, when }: Reading): boolean =>
  categories.length > 0 || danger !== null || place !== null || when !== null;
