import type { World } from '../stage.ts';

interface PublishedAccount {
  readonly twilio: { readonly accountSid: string; readonly authToken: string; readonly numberSid: string };
}

/** Our number's texts go to that door first from now on, as its owner would set it up at Twilio. */
export const pointNumber = async (world: World, door: number): Promise<void> => {
  const { twilio } = (await world.ask('GET', '/account')) as PublishedAccount;
  const url = `${world.url}/2010-04-01/Accounts/${twilio.accountSid}/IncomingPhoneNumbers/${twilio.numberSid}.json`;
  const key = Buffer.from(`${twilio.accountSid}:${twilio.authToken}`).toString('base64');
  const webhook = `http://127.0.0.1:${world.ports[door] ?? 0}/webhooks/twilio/messages#rc=5&rp=all`;
  const answer = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Basic ${key}` },
    body: new URLSearchParams({ SmsUrl: webhook }),
  });
  await answer.body?.cancel();
};
