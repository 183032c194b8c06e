// The one action of all machines: an order to the shell. Guards and assigns stay with their machines.
import { enqueueActions } from 'xstate';
import type { ActionFunction, EventObject, MachineContext } from 'xstate';
import type { Effect } from './effects.ts';

interface EffectAction {
  type: 'effect';
  params: Effect;
}

/** `actions: does({ type: 'say', ... })` */
export const does = (params: Effect) => ({ type: 'effect' as const, params });

/** `actions: doesWith(({ context, event }) => ({ ... }))`: parameters computed when the transition is taken. */
export const doesWith = <Args>(params: (args: Args) => Effect) => ({ type: 'effect' as const, params });

/** `actions: doesAll(({ context, event }) => [...])`: any number of orders, computed when the transition is taken. */
export const doesAll = <Context extends MachineContext, Expression extends EventObject, Event extends EventObject>(
  orders: (args: { context: Context; event: Expression }) => readonly Effect[],
): ActionFunction<Context, Expression, Event, undefined, never, EffectAction, never, never, never> =>
  enqueueActions<Context, Expression, undefined, Event, never, EffectAction, never, never, never>(
    ({ context, event, enqueue }) => {
      for (const params of orders({ context, event })) enqueue({ type: 'effect', params });
    },
  );

/** What `setup({ actions })` needs so that `effect` is a known action; nothing runs here. */
export const effectAction = { effect: (_: unknown, _params: Effect) => undefined };
