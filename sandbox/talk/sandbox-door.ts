/** A text as a phone shows it; `out` came from the app. */
export interface PhoneText {
  readonly sid: string;
  readonly direction: 'in' | 'out';
  readonly from: string | null;
  readonly to: string;
  readonly body: string;
  readonly status: string;
  /** ISO instant of the business clock. */
  readonly at: string;
  readonly error?: number;
}

export interface PhoneShown {
  readonly number: string;
  readonly label: string;
  readonly role: string;
  readonly autopilot: boolean;
}

interface PaymentShown {
  readonly id: string;
  readonly amount: number;
  readonly status: string;
}

interface Sent {
  readonly webhook: { readonly status: number; readonly tries: number };
}

export interface Wait {
  readonly after: string;
  readonly waitMs: number;
  readonly signal?: AbortSignal;
}

export interface Texts {
  readonly texts: readonly PhoneText[];
  readonly cursor: string;
}

/** The sandbox's routes that a phone needs. */
export interface SandboxDoor {
  phones(): Promise<PhoneShown[]>;
  texts(number: string, wait?: Wait): Promise<Texts>;
  send(number: string, order: { sid: string; body: string; channel: string }): Promise<Sent>;
  autopilot(isOn: boolean, number: string): Promise<void>;
  putPhone(number: string, change: { role: string; autopilot: boolean }): Promise<void>;
  now(): Promise<string>;
  advance(duration: string): Promise<void>;
  settle(): Promise<void>;
  /** Where a link leads after its redirects are followed; itself when it has none. */
  follow(url: string): Promise<string>;
  /** Newest first. */
  payments(): Promise<PaymentShown[]>;
  pay(id: string, order: { card: string; authenticate?: string }): Promise<{ status: string; decline?: string }>;
}

/** Every call throws a sentence for people when the sandbox does not answer or says no. */
export const openDoor = (url: string): SandboxDoor => {
  const ask = async (method: string, path: string, more: { body?: object; signal?: AbortSignal } = {}) => {
    const { body, signal } = more;
    const headers = { 'content-type': 'application/json' };
    const init = {
      method,
      signal: signal ?? null,
      ...(body === undefined ? {} : { headers, body: JSON.stringify(body) }),
    };
    const answer = await fetch(url + path, init).catch((error: unknown) => {
      if (signal?.aborted) throw error;
      throw new Error(`No sandbox answers at ${url}: run npm start in another terminal first.`);
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(reasonIn(text) ?? `The sandbox answered ${answer.status} to ${method} ${path}.`);
    return JSON.parse(text) as unknown;
  };
  const get = async <T>(path: string, signal?: AbortSignal) => (await ask('GET', path, signal ? { signal } : {})) as T;
  const post = async <T>(path: string, body: object = {}) => (await ask('POST', path, { body })) as T;
  const textsPath = (number: string) => `/phones/${encodeURIComponent(number)}/texts`;
  return {
    phones: () => get('/phones'),
    texts: (number, wait) =>
      wait === undefined
        ? get(textsPath(number))
        : get(`${textsPath(number)}?after=${wait.after}&waitMs=${wait.waitMs}`, wait.signal),
    send: (number, order) => post(textsPath(number), order),
    autopilot: async (on, number) => discard(await post('/autopilot', { on, numbers: [number] })),
    putPhone: async (number, change) =>
      discard(await ask('PUT', `/phones/${encodeURIComponent(number)}`, { body: change })),
    now: async () => (await get<{ now: string }>('/clock')).now,
    advance: async (duration) => discard(await post('/clock', { advance: duration })),
    settle: async () => discard(await post('/settle')),
    follow,
    payments: () => get('/payments'),
    pay: (id, order) => post(`/pay/${encodeURIComponent(id)}`, order),
  };
};

const LONGEST_CHAIN = 5;

const follow = async (url: string): Promise<string> => {
  let at = url;
  for (let hop = 0; hop < LONGEST_CHAIN; hop += 1) {
    const answer = await fetch(at, { redirect: 'manual' }).catch(() => null);
    await answer?.body?.cancel();
    const next = answer?.headers.get('location') ?? null;
    if (next === null) break;
    at = new URL(next, at).href;
  }
  return at;
};

const discard = (_answer: unknown): void => undefined;

const reasonIn = (text: string): string | null => {
  try {
    const { error } = JSON.parse(text) as { error?: unknown };
    return typeof error === 'string' ? error : null;
  } catch {
    return null;
  }
};
