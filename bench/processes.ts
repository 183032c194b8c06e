// Real processes that never outlive the bench: each has a watcher that kills it when the bench is gone, however it went.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bareEnvironment } from './config.ts';

export interface Program {
  /** from the project's folder, such as `src/main.ts` */
  readonly script: string;
  readonly env: Readonly<Record<string, string>>;
  /** of Node, such as `--cpu-prof` */
  readonly flags?: readonly string[];
}

export interface Process {
  readonly pid: number;
  readonly isOver: () => boolean;
  /** SIGKILL; resolves when it is gone */
  readonly kill: () => Promise<void>;
  /** SIGTERM, and SIGKILL after half a minute; resolves when it is gone */
  readonly stop: () => Promise<void>;
}

const STOP_MS = 30_000;
const running = new Set<ChildProcess>();

process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)
  process.once(signal, () => process.exit(code));

/** Whatever ends the bench closes its end of the pipe. */
const guard = (child: ChildProcess) => {
  const watcher = spawn('sh', ['-c', 'read -r never; kill -9 "$0"', String(child.pid)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  child.once('exit', () => watcher.kill('SIGKILL'));
};

const end = async (child: ChildProcess, signal: NodeJS.Signals) => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const over = once(child, 'exit');
  child.kill(signal);
  const lastMoment = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  await over;
  clearTimeout(lastMoment);
};

/** Starts a program of this project with nothing else in its environment. Its errors are shown. */
export const startProcess = ({ env, flags = [], script }: Program): Process => {
  const file = fileURLToPath(new URL(`../${script}`, import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', ...flags, file], {
    env: { ...bareEnvironment(), ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  guard(child);
  return {
    pid: child.pid ?? 0,
    isOver: () => child.exitCode !== null || child.signalCode !== null,
    kill: () => end(child, 'SIGKILL'),
    stop: () => end(child, 'SIGTERM'),
  };
};

/** Resident memory in MB, as the kernel counts it; null where there is no /proc. */
export const residentMegabytes = (pid: number): number | null => {
  try {
    const [, kilobytes] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kilobytes === undefined ? null : Number(kilobytes) / 1_024;
  } catch {
    return null;
  }
};

/** Milliseconds of processor time so far (clock ticks of 10 ms); null where there is no /proc. */
export const processorMs = (pid: number): number | null => {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return null;
  }
};
