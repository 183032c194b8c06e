import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below the ports that the system gives to callers: one of those would be taken between the look and the listening. */
const FIRST_PORT = 10_000;
const PORTS = 20_000;

const isFree = async (port: number): Promise<boolean> => {
  const server = createServer();
  server.listen(port);
  const answer = await once(server, 'listening').then(
    () => true,
    () => false,
  );
  if (answer) await new Promise((resolve) => server.close(resolve));
  return answer;
};

/** A port on which nobody listens, with as many free ones behind it as asked. */
export const freePort = async (behind = 0): Promise<number> => {
  const port = FIRST_PORT + Math.floor(Math.random() * PORTS);
  const row = Array.from({ length: behind + 1 }, (_, at) => port + at);
  const free = await Promise.all(row.map(isFree));
  return free.every(Boolean) ? port : freePort(behind);
};
