import type { Answer, RetryRules } from '../webhook-request.ts';

const PAUSE_IN_MS = 100;

/**
 * Twilio's connection overrides in a webhook URL's fragment (`#ct=…&rt=…&tt=…&rc=…&rp=…`,
 * twilio.com/docs/usage/webhooks/webhooks-connection-overrides); without them one more try, and only when nobody took
 * the connection.
 */
export const rulesOf = (url: string): RetryRules => {
  const given = new URLSearchParams(new URL(url).hash.slice(1));
  const number = (name: string, fallback: number, most: number) => {
    const value = Number(given.get(name) ?? fallback);
    return Number.isFinite(value) ? Math.min(Math.max(value, 0), most) : fallback;
  };
  const total = number('tt', 15_000, 15_000);
  const policies = (given.get('rp') ?? 'ct').split(',');
  return {
    waitsInMs: Array.from({ length: number('rc', 1, 5) }, (_, index) => PAUSE_IN_MS * 2 ** index),
    waitsOn: 'real',
    isWorthRetrying: (answer) => {
      const policy = policyOf(answer);
      return policy !== null && (policies.includes('all') || policies.includes(policy));
    },
    connectMs: number('ct', 5_000, 10_000),
    answerMs: Math.min(number('rt', 15_000, 15_000), total),
    totalMs: total,
  };
};

/** The failure's name in `rp`; null: no failure. */
const policyOf = ({ outcome, status }: Answer): string | null => {
  if (outcome === 'refused') return 'ct';
  if (outcome === 'silent') return 'rt';
  if (status >= 500) return '5xx';
  return status >= 400 ? '4xx' : null;
};
