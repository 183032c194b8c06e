import http from 'node:http';
import https from 'node:https';
import twilio from 'twilio';

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
  const httpClient = new twilio.RequestClient({ timeout: REQUEST_MS, keepAlive: true, maxSockets: 100 });
  const { axios } = httpClient;
  if (apiUrl !== null) {
    const agent = { keepAlive: true, maxSockets: 100, timeout: REQUEST_MS };
    axios.defaults.httpAgent = new http.Agent(agent);
    axios.defaults.httpsAgent = new https.Agent(agent);
  }
  // The SDK's timeout counts silence on the socket; an answer that trickles in would go on for ever.
  axios.interceptors.request.use((request) => Object.assign(request, { signal: AbortSignal.timeout(REQUEST_MS) }));
  const request = httpClient.request.bind(httpClient);
  httpClient.request = async (options) => {
    const answer = await request({ ...options, uri: behind(apiUrl, options.uri) });
    if (answer.statusCode === 429) throw new TooManyRequestsError(retryAfter(answer.headers as unknown));
    return answer;
  };
  return twilio(accountSid, authTokens[0], { httpClient });
}

/** `https://api.twilio.com/x` becomes `apiUrl/x`, and `https://content.twilio.com/x` becomes `apiUrl/content/x`. */
function behind(apiUrl: string | null, uri: string): string {
  if (apiUrl === null) return uri;
  const { hostname, pathname, search } = new URL(uri);
  const [product] = hostname.split('.');
  return `${apiUrl}${product === 'api' ? '' : `/${String(product)}`}${pathname}${search}`;
}

/** Retry-After counts seconds (RFC 9110, 10.2.3); Twilio sends no dates. One second where it says nothing. */
function retryAfter(headers: unknown): number {
  const seconds = Number((headers as Record<string, unknown> | undefined)?.['retry-after']);
  return seconds > 0 ? Math.min(seconds, 3_600) * 1_000 : 1_000;
}
