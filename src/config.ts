// Environment -> typed, frozen config. The one reader of process.env; what each variable may be is in environment.ts.
import { inspect } from 'node:util';
import { ConfigError, readEnvironment, type Environment, type LogLevel } from './environment.ts';

export interface Config {
  /** `sandbox`: Twilio and Stripe are played by the sandbox; `real`: they are Twilio and Stripe */
  readonly mode: 'sandbox' | 'real';
  readonly role: 'all' | 'web' | 'worker';
  readonly port: number;
  /** what Twilio and Stripe see, without a slash at the end; signatures are made from it */
  readonly publicUrl: string;
  readonly logLevel: LogLevel;
  /** folder of the embedded server's data and downloads */
  readonly home: string;
  /** null: the embedded server */
  readonly mongodbUri: string | null;
  /** a mongod binary for the embedded server */
  readonly mongod: string | null;
  readonly twilio: {
    readonly accountSid: string;
    /** never empty; the first is used for calls, each of them may have signed a webhook */
    readonly authTokens: readonly string[];
    readonly number: string | null;
    readonly messagingServiceSid: string | null;
    readonly whatsappNumber: string | null;
    /** stands for `https://api.twilio.com`; null: Twilio itself */
    readonly apiUrl: string | null;
  };
  readonly stripe: {
    readonly secretKey: string;
    readonly webhookSecrets: readonly string[];
    readonly apiUrl: string | null;
  };
  /** null in real mode; `isOwn`: the app starts it itself, on `port` and the port after it */
  readonly sandbox: { readonly url: string; readonly port: number; readonly isOwn: boolean } | null;
  /** null: rules only */
  readonly openai: { readonly apiKey: string; readonly baseUrl: string | null; readonly model: string | null } | null;
  /** the first administrator */
  readonly admin: { readonly email: string; readonly password: string } | null;
  /** `smtpUrl` null: the sandbox's mails, and none in real mode */
  readonly mail: { readonly smtpUrl: string | null; readonly from: string };
  /** E.164 number or mail address */
  readonly alertTo: string | null;
}

/** The sandbox's account, fixed and published: none of these is a secret of anybody. A test compares them with the sandbox's own. */
const SANDBOX_ACCOUNT = {
  twilio: {
    accountSid: 'AC5a4d0b0000000000000000000000f1c5',
    authTokens: ['f1c5a4db0000000000000000000000aa'],
    number: '+15125550000',
    messagingServiceSid: null,
    whatsappNumber: '+15125550000',
  },
  stripe: {
    secretKey: 'sk_test_fixline_sandbox_0000000000000000',
    webhookSecrets: ['whsec_fixline_sandbox_0000000000000000', 'whsec_fixline_sandbox_thin_00000000000'],
  },
};

/** Reads the environment. Throws a `ConfigError` of one line for the first thing that cannot be meant. Empty variables are absent. */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const given = readEnvironment(env);
  const isSandbox = isSandboxMode(given);
  if (isSandbox) refuseLiveKey(given);
  else requireReal(given);
  return frozen({
    mode: isSandbox ? 'sandbox' : 'real',
    role: given.ROLE,
    port: given.PORT,
    publicUrl: given.PUBLIC_URL ?? `http://127.0.0.1:${given.PORT}`,
    logLevel: levelOf(given.LOG_LEVEL, isSandbox),
    home: given.FIXLINE_HOME,
    mongodbUri: given.MONGODB_URI,
    mongod: given.FIXLINE_MONGOD,
    ...(isSandbox ? sandboxPeers(given) : { ...peers(given), sandbox: null }),
    ...optionalParts(given),
    mail: { smtpUrl: given.SMTP_URL, from: given.MAIL_FROM ?? 'Fixline <fixline@localhost>' },
    alertTo: given.ALERT_TO,
  });
}

/** A stranger's first start is no place for a line a turn. */
const levelOf = (level: Config['logLevel'] | null, isSandbox: boolean) => level ?? (isSandbox ? 'warn' : 'info');

/** The environment of a process that we start: ours, and what it is told besides. */
export const childEnvironment = (more: Readonly<Record<string, string>>) => ({ ...process.env, ...more });

function optionalParts(given: Environment): Pick<Config, 'openai' | 'admin'> {
  const { OPENAI_API_KEY: apiKey, ADMIN_EMAIL: email, ADMIN_PASSWORD: password } = given;
  return {
    openai: apiKey === null ? null : { apiKey, baseUrl: given.OPENAI_BASE_URL, model: given.OPENAI_MODEL },
    admin: email === null || password === null ? null : { email, password },
  };
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;
const isLoopback = (url: string | null): boolean => url !== null && LOOPBACK.test(new URL(url).hostname);

function isSandboxMode(given: Environment): boolean {
  const apis = [given.TWILIO_API_URL, given.STRIPE_API_URL].filter((url) => url !== null);
  return apis.every(isLoopback) && (given.TWILIO_ACCOUNT_SID === null || apis.length === 2);
}

function requireReal(given: Environment): void {
  if (given.TWILIO_ACCOUNT_SID === null) {
    throw new ConfigError(
      'TWILIO_ACCOUNT_SID is missing: TWILIO_API_URL or STRIPE_API_URL names another machine, which needs keys.',
    );
  }
  if (given.SANDBOX_URL !== null) {
    throw new ConfigError(
      'SANDBOX_URL is set beside real keys: take one of them away, or name the sandbox in TWILIO_API_URL and STRIPE_API_URL too.',
    );
  }
  if (given.PUBLIC_URL === null) {
    throw new ConfigError('PUBLIC_URL is missing: with real keys Twilio and Stripe must know where we are.');
  }
  if (isLoopback(given.TWILIO_API_URL) || isLoopback(given.STRIPE_API_URL)) refuseLiveKey(given);
}

function refuseLiveKey(given: Environment): void {
  if (!/^(sk|rk)_live_/.test(given.STRIPE_SECRET_KEY ?? '')) return;
  throw new ConfigError(
    'STRIPE_SECRET_KEY is a live key beside the sandbox: use a test key, or take the sandbox away.',
  );
}

/** The account that the environment names, else the sandbox's. The rules above have seen to it that no half is filled up from the other. */
function peers(given: Environment): Pick<Config, 'twilio' | 'stripe'> {
  const { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authTokens } = given;
  const { STRIPE_SECRET_KEY: secretKey, STRIPE_WEBHOOK_SECRET: webhookSecrets } = given;
  const isNamed = accountSid !== null && authTokens !== null && secretKey !== null && webhookSecrets !== null;
  const sender = {
    number: given.TWILIO_NUMBER,
    messagingServiceSid: given.TWILIO_MESSAGING_SERVICE_SID,
    whatsappNumber: given.TWILIO_WHATSAPP_NUMBER?.replace('whatsapp:', '') ?? null,
  };
  const twilio = isNamed ? { accountSid, authTokens, ...sender } : SANDBOX_ACCOUNT.twilio;
  const stripe = isNamed ? { secretKey, webhookSecrets } : SANDBOX_ACCOUNT.stripe;
  return {
    twilio: { ...twilio, apiUrl: given.TWILIO_API_URL },
    stripe: { ...stripe, apiUrl: given.STRIPE_API_URL },
  };
}

/** Stripe's half of the sandbox listens on the port after Twilio's. */
function sandboxPeers(given: Environment): Pick<Config, 'twilio' | 'stripe' | 'sandbox'> {
  const named = given.SANDBOX_URL ?? given.TWILIO_API_URL;
  const url = named ?? `http://127.0.0.1:${given.SANDBOX_PORT}`;
  const next = new URL(url);
  next.port = String(Number(next.port || 80) + 1);
  const { twilio, stripe } = peers(given);
  return {
    twilio: { ...twilio, apiUrl: twilio.apiUrl ?? url },
    stripe: { ...stripe, apiUrl: stripe.apiUrl ?? next.origin },
    sandbox: { url, port: given.SANDBOX_PORT, isOwn: named === null && given.STRIPE_API_URL === null },
  };
}

const SECRETS = new Set(['authTokens', 'secretKey', 'webhookSecrets', 'apiKey', 'password', 'mongodbUri', 'smtpUrl']);

/** Frozen all the way down; printed in any way, no object of it shows a secret. */
function frozen<Value extends object>(value: Value): Value {
  for (const inner of Object.values(value)) {
    if (typeof inner === 'object' && inner !== null) frozen(inner as object);
  }
  if (Array.isArray(value)) return Object.freeze(value);
  const shown = () =>
    Object.fromEntries(
      Object.entries(value).map(([name, held]) => [
        name,
        SECRETS.has(name) && held !== null ? '(secret)' : (held as unknown),
      ]),
    );
  Object.defineProperties(value, {
    toJSON: { value: shown },
    toString: { value: () => JSON.stringify(shown()) },
    [inspect.custom]: { value: shown },
  });
  return Object.freeze(value);
}
