import twilio from 'twilio';
import { Agent, EnvHttpProxyAgent, request, type Dispatcher } from 'undici';

/** What the channels read of the config. */
export interface TwilioSettings {
  readonly accountSid: string;
  readonly authTokens: readonly string[];
  readonly number: string | null;
  readonly messagingServiceSid: string | null;
  /** E.164, without `whatsapp:` */
  readonly whatsappNumber: string | null;
  /** stands for `https://api.twilio.com`; null: Twilio itself */
  readonly apiUrl: string | null;
}

export type TwilioClient = ReturnType<typeof twilio>;

/** Longest wait for one answer. A message with buttons may take one request more (`quick-replies.ts`), and both stay under 8 s. */
export const REQUEST_MS = 5_500;

/** 429: surely nothing was done. The SDK's own error does not carry Retry-After. */
export class TooManyRequestsError extends Error {
  readonly afterMs: number;

  constructor(afterMs: number) {
    super('Twilio asks us to slow down');
    this.afterMs = afterMs;
  }
}

/** The real SDK. With `apiUrl` every host of Twilio's is reached behind that address, directly, whatever proxy the environment names. */
export function makeTwilioClient({ accountSid, authTokens, apiUrl }: TwilioSettings): TwilioClient {
  const settings = { connections: 100, connectTimeout: REQUEST_MS };
  const dispatcher = apiUrl === null ? new EnvHttpProxyAgent(settings) : new Agent(settings);
  const httpClient = {
    request: (order: Order) => carry({ ...order, uri: behind(apiUrl, order.uri) }, dispatcher),
  } as unknown as InstanceType<typeof twilio.RequestClient>;
  return twilio(accountSid, authTokens[0], { httpClient });
}

/** A request as the SDK hands it to its HTTP client (twilio.com/docs/libraries/node/custom-http-clients). */
interface Order {
  readonly method: string;
  readonly uri: string;
  readonly username?: string;
  readonly password?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly params?: Fields;
  readonly data?: Fields;
}
type Value = string | number | boolean | null | undefined;
type Fields = Readonly<Record<string, Value | readonly Value[]>>;

/** The SDK's own client takes more than twice the processor time, and its timeout counts silence: an answer that trickles in goes on for ever. */
async function carry({ data, method, params, uri, ...order }: Order, dispatcher: Dispatcher) {
  const { body, headers, statusCode } = await request(params === undefined ? uri : `${uri}?${formOf(params)}`, {
    method: method.toUpperCase(),
    headers: { ...order.headers, authorization: authorizationOf(order) },
    body: data === undefined ? null : encoded(data, order.headers),
    signal: AbortSignal.timeout(REQUEST_MS),
    dispatcher,
  });
  const text = await body.text();
  if (statusCode === 429) throw new TooManyRequestsError(retryAfter(headers['retry-after']));
  return { statusCode, headers, body: text };
}

const authorizationOf = ({ password = '', username = '' }: Pick<Order, 'username' | 'password'>) =>
  `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;

const encoded = (data: Fields, headers: Order['headers']) =>
  headers?.['Content-Type'] === 'application/json' ? JSON.stringify(data) : formOf(data);

/** A list is a field that comes several times. */
const formOf = (fields: Fields): string =>
  new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) =>
      [value]
        .flat()
        .filter((one) => one != null)
        .map((one): [string, string] => [name, String(one)]),
    ),
  ).toString();

/** `https://api.twilio.com/x` becomes `apiUrl/x`, and `https://content.twilio.com/x` becomes `apiUrl/content/x`. */
function behind(apiUrl: string | null, uri: string): string {
  if (apiUrl === null) return uri;
  const { hostname, pathname, search } = new URL(uri);
  const [product] = hostname.split('.');
  return `${apiUrl}${product === 'api' ? '' : `/${String(product)}`}${pathname}${search}`;
}

/** Retry-After counts seconds (RFC 9110, 10.2.3); Twilio sends no dates. One second where it says nothing. */
function retryAfter(header: unknown): number {
  const seconds = Number(header);
  return seconds > 0 ? Math.min(seconds, 3_600) * 1_000 : 1_000;
}
