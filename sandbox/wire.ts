import { closeSync, openSync, writeSync } from 'node:fs';
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
  /** JSON lines of the exchanges later than number `n`; the newest 50,000 are kept. */
  after(n: number): string[];
  clear(): void;
  close(): void;
}

const KEPT = 50_000;

/** `file`: every exchange is appended to it as well, as whole lines, so that many sandboxes may share one. */
export const openWire = ({ clock, file }: { clock: Clock; file?: string | undefined }): Wire => {
  let descriptor = file === undefined ? null : openSync(file, 'a');
  let lines: string[] = [];
  let dropped = 0;
  return {
    record: (exchange) => {
      const line = JSON.stringify({ n: dropped + lines.length + 1, t: clock.now().toISOString(), ...exchange });
      lines.push(line);
      if (descriptor !== null) writeSync(descriptor, `${line}\n`);
      if (lines.length < KEPT * 2) return;
      dropped += lines.length - KEPT;
      lines = lines.slice(-KEPT);
    },
    after: (n) => lines.slice(Math.max(0, n - dropped)),
    clear: () => {
      lines = [];
      dropped = 0;
    },
    close: () => {
      if (descriptor !== null) closeSync(descriptor);
      descriptor = null;
    },
  };
};
