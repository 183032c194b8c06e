import type { OuterEffect } from '../../machines/effects.ts';
import { fromRemote, type Outcome } from '../outcome.ts';
import type { Performance } from '../perform-lane.ts';
import type { Tools } from '../tools.ts';

type Make = Extract<OuterEffect, { type: 'makeAccount' }>;
type Read = Extract<OuterEffect, { type: 'readAccount' }>;

/** A provider's account at Stripe, by which he is paid out. */
export const makeAccount = async (
  tools: Tools,
  { profile, providerId }: Make,
  { item }: Performance,
): Promise<Outcome> => {
  const account = await tools.payments.makeAccount({ key: `${providerId}:account`, providerId, profile });
  return fromRemote(
    account,
    {
      done: ({ accountId }) => [{ type: 'account.made', accountId }],
      refused: (reason) => [{ type: 'account.refused', reason }],
    },
    item.tries,
  );
};

/** Whether that account can be paid now; Stripe's thin events only say that something changed. */
export const readAccount = async (tools: Tools, { accountId }: Read, { item }: Performance): Promise<Outcome> => {
  const account = await tools.payments.readAccount(accountId);
  return fromRemote(
    account,
    {
      done: ({ isActive }) => [{ type: 'account.read', accountId, isActive }],
      refused: (reason) => [{ type: 'account.refused', reason }],
    },
    item.tries,
  );
};
