import { Agent, request as httpRequest, type ClientRequest } from 'node:http';
import { Agent as TlsAgent, request as httpsRequest } from 'node:https';
import type { Answer, Letter } from './webhook-request.ts';

interface Patience {
  readonly connectMs: number;
  readonly answerMs: number;
}

export type Send = (url: URL, letter: Letter, patience: Patience) => Promise<Answer>;

/** POSTs over kept connections; never rejects. */
export const openPost = () => {
  const agents = { http: new Agent({ keepAlive: true }), https: new TlsAgent({ keepAlive: true }) };
  let isClosed = false;
  const send: Send = async (url, letter, patience) => {
    if (isClosed) return { outcome: 'refused', status: 0, body: '' };
    const first = await postOnce(agents, { url, letter, patience });
    // A kept connection that the other side had closed meanwhile says nothing about the other side.
    return first.isStale ? postOnce(agents, { url, letter, patience }) : first;
  };
  const close = () => {
    isClosed = true;
    agents.http.destroy();
    agents.https.destroy();
  };
  return { send, close };
};

interface Posting {
  readonly url: URL;
  readonly letter: Letter;
  readonly patience: Patience;
}

const postOnce = (agents: { http: Agent; https: TlsAgent }, { url, letter, patience }: Posting) =>
  new Promise<Answer & { isStale: boolean }>((resolve) => {
    const headers = { ...letter.headers, 'content-length': String(Buffer.byteLength(letter.body)) };
    const request =
      url.protocol === 'https:'
        ? httpsRequest(url, { method: 'POST', agent: agents.https, headers })
        : httpRequest(url, { method: 'POST', agent: agents.http, headers });
    let isConnected = false;
    const cancelConnect = endAfter(request, patience.connectMs);
    const cancelAnswer = endAfter(request, patience.connectMs + patience.answerMs);
    const finish = (answer: Answer, isStale = false) => {
      cancelConnect();
      cancelAnswer();
      resolve({ ...answer, isStale });
    };
    const connected = () => {
      isConnected = true;
      cancelConnect();
    };
    request.on('socket', (socket) => {
      if (socket.connecting) socket.once('connect', connected);
      else connected();
    });
    request.on('error', (error: NodeJS.ErrnoException) => {
      const outcome = isConnected ? 'silent' : 'refused';
      finish({ outcome, status: 0, body: '' }, request.reusedSocket && error.code === 'ECONNRESET');
    });
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', () => finish({ outcome: 'silent', status: 0, body: '' }));
      response.on('end', () =>
        finish({ outcome: 'answered', status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') }),
      );
    });
    request.end(letter.body);
  });

const endAfter = (request: ClientRequest, ms: number) => {
  const timer = setTimeout(() => request.destroy(new Error('timed out')), ms);
  return () => clearTimeout(timer);
};
