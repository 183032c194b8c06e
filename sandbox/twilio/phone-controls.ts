import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { account } from '../account.ts';
import { RefusedError } from '../controls/readable.ts';
import { readPhone } from './addresses.ts';
import { awaitTexts } from './await-texts.ts';
import type { Phone } from './phones.ts';
import { findButton, receiveText, type Written } from './receive-text.ts';
import type { Switchboard } from './switchboard.ts';
import { phoneText } from './phone-text.ts';
import type { Button } from './text.ts';

const writing = z.strictObject({
  body: z.string().max(1_600, 'a text is at most 1600 characters').default(''),
  media: z
    .array(z.string().regex(/^(https?:\/\/|data:)/, 'a file is an http(s) or data URL'))
    .max(10)
    .default([]),
  channel: z.enum(['sms', 'whatsapp']).default('sms'),
  button: z.string().optional(),
  to: z.string().optional(),
  sid: z
    .string()
    .regex(/^(SM|MM)[0-9a-fA-F]{32}$/, 'a sid is SM or MM and 32 hex digits')
    .optional(),
});

const profile = z.strictObject({
  label: z.string().min(1).max(80).optional(),
  role: z.enum(['homeowner', 'provider']).optional(),
  autopilot: z.boolean().nullable().optional(),
});

const asking = z.object({
  after: z.coerce.number().int().nonnegative().default(0),
  waitMs: z.coerce.number().nonnegative().max(60_000).default(0),
});

const autopilotSwitch = z.strictObject({ on: z.boolean(), numbers: z.array(z.string()).optional() });

/** /phones, their texts, and /autopilot. */
export const phoneControls = (switchboard: Switchboard) => async (scope: FastifyInstance) => {
  const { phones } = switchboard;
  const shown = (phone: Phone) => phoneJson(switchboard, phone);
  scope.get('/phones', () => phones.list().map(shown));
  scope.put<OfPhone>('/phones/:number', (request) =>
    shown(phones.change(phoneIn(request.params.number), given(profile.parse(request.body)))),
  );
  scope.get<OfPhone>('/phones/:number/texts', async (request) => {
    const { after, waitMs } = asking.parse(request.query);
    const phone = phoneIn(request.params.number);
    const texts = await awaitTexts(switchboard, { phone, after, waitMs });
    const cursor = texts.at(-1)?.seq ?? after;
    if (cursor > phones.get(phone).readTo && texts.length > 0) phones.change(phone, { readTo: cursor });
    return { texts: texts.map(phoneText), cursor: String(cursor) };
  });
  scope.post<OfPhone>('/phones/:number/texts', async (request) => {
    const written = readWriting(switchboard, phoneIn(request.params.number), writing.parse(request.body));
    // Whoever writes by hand plays that phone.
    if (phones.isOnAutopilot(written.phone)) phones.change(written.phone, { autopilot: false });
    const { text, delivery } = receiveText(switchboard, written);
    return { sid: text.sid, webhook: await delivery };
  });
  scope.post('/autopilot', (request) => {
    const { on, numbers } = autopilotSwitch.parse(request.body);
    if (numbers === undefined) phones.switchAll(on);
    for (const number of numbers ?? []) phones.change(phoneIn(number), { autopilot: on });
    return {
      on,
      numbers: phones
        .list()
        .filter(({ number }) => phones.isOnAutopilot(number))
        .map(({ number }) => number),
    };
  });
};

interface OfPhone {
  Params: { number: string };
}

const phoneIn = (text: string): string => {
  const phone = readPhone(text);
  if (phone === null) throw new RefusedError(400, 'That is not a phone number: write it like +15125550100.');
  return phone;
};

// exactOptionalPropertyTypes: what was not given must not be there.
const given = <T extends object>(part: T) =>
  Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };

const readWriting = (switchboard: Switchboard, phone: string, order: z.infer<typeof writing>): Written => {
  const { media, channel, sid } = order;
  const tapped = tappedIn(switchboard, phone, order.button);
  const body = order.body || (tapped?.title ?? '');
  if (body === '' && media.length === 0) throw new RefusedError(400, 'A text needs a body, media or a button.');
  // Only WhatsApp has buttons: on SMS a tap is its words.
  const tap = channel === 'sms' ? null : tapped;
  return { phone, channel, to: ourNumberIn(order.to), body, media, tapped: tap, ...given({ sid }) };
};

const tappedIn = (switchboard: Switchboard, phone: string, button: string | undefined): Button | null =>
  button === undefined ? null : (findButton(switchboard, phone, button) ?? unseen(button));

// A button that no text of ours carries, as after a template was changed.
const unseen = (id: string): Button => ({ id, title: id, kind: 'reply' });

const ourNumberIn = (to: string | undefined): string => {
  const number = to === undefined ? account.twilio.number : phoneIn(to);
  if (number === account.twilio.number || number === account.twilio.whatsappNumber) return number;
  throw new RefusedError(404, `Nobody has that number here: the app's is ${account.twilio.number}.`);
};

const phoneJson = (switchboard: Switchboard, { number, label, role, readTo }: Phone) => ({
  number,
  label,
  role,
  unread: switchboard.ofPhone(number, readTo).filter(({ direction }) => direction !== 'inbound').length,
  autopilot: switchboard.phones.isOnAutopilot(number),
});
