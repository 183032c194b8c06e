import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { ConfigError } from '../../src/environment.ts';

const sid = `AC${'0123456789abcdef'.repeat(2)}`;
const real = {
  PUBLIC_URL: 'https://fixline.example',
  TWILIO_ACCOUNT_SID: sid,
  TWILIO_AUTH_TOKEN: 'token-of-today, token-of-yesterday',
  TWILIO_NUMBER: '+15125550111',
  STRIPE_SECRET_KEY: 'sk_live_abc',
  STRIPE_WEBHOOK_SECRET: 'whsec_one,whsec_two',
};
const test = { ...real, STRIPE_SECRET_KEY: 'sk_test_abc' };
const loopback = { TWILIO_API_URL: 'http://127.0.0.1:4801', STRIPE_API_URL: 'http://127.0.0.1:4802' };

const sentenceOf = (env: Record<string, string>): string => {
  try {
    readConfig(env);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as Error).message;
  }
  return 'no error';
};

describe('with nothing set', () => {
  const config = readConfig({});

  it('plays with the sandbox and its published account', () => {
    expect(config.mode).toBe('sandbox');
    expect(config.sandbox).toEqual({ url: 'http://127.0.0.1:4700', port: 4700, isOwn: true });
    expect(config.twilio).toMatchObject({ apiUrl: 'http://127.0.0.1:4700', messagingServiceSid: null });
    expect(config.stripe).toMatchObject({ apiUrl: 'http://127.0.0.1:4701' });
  });

  it('takes the usual port, folder and role', () => {
    expect(config).toMatchObject({
      port: 3000,
      publicUrl: 'http://127.0.0.1:3000',
      home: '.fixline',
      role: 'all',
      logLevel: 'warn',
      mongodbUri: null,
      mongod: null,
      openai: null,
      admin: null,
      alertTo: null,
    });
  });

  it('cannot be changed', () => {
    expect(Object.isFrozen(config) && Object.isFrozen(config.twilio) && Object.isFrozen(config.twilio.authTokens)).toBe(
      true,
    );
  });

  it('reads an empty variable as an absent one', () => {
    expect(readConfig({ TWILIO_ACCOUNT_SID: '', STRIPE_SECRET_KEY: ' ', PORT: '' }).mode).toBe('sandbox');
  });
});

describe('sandbox mode', () => {
  it('goes to the sandbox that is named, and starts none', () => {
    const { sandbox, twilio, stripe } = readConfig({ SANDBOX_URL: 'http://127.0.0.1:5000/' });
    expect(sandbox).toEqual({ url: 'http://127.0.0.1:5000', port: 4700, isOwn: false });
    expect([twilio.apiUrl, stripe.apiUrl]).toEqual(['http://127.0.0.1:5000', 'http://127.0.0.1:5001']);
  });

  it('takes its own port from SANDBOX_PORT', () => {
    const { sandbox, stripe } = readConfig({ SANDBOX_PORT: '4800' });
    expect(sandbox).toMatchObject({ url: 'http://127.0.0.1:4800', isOwn: true });
    expect(stripe.apiUrl).toBe('http://127.0.0.1:4801');
  });

  it('takes both doors one by one, without keys', () => {
    const { mode, sandbox, twilio, stripe } = readConfig(loopback);
    expect(mode).toBe('sandbox');
    expect(sandbox).toMatchObject({ url: loopback.TWILIO_API_URL, isOwn: false });
    expect([twilio.apiUrl, stripe.apiUrl]).toEqual([loopback.TWILIO_API_URL, loopback.STRIPE_API_URL]);
    expect(twilio.accountSid).toBe(readConfig({}).twilio.accountSid);
  });

  it('is also keys with both doors on loopback, and then uses these keys', () => {
    const { mode, twilio, stripe, publicUrl } = readConfig({ ...test, ...loopback, PUBLIC_URL: '' });
    expect(mode).toBe('sandbox');
    expect(twilio).toMatchObject({ accountSid: sid, number: real.TWILIO_NUMBER });
    expect(stripe.secretKey).toBe('sk_test_abc');
    expect(publicUrl).toBe('http://127.0.0.1:3000');
  });
});

describe('real mode', () => {
  it('takes keys, lists and numbers as they are given', () => {
    const config = readConfig({ ...real, TWILIO_WHATSAPP_NUMBER: 'whatsapp:+15125550112', PORT: '8080', ROLE: 'web' });
    expect(config).toMatchObject({
      mode: 'real',
      sandbox: null,
      port: 8080,
      role: 'web',
      publicUrl: 'https://fixline.example',
    });
    expect(config.twilio).toMatchObject({
      accountSid: sid,
      authTokens: ['token-of-today', 'token-of-yesterday'],
      number: '+15125550111',
      messagingServiceSid: null,
      whatsappNumber: '+15125550112',
      apiUrl: null,
    });
    expect(config.stripe).toMatchObject({ webhookSecrets: ['whsec_one', 'whsec_two'], apiUrl: null });
  });

  it('sends through a messaging service just as well', () => {
    const { twilio } = readConfig({
      ...real,
      TWILIO_NUMBER: '',
      TWILIO_MESSAGING_SERVICE_SID: sid.replace('AC', 'MG'),
    });
    expect(twilio).toMatchObject({ number: null, messagingServiceSid: sid.replace('AC', 'MG') });
  });

  it('takes a model, an administrator, mail and alerts', () => {
    const config = readConfig({
      ...real,
      OPENAI_API_KEY: 'k',
      OPENAI_MODEL: 'm',
      ADMIN_EMAIL: 'ann@fixline.example',
      ADMIN_PASSWORD: 'p',
      SMTP_URL: 'smtps://u:p@mail.example:465',
      MAIL_FROM: 'Fixline <hi@fixline.example>',
      ALERT_TO: '+15125550113',
      MONGODB_URI: 'mongodb://u:p@db.example/fixline?replicaSet=rs0',
    });
    expect(config.openai).toMatchObject({ apiKey: 'k', baseUrl: null, model: 'm' });
    expect(config.admin).toMatchObject({ email: 'ann@fixline.example', password: 'p' });
    expect(config.mail).toMatchObject({
      smtpUrl: 'smtps://u:p@mail.example:465',
      from: 'Fixline <hi@fixline.example>',
    });
    expect(config.alertTo).toBe('+15125550113');
  });
});

describe('what cannot be meant stops the start with one line', () => {
  it.each([
    [
      { TWILIO_ACCOUNT_SID: sid },
      'TWILIO_AUTH_TOKEN is missing: TWILIO_ACCOUNT_SID is set, and an account is of no use without its token.',
    ],
    [{ TWILIO_AUTH_TOKEN: 'x' }, /^TWILIO_ACCOUNT_SID is missing/],
    [{ TWILIO_NUMBER: '+15125550111' }, /^TWILIO_ACCOUNT_SID is missing/],
    [{ TWILIO_WHATSAPP_NUMBER: '+15125550111' }, /^TWILIO_ACCOUNT_SID is missing/],
    [{ ...real, TWILIO_NUMBER: '' }, /^TWILIO_NUMBER is missing/],
    [{ ...real, STRIPE_WEBHOOK_SECRET: '' }, /^STRIPE_WEBHOOK_SECRET is missing/],
    [{ ...real, STRIPE_WEBHOOK_SECRET: '', STRIPE_SECRET_KEY: '' }, /^STRIPE_SECRET_KEY is missing/],
    [{ STRIPE_SECRET_KEY: 'sk_test_1', STRIPE_WEBHOOK_SECRET: 'whsec_1' }, /^TWILIO_ACCOUNT_SID is missing/],
    [{ ...real, PUBLIC_URL: '' }, /^PUBLIC_URL is missing: with real keys/],
    [{ ...real, ...loopback }, /^STRIPE_SECRET_KEY is a live key beside the sandbox/],
    [{ ...real, STRIPE_SECRET_KEY: 'rk_live_abc', ...loopback }, /^STRIPE_SECRET_KEY is a live key beside the sandbox/],
    [{ ...real, TWILIO_API_URL: loopback.TWILIO_API_URL }, /^STRIPE_SECRET_KEY is a live key beside the sandbox/],
    [{ ...real, SANDBOX_URL: 'http://127.0.0.1:4700' }, /^SANDBOX_URL is set beside real keys/],
    [{ TWILIO_API_URL: 'http://twilio.internal:80' }, /^TWILIO_ACCOUNT_SID is missing: TWILIO_API_URL or/],
    [{ PORT: 'many' }, 'PORT is not a port number.'],
    [{ PORT: '70000' }, 'PORT is not a port from 1 to 65534.'],
    [{ SANDBOX_PORT: '0' }, 'SANDBOX_PORT is not a port from 1 to 65534.'],
    [{ PUBLIC_URL: 'fixline.example' }, 'PUBLIC_URL is not an http or https address.'],
    [{ PUBLIC_URL: 'https://fixline.example/app' }, 'PUBLIC_URL must be scheme, host and port only, without a path.'],
    [
      { STRIPE_API_URL: 'http://127.0.0.1:4701/v1' },
      'STRIPE_API_URL must be scheme, host and port only, without a path.',
    ],
    [{ ROLE: 'king' }, 'ROLE is not one of all, web, worker.'],
    [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL is not one of fatal/],
    [{ ...real, STRIPE_SECRET_KEY: 'pk_live_1' }, /^STRIPE_SECRET_KEY is not a secret key of Stripe/],
    [{ ...real, STRIPE_WEBHOOK_SECRET: 'whsec_1,we_2' }, /^STRIPE_WEBHOOK_SECRET holds something/],
    [{ ...real, TWILIO_ACCOUNT_SID: 'ACtest' }, /^TWILIO_ACCOUNT_SID is not an account sid/],
    [{ ...real, TWILIO_NUMBER: '512-555-0111' }, /^TWILIO_NUMBER is not a number such as/],
    [{ ...real, TWILIO_AUTH_TOKEN: ' , ' }, /^TWILIO_AUTH_TOKEN is not a list/],
    [{ MONGODB_URI: 'localhost:27017' }, /^MONGODB_URI is not an address that begins with mongodb:/],
    [{ ADMIN_EMAIL: 'ann@fixline.example' }, /^ADMIN_PASSWORD is missing/],
    [{ OPENAI_MODEL: 'm' }, /^OPENAI_API_KEY is missing/],
    [{ SMTP_URL: 'smtp://mail.example' }, /^MAIL_FROM is missing/],
    [{ ALERT_TO: 'ann' }, /^ALERT_TO is not a number such as/],
    [{ ...real, ALERT_TO: 'ann@fixline.example' }, /^SMTP_URL is missing: ALERT_TO is a mail address/],
  ])('%j', (env, sentence) => {
    const said = sentenceOf(env);
    expect(said).toMatch(sentence);
    expect(said).not.toContain('\n');
  });

  it('never repeats the value, which may be a secret', () => {
    expect(sentenceOf({ ...real, STRIPE_SECRET_KEY: 'pk_live_1' })).not.toContain('pk_live_1');
    expect(sentenceOf({ MONGODB_URI: 'mongo:hunter2@db' })).not.toContain('hunter2');
  });
});

describe('secrets are never printed', () => {
  const secrets = [
    'token-of-today',
    'token-of-yesterday',
    'sk_live_abc',
    'whsec_one',
    'key-of-a-model',
    'hunter2',
    'swordfish',
  ];
  const config = readConfig({
    ...real,
    OPENAI_API_KEY: 'key-of-a-model',
    ADMIN_EMAIL: 'ann@fixline.example',
    ADMIN_PASSWORD: 'swordfish',
    MONGODB_URI: 'mongodb://u:hunter2@db.example/',
    SMTP_URL: 'smtp://u:hunter2@mail.example',
    MAIL_FROM: 'hi@fixline.example',
  });

  it.each([
    ['inspect', inspect(config, { depth: 9 })],
    ['JSON', JSON.stringify(config)],
    ['text', String(config as unknown)],
    ['inner inspect', inspect([config.twilio, config.stripe, config.openai, config.admin, config.mail], { depth: 9 })],
    ['inner JSON', JSON.stringify([config.twilio, config.stripe, config.openai, config.admin, config.mail])],
  ])('%s', (_way, shown) => {
    for (const secret of secrets) expect(shown).not.toContain(secret);
    expect(shown).toContain('(secret)');
  });
});
