import { afterAll, beforeAll, expect, it } from 'vitest';
import type { WebParts } from '../../src/web/parts.ts';
import { makeServer, type Server } from '../../src/web/server.ts';

let server: Server;

beforeAll(async () => {
  const whoAsks = async (app: Server['app']) => {
    app.get('/who', (request) => request.ip);
    await Promise.resolve();
  };
  server = await makeServer({ web: {} as WebParts, sandbox: null, plugins: [whoAsks] });
});
afterAll(() => server.close());

it.each([
  ['a proxy on our own network', '10.0.0.5', '203.0.113.9'],
  ['a stranger who forges the header', '198.51.100.7', '198.51.100.7'],
])('counts for whom it asks: %s', async (_who, remoteAddress, ip) => {
  const headers = { 'x-forwarded-for': '203.0.113.9' };
  const { body } = await server.app.inject({ url: '/who', remoteAddress, headers });
  expect(body).toBe(ip);
});
