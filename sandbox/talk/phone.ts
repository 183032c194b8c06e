import { randomBytes } from 'node:crypto';
import { readNumber, roleOf, type Role } from './options.ts';
import type { Order } from './read-line.ts';
import type { PhoneText, SandboxDoor } from './sandbox-door.ts';
import type { Payment } from './story.ts';

/** One phone in somebody's hand. */
export interface Phone {
  number: string;
  channel: 'sms' | 'whatsapp';
  cursor: string;
  /** Sids of what was written here: the phone need not show it again. */
  readonly mine: Set<string>;
  /** What was paid, for the story. */
  readonly payments: Payment[];
  /** Providers whose autopilot was switched off for this talk. */
  readonly takenOver: Set<string>;
}

/** Takes a phone up: what came before is not shown again, and a provider no longer answers by itself. */
export const takeUp = async (door: SandboxDoor, number: string, role: Role): Promise<Phone> => {
  const phone: Phone = {
    number,
    channel: 'sms',
    cursor: '0',
    mine: new Set(),
    payments: [],
    takenOver: new Set(),
  };
  await switchTo(door, phone, { number, role });
  return phone;
};

/** Puts the phones down again: providers answer by themselves as before. */
export const putDown = async (door: SandboxDoor, phone: Phone): Promise<void> => {
  for (const number of phone.takenOver) await door.autopilot(true, number);
};

/** Goes on with another phone. */
const switchTo = async (door: SandboxDoor, phone: Phone, { number, role }: { number: string; role: Role }) => {
  const known = (await door.phones()).find((other) => other.number === number);
  if (known === undefined) await door.putPhone(number, { role, autopilot: false });
  else if (known.autopilot) {
    await door.autopilot(false, number);
    phone.takenOver.add(number);
  }
  phone.cursor = (await door.texts(number)).cursor;
  phone.number = number;
};

/** Does what a line asked for. Gives a sentence to show, or null. */
export const obey = async (door: SandboxDoor, phone: Phone, order: Order): Promise<string | null> => {
  if (order.kind === 'text') return sendText(door, phone, order.body);
  if (order.kind === 'pay') return payNewest(door, phone, order);
  if (order.kind === 'skip') {
    await door.advance(order.duration);
    return `It is ${shownTime(await door.now())} now.`;
  }
  if (order.kind === 'as') {
    const number = readNumber(order.number);
    await switchTo(door, phone, { number, role: roleOf(number) });
    return `This is ${phone.number} now.`;
  }
  if (order.kind === 'channel') {
    phone.channel = order.channel;
    return `Texts go by ${order.channel === 'sms' ? 'SMS' : 'WhatsApp'} now.`;
  }
  return order.kind === 'clock' ? `It is ${shownTime(await door.now())}.` : null;
};

const sendText = async (door: SandboxDoor, phone: Phone, body: string): Promise<string | null> => {
  // Named before it is sent: it may be heard of on the phone before the sandbox has answered.
  const sid = `SM${randomBytes(16).toString('hex')}`;
  phone.mine.add(sid);
  const { webhook } = await door.send(phone.number, { sid, body, channel: phone.channel });
  if (webhook.status >= 200 && webhook.status < 300) return null;
  return `The app answered ${webhook.status === 0 ? 'nothing' : webhook.status} (tries: ${webhook.tries}).`;
};

const payNewest = async (door: SandboxDoor, phone: Phone, order: { card: string; authenticate?: string }) => {
  const { card, authenticate } = order;
  const open = await openPayment(door, phone);
  if (open === undefined) return 'There is no open payment link.';
  const at = await door.now();
  const answer = await door.pay(open.id, { card, ...(authenticate === undefined ? {} : { authenticate }) });
  phone.payments.push({ at, card, ...(authenticate === undefined ? {} : { authenticate }) });
  const amount = `$${(open.amount / 100).toFixed(2)}`;
  if (answer.status === 'paid') return `Paid ${amount}.`;
  return `${amount} was not paid: ${(answer.decline ?? answer.status).replaceAll('_', ' ')}.`;
};

const LINK = /https?:\/\/\S+/g;

/** The one behind the newest link on this phone; on a phone without links the newest of all. */
const openPayment = async (door: SandboxDoor, phone: Phone) => {
  const open = (await door.payments()).filter(({ status }) => status === 'open');
  const { texts } = await door.texts(phone.number);
  const link = texts.flatMap(({ body, direction }) => (direction === 'out' ? (body.match(LINK) ?? []) : [])).at(-1);
  if (link === undefined) return open[0];
  const end = await door.follow(link);
  return open.find(({ id }) => end.endsWith(`/pay/${id}`));
};

/** What came since the last look and was not written here. */
export const arrived = (phone: Phone, texts: readonly PhoneText[]): PhoneText[] =>
  texts.filter(({ sid, direction }) => direction === 'out' || !phone.mine.has(sid));

const format = new Intl.DateTimeFormat('en-US', {
  timeZone: 'America/Chicago',
  weekday: 'short',
  month: 'short',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
});

/** "Tue, Nov 24, 2:05 PM" in the demo city. */
export const shownTime = (at: string): string => format.format(new Date(at)).replace(/[\u202f\u2009]/g, ' ');
