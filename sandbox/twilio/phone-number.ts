import { account } from '../account.ts';
import type { PhoneNumber, Switchboard } from './switchboard.ts';

/** As the app's operator would have set it up: the app's webhook, tried again five times whatever went wrong. */
export const ourNumber = ({ world, numbers }: Switchboard): PhoneNumber =>
  numbers.get(account.twilio.number) ?? {
    friendlyName: 'Fixline',
    smsUrl: webhookAt(world.app.urls[0] ?? ''),
    smsFallbackUrl: null,
    statusCallback: null,
    updatedAt: world.clock.now().toISOString(),
  };

const webhookAt = (appUrl: string): string => {
  const { origin, hash } = new URL(appUrl);
  return `${origin}/webhooks/twilio/messages${hash || '#rc=5&rp=all'}`;
};

/** Changes what is configured, as `POST …/IncomingPhoneNumbers/PN….json` does. */
export const configureNumber = (switchboard: Switchboard, form: URLSearchParams): void => {
  const given = (name: string, kept: string | null) => (form.has(name) ? form.get(name) || null : kept);
  const known = ourNumber(switchboard);
  switchboard.numbers.set(account.twilio.number, {
    friendlyName: form.get('FriendlyName') ?? known.friendlyName,
    smsUrl: given('SmsUrl', known.smsUrl),
    smsFallbackUrl: given('SmsFallbackUrl', known.smsFallbackUrl),
    statusCallback: given('StatusCallback', known.statusCallback),
    updatedAt: switchboard.world.clock.now().toISOString(),
  });
};
