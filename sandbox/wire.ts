import { closeSync, ftruncateSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from './clock.ts';

export type WirePeer = 'twilio' | 'stripe' | 'twilio-webhook' | 'stripe-webhook';

/** One request and its answer, raw bodies, as seen at the sandbox's door. */
export interface Exchange {
  readonly ms: number;
  readonly peer: WirePeer;
  readonly method: string;
  readonly path: string;
  /** Without the question mark. */
  readonly query: string;
  readonly requestHeaders: Readonly<Record<string, string>>;
  readonly requestBody: string;
  /** 0: a webhook that got no answer. */
  readonly status: number;
  readonly responseBody: string;
}

export interface Wire {
  /** Numbered, and stamped with the business time. */
  record(exchange: Exchange): void;
  /** The exchanges later than number `n`, as JSON lines. */
  after(n: number): string;
  clear(): void;
  close(): void;
}

/**
 * The exchanges lie in a temporary file, so that a long run does not fill the memory. `file`: every exchange is appended
 * to it as well, as whole lines, so that many sandboxes may share one.
 */
export const openWire = ({ clock, file }: { clock: Clock; file?: string | undefined }): Wire => {
  const log = openLog();
  const shared = file === undefined ? null : openSync(file, 'a');
  let isClosed = false;
  return {
    record: (exchange) => {
      if (isClosed) return;
      const line = `${JSON.stringify({ n: log.count() + 1, t: clock.now().toISOString(), ...exchange })}\n`;
      log.append(line);
      if (shared !== null) writeSync(shared, line);
    },
    after: log.after,
    clear: log.clear,
    close: () => {
      if (isClosed) return;
      isClosed = true;
      log.close();
      if (shared !== null) closeSync(shared);
    },
  };
};

const openLog = () => {
  const folder = mkdtempSync(join(tmpdir(), 'fixline-wire-'));
  const descriptor = openSync(join(folder, 'wire.jsonl'), 'w+');
  // Gone from the folder at once: nothing is left behind, however the process ends.
  rmSync(folder, { recursive: true, force: true });
  let ends: number[] = [];
  const sizeAfter = (n: number) => (n <= 0 ? 0 : (ends[Math.min(n, ends.length) - 1] ?? 0));
  return {
    count: () => ends.length,
    append: (line: string) => {
      const start = sizeAfter(ends.length);
      ends.push(start + writeSync(descriptor, line, start));
    },
    after: (n: number): string => {
      const start = sizeAfter(n);
      const bytes = Buffer.alloc(sizeAfter(ends.length) - start);
      readSync(descriptor, bytes, 0, bytes.length, start);
      return bytes.toString('utf8');
    },
    clear: () => {
      ends = [];
      ftruncateSync(descriptor);
    },
    close: () => closeSync(descriptor),
  };
};
