import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
}

/** What a receiver does with a request: an answer, or with the socket what it likes. */
export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}
type Answer = (request: Received, response: http.ServerResponse) => Reply | null;

/** A small HTTP server on a free port of loopback that keeps what it was asked; `answer` gives null when it has dealt with the response itself. */
export async function startReceiver(answer: Answer): Promise<{ url: string; requests: Received[]; close: () => void }> {
  const requests: Received[] = [];
  const take = async (incoming: http.IncomingMessage, response: http.ServerResponse) => {
    const request = await read(incoming);
    requests.push(request);
    const reply = answer(request, response);
    if (reply !== null) send(response, reply);
  };
  const server = http.createServer((incoming, response) => void take(incoming, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`, requests, close };
}

async function read(incoming: http.IncomingMessage): Promise<Received> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const [path = '', query = ''] = incoming.url!.split('?');
  return {
    method: incoming.method!,
    path,
    query,
    headers: incoming.headers,
    body: Buffer.concat(chunks).toString('utf8'),
  };
}

function send(response: http.ServerResponse, { status = 200, headers, body = {} }: Reply): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}
