// JSON over kept connections, as light as Node makes it: what drives a load must not be what is measured.
import { Agent, request } from 'node:http';

const agent = new Agent({ keepAlive: true, maxSockets: 512 });

export interface Answer {
  readonly status: number;
  readonly text: string;
}

/** Rejects when nobody answers. */
export const exchange = (method: string, url: string, body?: unknown): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const payload = body === undefined ? '' : JSON.stringify(body);
    const headers = {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      'content-length': Buffer.byteLength(payload),
    };
    const sending = request(url, { method, agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }),
      );
    });
    sending.on('error', reject);
    sending.end(payload);
  });

/** The answer's JSON. Throws what was answered when it is no success. */
export const ask = async (method: string, url: string, body?: unknown): Promise<unknown> => {
  const { status, text } = await exchange(method, url, body);
  if (status < 200 || status > 299) throw new Error(`${method} ${url} answered ${status}: ${text.slice(0, 300)}`);
  return text === '' ? null : (JSON.parse(text) as unknown);
};

/** Whether somebody answers 200 there. */
export const isUp = (url: string): Promise<boolean> =>
  exchange('GET', url)
    .then(({ status }) => status === 200)
    .catch(() => false);
