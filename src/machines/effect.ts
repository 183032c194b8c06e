// The one action of all machines: an order to the shell. Guards and assigns stay with their machines.
import type { Effect } from './effects.ts';

/** `actions: does({ type: 'say', ... })` */
export const does = (params: Effect) => ({ type: 'effect' as const, params });

/** `actions: doesWith(({ context, event }) => ({ ... }))`: parameters computed when the transition is taken. */
export const doesWith = <Args>(params: (args: Args) => Effect) => ({ type: 'effect' as const, params });

/** What `setup({ actions })` needs so that `effect` is a known action; nothing runs here. */
export const effectAction = { effect: (_: unknown, _params: Effect) => undefined };
