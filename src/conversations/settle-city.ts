// Signs the demo city's providers up by the same events as anybody's: nothing is written past the machines.
import { addressOf } from '../domain/actor.ts';
import { demoCity, type DemoProvider } from '../domain/demo-city.ts';
import { tradeWords } from '../domain/trades.ts';
import { acceptEvent } from './accept.ts';
import type { Runner } from './run.ts';
import type { Tools } from './tools.ts';

const join = async (tools: Tools, runner: Runner, { profile, providerId, stars }: DemoProvider) => {
  const to = { kind: 'provider', id: providerId } as const;
  await acceptEvent(tools, runner, {
    id: `${providerId}:joined`,
    to,
    event: { type: 'provider.joined', providerId, profile },
  });
  for (const [index, given] of stars.entries()) {
    const id = `${providerId}:stars:${index}`;
    await acceptEvent(tools, runner, { id, to, event: { type: 'rating.received', bookingId: id, stars: given } });
  }
};

export interface Outside {
  /** does for one account at Stripe what its owner would do on Stripe's page */
  readonly onboard: (accountId: string) => Promise<void>;
  /** lets the provider's phone be seen, with its name */
  readonly showPhone: (number: string, label: string) => Promise<void>;
}

/** Safe to repeat: everybody joins once. */
export const settleCity = async (tools: Tools, runner: Runner, outside: Outside): Promise<number> => {
  const city = demoCity();
  await Promise.all(city.map((provider) => join(tools, runner, provider)));
  await runner.idle();
  const waiting = [...city];
  const bring = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await appear(tools, outside, next);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, bring));
  await runner.idle();
  return city.length;
};

const AT_ONCE = 8;

/** What a provider does elsewhere: has a phone, and finishes Stripe's onboarding. */
const appear = async (tools: Tools, outside: Outside, { profile, providerId }: DemoProvider) => {
  const [trade] = profile.trades;
  await outside.showPhone(
    addressOf(profile.thread),
    trade === undefined ? profile.name : `${profile.name}, ${tradeWords(trade, 'en').work}`,
  );
  const provider = await tools.search.byId(providerId);
  if (provider?.accountId != null) await outside.onboard(provider.accountId);
};
