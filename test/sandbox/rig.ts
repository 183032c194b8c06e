import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import twilio from 'twilio';
import { account } from '../../sandbox/account.ts';
import { startSandbox, type Sandbox } from '../../sandbox/start.ts';

/** What the stand-in for the app was asked, as it came. */
export interface Heard {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly form: Readonly<Record<string, string>>;
  /** By the SDK's own check, over the address that the app was reached at. */
  readonly isSigned: boolean;
}

/** The real SDK, and what it says no with. */
export type Sdk = ReturnType<typeof sdkFor>;

export const refusalOf = async (call: Promise<unknown>): Promise<{ status: number; code: number }> => {
  const error: unknown = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error as { status: number; code: number };
};

export interface Rig {
  readonly sandbox: Sandbox;
  readonly url: string;
  readonly heard: Heard[];
  /** Set to answer otherwise than 200. */
  answer: (heard: Heard, response: ServerResponse) => void;
  /** What `GET /sandbox/work` says; none: 404, as an app outside sandbox mode. */
  work: ((until: Date) => { inFlight: number; nextDueAt: string | null }) | null;
  readonly clocks: string[];
  readonly appUrl: string;
  inbound(): Heard[];
  statuses(): string[];
  /** The app goes away. */
  leave(): Promise<unknown>;
  close(): Promise<void>;
}

/** A sandbox and an app to deliver to, both on free ports of this machine. */
export const startRig = async (
  options: { home?: string; fragment?: string; isLogged?: boolean } = {},
): Promise<Rig> => {
  const { server, url: appUrl } = await startApp((path, body, request) => rig.take(path, body, request));
  const sandbox = await startSandbox({
    port: 0,
    appUrl: appUrl + (options.fragment ?? ''),
    isLogged: options.isLogged ?? true,
    ...(options.home === undefined ? {} : { home: options.home }),
    log: (sentence) => console.error(sentence),
  });
  const heard: Heard[] = [];
  const leave = () => {
    server.closeAllConnections();
    return new Promise((resolve) => {
      server.close(resolve);
    });
  };
  const rig = {
    sandbox,
    url: sandbox.url,
    heard,
    answer: (_heard: Heard, response: ServerResponse) => void response.end('<Response/>'),
    work: null as Rig['work'],
    clocks: [] as string[],
    appUrl,
    inbound: () => heard.filter(({ path }) => path === '/webhooks/twilio/messages'),
    statuses: () => heard.flatMap(({ form }) => (form['MessageStatus'] === undefined ? [] : [form['MessageStatus']])),
    take: (path: string, body: string, { headers, response }: Asked) => {
      if (path.startsWith('/sandbox/')) {
        answerSandbox(rig, path, { body, response });
        return;
      }
      const form = Object.fromEntries(new URLSearchParams(body));
      const signature = headers['x-twilio-signature'] ?? '';
      const isSigned = twilio.validateRequest(account.twilio.authToken, signature, appUrl + path, form);
      const one = { path, headers, form, isSigned };
      heard.push(one);
      rig.answer(one, response);
    },
    leave,
    close: async () => {
      await sandbox.close();
      await leave();
    },
  };
  return rig;
};

interface Asked {
  readonly headers: Record<string, string>;
  readonly response: ServerResponse;
}

const answerSandbox = (rig: Rig, path: string, { body, response }: { body: string; response: ServerResponse }) => {
  response.setHeader('content-type', 'application/json');
  if (rig.work === null) {
    response.statusCode = 404;
    response.end('{}');
  } else if (path.startsWith('/sandbox/clock')) {
    rig.clocks.push((JSON.parse(body) as { now: string }).now);
    response.end('{}');
  } else {
    const until = new URL(path, 'http://app').searchParams.get('until') ?? '';
    response.end(JSON.stringify(rig.work(new Date(until))));
  }
};

/** A bare HTTP server: what it is asked goes to `take`. */
const startApp = async (take: (path: string, body: string, asked: Asked) => void) => {
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () =>
      take(request.url ?? '', Buffer.concat(chunks).toString('utf8'), {
        headers: request.headers as Record<string, string>,
        response,
      }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
};

/** The real SDK, whose requests go to the sandbox: `https://content.twilio.com/x` becomes `<url>/content/x`. */
export const sdkFor = (url: string, token: string = account.twilio.authToken) => {
  const client = new twilio.RequestClient({ timeout: 5_000 });
  const request = client.request.bind(client);
  client.request = (options) => {
    const { hostname, pathname, search } = new URL(options.uri);
    const prefix = hostname === 'api.twilio.com' ? '' : `/${hostname.split('.')[0] ?? ''}`;
    return request({ ...options, uri: url + prefix + pathname + search });
  };
  return twilio(account.twilio.accountSid, token, { httpClient: client });
};

interface Answered {
  readonly status: number;
  readonly body: unknown;
}

/** Speaks with the sandbox's own routes. */
export const ask = async (url: string, method = 'GET', body?: unknown): Promise<Answered> => {
  const init = { method, headers: { 'content-type': 'application/json' } };
  const answer = await fetch(url, body === undefined ? { method } : { ...init, body: JSON.stringify(body) });
  const text = await answer.text();
  return { status: answer.status, body: /^[[{]/.test(text) ? (JSON.parse(text) as unknown) : text };
};

interface Shown {
  readonly sid: string;
  readonly direction: 'in' | 'out';
  readonly from: string;
  readonly body: string;
  readonly buttons: readonly { id: string; title: string }[];
  readonly status: string;
  readonly segments: number;
  readonly error?: number;
}

export const textsOf = async (rig: Rig, number: string, query = ''): Promise<{ texts: Shown[]; cursor: string }> =>
  (await ask(`${rig.url}/phones/${number}/texts${query}`)).body as { texts: Shown[]; cursor: string };

interface Sent {
  readonly sid: string;
  readonly webhook: { status: number; ms: number; tries: number };
}

/** A person writes; answers when the webhook's tries have ended. */
export const write = async (rig: Rig, number: string, text: object): Promise<Sent> =>
  (await ask(`${rig.url}/phones/${number}/texts`, 'POST', text)).body as Sent;

export const eventually = async (isSo: () => boolean, patienceInMs = 3_000): Promise<void> => {
  const end = performance.now() + patienceInMs;
  while (!isSo()) {
    if (performance.now() > end) throw new Error('It did not come to pass.');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};
