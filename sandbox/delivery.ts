import { setTimeout as sleep } from 'node:timers/promises';
import type { App } from './app.ts';
import type { Clock } from './clock.ts';
import type { Send } from './post.ts';
import type { Answer, Delivery, Letter, WebhookRequest } from './webhook-request.ts';
import type { Wire } from './wire.ts';

interface Means {
  readonly app: App;
  readonly clock: Clock;
  readonly wire: Wire;
  readonly post: Send;
}

/** Delivers once and again, as the request's rules say. */
export const tryInTurn = async (request: WebhookRequest, means: Means): Promise<Delivery> => {
  const begun = performance.now();
  for (let number = 1; ; number += 1) {
    const answer = await tryEveryDoor(request, number, means);
    const delivery = { status: answer.status, ms: Math.round(performance.now() - begun), tries: number };
    const wait = request.rules.waitsInMs[number - 1];
    if (wait === undefined || !request.rules.isWorthRetrying(answer)) return delivery;
    if (delivery.ms >= (request.rules.totalMs ?? Infinity)) return delivery;
    if (request.rules.waitsOn === 'business') {
      const rest = { ...request, rules: { ...request.rules, waitsInMs: request.rules.waitsInMs.slice(number) } };
      tryLater({ request: rest, wait, triesBefore: number }, means);
      return delivery;
    }
    await sleep(wait, undefined, { ref: false });
  }
};

interface Later {
  readonly request: WebhookRequest;
  readonly wait: number;
  readonly triesBefore: number;
}

const tryLater = ({ request, wait, triesBefore }: Later, means: Means) =>
  means.clock.wait(wait, `${request.peer} again`, async () => {
    const build = (attempt: { number: number; url: string }) =>
      request.build({ ...attempt, number: attempt.number + triesBefore });
    await tryInTurn({ ...request, build }, means);
  });

/**
 * The configured address, then the others of the app's list while nobody takes the connection. The letter is signed for
 * the configured address, as behind a balancer; another process that calls itself by its own address gets it so signed.
 */
const tryEveryDoor = async (request: WebhookRequest, number: number, means: Means): Promise<Answer> => {
  const configured = withoutFragment(request.url);
  let answer: Answer = { outcome: 'refused', status: 0, body: '' };
  for (const door of doorsOf(configured, means.app)) {
    answer = await tryOnce({ request, door, letter: request.build({ number, url: configured.href }) }, means);
    if (answer.status === 403 && door.href !== configured.href)
      answer = await tryOnce({ request, door, letter: request.build({ number, url: door.href }) }, means);
    if (answer.outcome !== 'refused') return answer;
  }
  return answer;
};

// The sandbox reaches only this machine: any other host is a public name of the app.
const doorsOf = (configured: URL, app: App): URL[] => {
  const own = isLoopback(configured.hostname) ? [configured.origin] : [];
  const origins = new Set([...own, ...app.urls.map((url) => new URL(url).origin)]);
  return [...origins].map((origin) => new URL(configured.pathname + configured.search, origin));
};

const isLoopback = (host: string) => /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(host);

const withoutFragment = (url: string): URL => {
  const parsed = new URL(url);
  parsed.hash = '';
  return parsed;
};

interface Knock {
  readonly request: WebhookRequest;
  readonly door: URL;
  readonly letter: Letter;
}

const tryOnce = async ({ request, door, letter }: Knock, { post, wire }: Means): Promise<Answer> => {
  const begun = performance.now();
  const answer = await post(door, letter, request.rules);
  wire.record({
    ms: Math.round(performance.now() - begun),
    peer: request.peer,
    method: 'POST',
    path: door.pathname,
    query: door.search.slice(1),
    requestHeaders: letter.headers,
    requestBody: letter.body,
    status: answer.status,
    responseBody: answer.body,
  });
  return answer;
};
