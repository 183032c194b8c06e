// A provider: who he is, the account he is paid to, what he was rated. Others look him up by the facts that are kept here.
import { assign, setup } from 'xstate';
import type { ProviderProfile } from '../domain/provider.ts';
import { does, doesAll, doesWith, effectAction } from './effect.ts';
import type { Effect } from './effects.ts';
import type { Heard } from './events.ts';

export const membershipVersion = 1;

export interface MembershipContext {
  readonly providerId: string;
  readonly profile: ProviderProfile;
  readonly accountId: string | null;
  readonly ratingSum: number;
  readonly ratings: number;
}

const joined = (event: Heard): MembershipContext => {
  if (event.type !== 'provider.joined') {
    throw new Error(`A membership begins with provider.joined, not with ${event.type}.`);
  }
  const { profile, providerId } = event;
  return { providerId, profile, accountId: null, ratingSum: 0, ratings: 0 };
};

const membershipSetup = setup({
  types: { context: {} as MembershipContext, events: {} as Heard, input: {} as Heard },
  actions: effectAction,
  guards: {
    isOurAccount: ({ context, event }) => 'accountId' in event && event.accountId === context.accountId,
    isActive: ({ context, event }) =>
      event.type === 'account.read' && event.accountId === context.accountId && event.isActive,
    isInsideScale: ({ event }) => event.type === 'rating.received' && event.stars >= 1 && event.stars <= 5,
    isAboutAccount: ({ event }) => event.type === 'effect.abandoned' && event.effect === 'makeAccount',
  },
});

/** What the search reads: `location` for distance, `trades` for the work, `isActive` for whether he is asked at all. */
const profileFacts = ({ profile, ratings, ratingSum }: MembershipContext): Effect => ({
  type: 'keepFacts',
  facts: {
    profile,
    trades: profile.trades,
    location: { type: 'Point', coordinates: [profile.lon, profile.lat] },
    ratingSum,
    ratings,
  },
});

const introduce = ({ profile, providerId }: MembershipContext): Effect => {
  const { languages, name, thread } = profile;
  const event = { type: 'membership.begun', providerId, name, language: languages[0] ?? 'en' } as const;
  return { type: 'tell', to: { kind: 'thread', id: thread }, event };
};

const keepActive = (isActive: boolean): Effect => ({ type: 'keepFacts', facts: { isActive } });

const readAccount = ({ accountId, providerId }: MembershipContext): readonly Effect[] =>
  accountId === null ? [] : [{ type: 'readAccount', providerId, accountId }];

const makeAccount = ({ profile, providerId }: MembershipContext): Effect => ({
  type: 'makeAccount',
  providerId,
  profile,
});

const alertMoney = does({ type: 'alertPerson', about: 'money', code: null });

const makingAccount = membershipSetup.createStateConfig({
  entry: doesAll(({ context }) => [profileFacts(context), keepActive(false), introduce(context), makeAccount(context)]),
  on: {
    'account.made': {
      target: 'awaitingOnboarding',
      actions: [
        assign(({ event }) => ({ accountId: event.accountId })),
        doesAll(({ context }) => [
          { type: 'keepFacts', facts: { accountId: context.accountId } },
          ...readAccount(context),
        ]),
      ],
    },
    'account.refused': { target: 'accountRefused', actions: alertMoney },
    'effect.abandoned': { guard: 'isAboutAccount', target: 'accountRefused' },
  },
});

/** Nobody can be paid without an account, so nobody is asked; a person looks, and joining again tries again. */
const accountRefused = membershipSetup.createStateConfig({
  on: {
    'provider.joined': {
      target: 'makingAccount',
      actions: assign(({ event }) => ({ profile: event.profile })),
    },
  },
});

/** Started by `provider.joined`. Stripe's own events only say that an account changed; what it is now is read. */
export const membershipMachine = membershipSetup.createMachine({
  id: 'membership',
  context: ({ input }) => joined(input),
  initial: 'makingAccount',
  on: {
    'provider.joined': {
      actions: [
        assign(({ event }) => ({ profile: event.profile })),
        doesAll(({ context }) => [profileFacts(context), introduce(context)]),
      ],
    },
    'account.changed': { guard: 'isOurAccount', actions: doesAll(({ context }) => readAccount(context)) },
    'account.read': [
      { guard: 'isActive', target: '.active', actions: doesWith(() => keepActive(true)) },
      { guard: 'isOurAccount', target: '.awaitingOnboarding', actions: doesWith(() => keepActive(false)) },
    ],
    'account.refused': { actions: alertMoney },
    'rating.received': {
      guard: 'isInsideScale',
      actions: [
        assign(({ context, event }) => ({
          ratingSum: context.ratingSum + event.stars,
          ratings: context.ratings + 1,
        })),
        doesWith(({ context }) => ({
          type: 'keepFacts',
          facts: { ratingSum: context.ratingSum, ratings: context.ratings },
        })),
      ],
    },
  },
  states: { makingAccount, awaitingOnboarding: {}, active: {}, accountRefused },
});
