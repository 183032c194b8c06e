// The world outside as a process of its own, as it is for a real app: it ends with us, also when we are killed (its IPC channel closes).
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { childEnvironment, type Config } from './config.ts';

const START_MS = 15_000;

const isUp = async (url: string) =>
  fetch(`${url}/health`)
    .then((answer) => answer.ok)
    .catch(() => false);

const pause = async () => {
  await sleep(50);
};

/** Starts the sandbox on its port and waits until it answers. Throws when it ends instead. */
export const startSandboxProcess = async (config: Config, say: (line: string) => void) => {
  if (config.sandbox === null) throw new Error('There is no sandbox in real mode.');
  const { port, url } = config.sandbox;
  const env = childEnvironment({ SANDBOX_PORT: String(port), APP_URL: config.publicUrl, FIXLINE_HOME: config.home });
  const script = fileURLToPath(new URL('../sandbox/main.ts', import.meta.url));
  const child = fork(script, { env, execArgv: ['--import', 'tsx'], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const isOver = () => child.exitCode !== null || child.signalCode !== null;
  for (const end = Date.now() + START_MS; !(await isUp(url)); await pause()) {
    if (isOver() || Date.now() > end) throw new Error(`The sandbox did not start on port ${port}; see the line above.`);
  }
  say(`The sandbox (phones, Twilio, Stripe) is up on ${url}.`);
  return {
    stop: async () => {
      if (isOver()) return;
      const over = once(child, 'exit');
      child.kill('SIGTERM');
      await Promise.race([over, sleep(5_000)]);
      if (!isOver()) child.kill('SIGKILL');
    },
  };
};
