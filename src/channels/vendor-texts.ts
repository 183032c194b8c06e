import { addressOf, channelOf } from '../domain/actor.ts';
import type { Remote, Texts, VendorText } from '../conversations/ports.ts';
import { within } from './deadline.ts';
import { fateOf } from './status.ts';
import type { TwilioClient, TwilioSettings } from './twilio-client.ts';
import { twilioFailure } from './twilio-failure.ts';

type FirstPage = Awaited<ReturnType<TwilioClient['messages']['page']>>;
type Page = NonNullable<Awaited<ReturnType<FirstPage['nextPage']>>>;
type Message = Page['instances'][number];

/** For a look-up under a claim. A list of all texts may be long: there only each request has its end. */
const LOOKUP_MS = 8_000;
const PAGE_SIZE = 200;

/** What Twilio's list of messages says: I1 and I2 rest on it when a webhook or an answer is lost. */
export function makeVendorTexts(
  client: TwilioClient,
  settings: TwilioSettings,
  lookupMs = LOOKUP_MS,
): Pick<Texts, 'sentTo' | 'receivedSince' | 'mediaOf' | 'fateOf'> {
  return {
    sentTo: (thread, since) => {
      const found = reading(async () => {
        const to = channelOf(thread) === 'whatsapp' ? thread : addressOf(thread);
        // Without a date: a queued text has no date of sending yet, and would be left out.
        const sent = await allSince(client.messages.page({ to, pageSize: PAGE_SIZE }), since);
        return sent.filter(({ direction }) => direction.startsWith('outbound')).map(vendorText);
      });
      return within(lookupMs, found, { outcome: 'unknown' });
    },
    receivedSince: (since) =>
      reading(async () => {
        const lists = await Promise.all(ourAddresses(settings).map((address) => inboundOf(client, address, since)));
        const found = [...new Map(lists.flat().map((message) => [message.sid, message])).values()];
        return found.sort(byDate).map(vendorText);
      }),
    mediaOf: (sid) =>
      within(
        lookupMs,
        reading(() => mediaOf(client, settings, sid)),
        { outcome: 'unknown' },
      ),
    fateOf: (sid) => {
      const fate = reading(async () => {
        const { errorCode, status } = await client.messages(sid).fetch();
        return fateOf({ status, code: errorCode || null });
      });
      return within(lookupMs, fate, { outcome: 'unknown' });
    },
  };
}

async function reading<Value>(work: () => Promise<Value>): Promise<Remote<Value>> {
  return work().then(
    (value): Remote<Value> => ({ outcome: 'done', value }),
    (error: unknown) => twilioFailure(error),
  );
}

/** A service may hold many numbers: then every inbound text of the account is ours. */
function ourAddresses({
  number,
  whatsappNumber,
  messagingServiceSid,
}: TwilioSettings): readonly ({ to: string } | Record<string, never>)[] {
  if (messagingServiceSid !== null || number === null) return [{}];
  return [{ to: number }, ...(whatsappNumber === null ? [] : [{ to: `whatsapp:${whatsappNumber}` }])];
}

/** Twilio's filter promises whole days in UTC only, so the day is asked for and the rest is ours. */
async function inboundOf(client: TwilioClient, address: { to?: string }, since: Date): Promise<Message[]> {
  const dateSentAfter = new Date(since);
  dateSentAfter.setUTCHours(0, 0, 0, 0);
  const found = await allSince(client.messages.page({ ...address, dateSentAfter, pageSize: PAGE_SIZE }), since);
  return found.filter(({ direction }) => direction === 'inbound');
}

/** Pages come newest first: reading ends with the first page that reaches back beyond `since`. Oldest first in the answer. */
async function allSince(first: Promise<Page>, since: Date): Promise<Message[]> {
  const found: Message[] = [];
  // Twilio keeps whole seconds.
  const from = Math.floor(since.getTime() / 1_000) * 1_000;
  for (let page: Page | undefined = await first; page !== undefined; page = await page.nextPage()) {
    const fresh = page.instances.filter((message) => message.dateCreated.getTime() >= from);
    found.push(...fresh);
    if (fresh.length < page.instances.length) break;
  }
  // Reversed first, so that texts of one second keep their order.
  return found.reverse().sort(byDate);
}

const byDate = (left: Message, right: Message): number => left.dateCreated.getTime() - right.dateCreated.getTime();

function vendorText(message: Message): VendorText {
  return {
    sid: message.sid,
    from: message.from,
    to: message.to,
    body: message.body,
    at: message.dateCreated,
    status: message.status,
    code: message.errorCode || null,
    mediaCount: Number(message.numMedia),
  };
}

async function mediaOf(client: TwilioClient, { apiUrl }: TwilioSettings, sid: string): Promise<string[]> {
  const media = await client.messages(sid).media.list({ limit: 10 });
  return media.map(({ uri }) => `${apiUrl ?? 'https://api.twilio.com'}${uri.replace(/\.json$/, '')}`);
}
