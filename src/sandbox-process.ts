// The world outside as a process of its own, as it is for a real app: it ends with us, also when we are killed (its IPC channel closes).
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { extname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { childEnvironment, type Config } from './config.ts';
import { ConfigError } from './environment.ts';

const START_MS = 15_000;
const ANSWER_MS = 1_000;
/** For so long the sandbox of an app that was killed may still be about to end. */
const LEAVING_MS = 3_000;

const isUp = async (url: string) =>
  fetch(`${url}/health`, { signal: AbortSignal.timeout(ANSWER_MS) })
    .then((answer) => answer.ok)
    .catch(() => false);

const pause = async () => {
  await sleep(50);
};

/** Somebody else's sandbox would answer in the place of ours. */
const waitForPort = async ({ port, url }: { port: number; url: string }) => {
  const end = Date.now() + LEAVING_MS;
  while (await isUp(url)) {
    await pause();
    if (Date.now() > end)
      throw new ConfigError(`SANDBOX_PORT ${port} is taken by another sandbox: end that one, or set SANDBOX_PORT.`);
  }
};

/** Run as it stands, or compiled. */
const forkSandbox = (env: NodeJS.ProcessEnv) => {
  const extension = extname(import.meta.url);
  const script = fileURLToPath(new URL(`../sandbox/main${extension}`, import.meta.url));
  const execArgv = extension === '.ts' ? ['--import', 'tsx'] : [];
  return fork(script, { env, execArgv, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
};

/** Starts the sandbox on its port and waits until it answers. Throws ConfigError when it ends instead. */
export const startSandboxProcess = async (config: Config, say: (line: string) => void) => {
  if (config.sandbox === null) throw new Error('There is no sandbox in real mode.');
  const { port, url } = config.sandbox;
  const env = childEnvironment({ SANDBOX_PORT: String(port), APP_URL: config.publicUrl, FIXLINE_HOME: config.home });
  await waitForPort(config.sandbox);
  const child = forkSandbox(env);
  const isOver = () => child.exitCode !== null || child.signalCode !== null;
  const end = Date.now() + START_MS;
  while (isOver() || !(await isUp(url))) {
    await pause();
    if (isOver() || Date.now() > end)
      throw new ConfigError(`The sandbox did not start on SANDBOX_PORT ${port}; see the line above.`);
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
