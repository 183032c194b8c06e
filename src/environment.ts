// The environment's variables: what each may be, and which of them belong together.
import { z } from 'zod';

/** One line for people: which variable, and why. */
export class ConfigError extends Error {}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const text = z.string().nullable().default(null);
const matching = (pattern: RegExp, what: string) =>
  z.string().regex(pattern, `is not ${what}`).nullable().default(null);
const port = (usual: number) =>
  z
    .string()
    .regex(/^\d+$/, 'is not a port number')
    .default(String(usual))
    .transform(Number)
    .refine((number) => number >= 1 && number <= 65_534, 'is not a port from 1 to 65534');
const origin = z
  .string()
  .refine((given) => URL.canParse(given) && /^https?:$/.test(new URL(given).protocol), {
    message: 'is not an http or https address',
    abort: true,
  })
  .transform((given) => new URL(given))
  .refine((url) => url.pathname === '/' && url.search + url.hash + url.username === '', {
    message: 'must be scheme, host and port only, without a path',
  })
  .transform((url) => url.origin)
  .nullable()
  .default(null);
const list = z
  .string()
  .transform((given) => given.split(',').flatMap((entry) => entry.trim() || []))
  .refine((entries) => entries.length > 0, 'is not a list with commas between its entries')
  .nullable()
  .default(null);
const E164 = /^\+[1-9]\d{6,14}$/;
const MAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

const environment = z.object({
  ADMIN_EMAIL: matching(MAIL, 'a mail address'),
  ADMIN_PASSWORD: text,
  ALERT_TO: matching(new RegExp(`${E164.source}|${MAIL.source}`), 'a number such as +15125550100 or a mail address'),
  FIXLINE_HOME: z.string().default('.fixline'),
  FIXLINE_MONGOD: text,
  LOG_LEVEL: z
    .enum(LOG_LEVELS, `is not one of ${LOG_LEVELS.join(', ')}`)
    .nullable()
    .default(null),
  MAIL_FROM: matching(/^[^\r\n]*[^\s@]+@[^\s@]+$/, 'a mail address'),
  MONGODB_URI: matching(/^mongodb(\+srv)?:\/\/[^/\s]/, 'an address that begins with mongodb:// or mongodb+srv://'),
  OPENAI_API_KEY: text,
  OPENAI_BASE_URL: matching(/^https?:\/\/[^/\s]/, 'an http or https address'),
  OPENAI_MODEL: text,
  PORT: port(3000),
  PUBLIC_URL: origin,
  ROLE: z.enum(['all', 'web', 'worker'], 'is not one of all, web, worker').default('all'),
  SANDBOX_PORT: port(4700),
  SANDBOX_URL: origin,
  SMTP_URL: matching(/^smtps?:\/\/[^/\s]/, 'an address that begins with smtp:// or smtps://'),
  STRIPE_API_URL: origin,
  STRIPE_SECRET_KEY: matching(/^(sk|rk)_(test|live)_\S+$/, 'a secret key of Stripe (sk_test_… or sk_live_…)'),
  STRIPE_WEBHOOK_SECRET: list.refine((secrets) => secrets?.every((secret) => secret.startsWith('whsec_')) ?? true, {
    message: 'holds something that is not a webhook secret of Stripe (whsec_…)',
  }),
  TWILIO_ACCOUNT_SID: matching(/^AC[0-9a-fA-F]{32}$/, 'an account sid of Twilio (AC and 32 hex digits)'),
  TWILIO_API_URL: origin,
  TWILIO_AUTH_TOKEN: list,
  TWILIO_MESSAGING_SERVICE_SID: matching(/^MG[0-9a-fA-F]{32}$/, 'a messaging service sid (MG and 32 hex digits)'),
  TWILIO_NUMBER: matching(/^(\+[1-9]\d{6,14}|\d{5,6})$/, 'a number such as +15125550100'),
  TWILIO_WHATSAPP_NUMBER: matching(/^(whatsapp:)?\+[1-9]\d{6,14}$/, 'a number such as +15125550100'),
});
export type Environment = z.output<typeof environment>;
type Name = keyof Environment;

const together = (first: Name, second: Name, why: string) => (given: Environment) => {
  if (given[first] === null || given[second] !== null) return;
  throw new ConfigError(`${second} is missing: ${first} is set, and ${why}.`);
};

/** Halves of a set. Whether the sets themselves must be there is asked afterwards. */
const rules: readonly ((given: Environment) => void)[] = [
  together('TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN', 'an account is of no use without its token'),
  together('TWILIO_AUTH_TOKEN', 'TWILIO_ACCOUNT_SID', 'a token is of no use without its account'),
  together('TWILIO_NUMBER', 'TWILIO_ACCOUNT_SID', 'a number belongs to an account'),
  together('TWILIO_MESSAGING_SERVICE_SID', 'TWILIO_ACCOUNT_SID', 'a service belongs to an account'),
  together('TWILIO_WHATSAPP_NUMBER', 'TWILIO_ACCOUNT_SID', 'a number belongs to an account'),
  together('STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRET', 'without it no payment can be believed'),
  together('STRIPE_WEBHOOK_SECRET', 'STRIPE_SECRET_KEY', 'a webhook secret is of no use without it'),
  together('STRIPE_SECRET_KEY', 'TWILIO_ACCOUNT_SID', 'payments need the texts that ask for them'),
  together('TWILIO_ACCOUNT_SID', 'STRIPE_SECRET_KEY', 'texts without payments are half of the product'),
  together('ADMIN_EMAIL', 'ADMIN_PASSWORD', 'an administrator needs both'),
  together('ADMIN_PASSWORD', 'ADMIN_EMAIL', 'an administrator needs both'),
  together('OPENAI_MODEL', 'OPENAI_API_KEY', 'a model cannot be asked without a key'),
  together('OPENAI_BASE_URL', 'OPENAI_API_KEY', 'a model cannot be asked without a key'),
  together('SMTP_URL', 'MAIL_FROM', 'a mail needs a sender'),
  (given) => {
    if (given.TWILIO_ACCOUNT_SID === null || given.TWILIO_NUMBER || given.TWILIO_MESSAGING_SERVICE_SID) return;
    throw new ConfigError(
      'TWILIO_NUMBER is missing: set it or TWILIO_MESSAGING_SERVICE_SID, so that texts have a sender.',
    );
  },
  (given) => {
    if (given.TWILIO_ACCOUNT_SID === null || given.SMTP_URL !== null || !given.ALERT_TO?.includes('@')) return;
    throw new ConfigError(
      'SMTP_URL is missing: ALERT_TO is a mail address. Set it and MAIL_FROM, or give ALERT_TO a phone number.',
    );
  },
];

/** Reads what is set. Throws a `ConfigError` of one line for the first thing that cannot be meant. Empty variables are absent. */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): Environment {
  const filled = Object.entries(env).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : []));
  const read = environment.safeParse(Object.fromEntries(filled));
  if (read.success) {
    for (const rule of rules) rule(read.data);
    return read.data;
  }
  const [issue] = read.error.issues;
  throw new ConfigError(`${String(issue?.path[0])} ${issue?.message ?? 'cannot be read'}.`);
}
