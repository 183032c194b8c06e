import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const server = http.createServer((_request, response) => response.end('here'));
let url = '';

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as net.AddressInfo).port}/`;
});

afterAll(() => server.close());

describe('tests talk to this machine only', () => {
  it('lets fetch and sockets reach loopback', async () => {
    const answer = await fetch(url, { headers: { connection: 'close' } });
    expect(await answer.text()).toBe('here');
    const byName = await fetch(url.replace('127.0.0.1', 'localhost'), { headers: { connection: 'close' } });
    expect(byName.status).toBe(200);
  });

  it('refuses fetch to another host', async () => {
    const failure = await fetch('http://192.0.2.1/').catch((error: unknown) => error as Error);
    expect(String((failure as Error).cause)).toContain('only talk to this machine');
  });

  it('refuses http, https and plain sockets to another host', () => {
    expect(() => http.get('http://192.0.2.1/')).toThrow('only talk to this machine');
    expect(() => https.get('https://192.0.2.1/')).toThrow('only talk to this machine');
    expect(() => net.connect(80, '192.0.2.1')).toThrow('only talk to this machine');
    expect(() => net.connect({ host: 'example.invalid', port: 80 })).toThrow('only talk to this machine');
  });
});
