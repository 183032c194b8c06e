import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { home } from './mongod-home.ts';
import { freePort } from './free-port.ts';

/** `npm start` as a stranger has it, in a home and on ports of its own. */
export interface Stranger {
  readonly home: string;
  readonly port: number;
  readonly sandboxPort: number;
  readonly sandboxUrl: string;
  readonly start: (ports?: { port?: number; sandboxPort?: number }) => Started;
  readonly cleanUp: () => Promise<void>;
}

export interface Started {
  readonly child: ChildProcess;
  readonly told: () => string;
  /** resolves when it says that it can be used; throws what it told when it ends instead */
  readonly ready: () => Promise<void>;
  readonly ended: () => Promise<number | null>;
}

const MAIN = join(import.meta.dirname, '../../src/main.ts');

const run = (env: NodeJS.ProcessEnv): Started => {
  const child = spawn(process.execPath, ['--import', 'tsx', MAIN], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let told = '';
  child.stdout.on('data', (chunk: Buffer) => (told += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (told += chunk.toString()));
  const closed = once(child, 'close');
  const isEnded = () => child.exitCode !== null || child.signalCode !== null;
  return {
    child,
    told: () => told,
    ready: async () => {
      while (!told.includes('Ctrl-C')) {
        if (isEnded()) throw new Error(`It ended: ${told}`);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
    ended: async () => {
      await closed;
      return child.exitCode;
    },
  };
};

/** The suite's own download of mongod is used again. */
export const stranger = async (): Promise<Stranger> => {
  const folder = await mkdtemp(join(tmpdir(), 'fixline-start-'));
  await symlink(join(home, 'bin'), join(folder, 'bin'));
  // the sandbox takes the port after its own as well
  const [port, sandboxPort] = [await freePort(), await freePort(1)];
  const started: Started[] = [];
  return {
    home: folder,
    port,
    sandboxPort,
    sandboxUrl: `http://127.0.0.1:${String(sandboxPort)}`,
    start: (ports = {}) => {
      const { PATH, HOME, FIXLINE_MONGOD } = process.env;
      const one = run({
        PATH,
        HOME,
        ...(FIXLINE_MONGOD === undefined ? {} : { FIXLINE_MONGOD }),
        FIXLINE_HOME: folder,
        PORT: String(ports.port ?? port),
        SANDBOX_PORT: String(ports.sandboxPort ?? sandboxPort),
      });
      started.push(one);
      return one;
    },
    cleanUp: async () => {
      for (const { child, ended } of started) {
        child.kill('SIGTERM');
        await ended();
      }
      // a mongod whose app has just ended may still write its last
      await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    },
  };
};
