import { z } from 'zod';

/** One text of a person, as Twilio's webhook brings it. */
export interface InboundText {
  readonly sid: string;
  /** who wrote: `sms:+1512…`, `whatsapp:+1512…` or `whatsapp:US.abc` */
  readonly thread: string;
  /** our address, as Twilio writes it */
  readonly to: string;
  readonly body: string;
  readonly media: readonly string[];
  /** the id of the button or list item that was tapped */
  readonly buttonPayload: string | null;
  readonly location: { readonly lat: number; readonly lon: number } | null;
  /** with Advanced Opt-Out, Twilio's own reading of the keyword */
  readonly optOutType: 'STOP' | 'START' | 'HELP' | null;
}

/** A form as Fastify parses it: a name that comes twice is a list. */
export type Form = Readonly<Record<string, unknown>>;

const first = (value: unknown): unknown => (Array.isArray(value) ? (value as unknown[])[0] : value);
const one = <Schema extends z.ZodType>(schema: Schema) => z.preprocess(first, schema);
const decimal = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/)
  .transform(Number);
const degrees = (most: number) =>
  one(decimal.pipe(z.number().min(-most).max(most)))
    .nullish()
    .catch(null);
/** Empty means absent in Twilio's forms. */
const filled = one(z.string().min(1)).nullish().catch(null);

const inbound = z.looseObject({
  MessageSid: one(z.string().regex(/^(SM|MM)[0-9a-fA-F]{32}$/)),
  From: one(z.string().regex(/^(whatsapp:(\+\d{6,15}|[A-Z]{2}\.\S+)|\+\d{6,15}|\d{3,8}|[A-Za-z0-9 ]{1,11})$/)),
  To: one(z.string().min(1)),
  Body: one(z.string()).optional(),
  NumMedia: one(z.coerce.number().int().min(0).max(20)).optional().catch(0),
  ButtonPayload: filled,
  ListId: filled,
  Latitude: degrees(90),
  Longitude: degrees(180),
  OptOutType: one(z.enum(['STOP', 'START', 'HELP']))
    .nullish()
    .catch(null),
});
type InboundForm = z.output<typeof inbound>;

/** Reads the form of `POST /webhooks/twilio/messages`; null when it is not a text from a person on SMS or WhatsApp. Unknown fields are ignored. */
export function parseInbound(form: Form): InboundText | null {
  const { success, data } = inbound.safeParse(form);
  if (!success) return null;
  return {
    sid: data.MessageSid,
    thread: threadOf(data.From),
    to: data.To,
    body: data.Body ?? '',
    media: mediaOf(data),
    buttonPayload: data.ButtonPayload ?? data.ListId ?? null,
    location: locationOf(data),
    optOutType: data.OptOutType ?? null,
  };
}

/** `+1512…` or `whatsapp:+1512…`, as Twilio writes an address, to the id of its thread. */
export const threadOf = (address: string): string => (address.startsWith('whatsapp:') ? address : `sms:${address}`);

function mediaOf(form: InboundForm): string[] {
  const urls = Array.from({ length: form.NumMedia ?? 0 }, (_, index) => first(form[`MediaUrl${index}`]));
  return urls.filter((url) => typeof url === 'string' && URL.canParse(url)) as string[];
}

function locationOf({ Latitude: lat, Longitude: lon }: InboundForm): InboundText['location'] {
  return typeof lat === 'number' && typeof lon === 'number' ? { lat, lon } : null;
}
