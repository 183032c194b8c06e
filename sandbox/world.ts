import { openApp, type App } from './app.ts';
import { startClock, type Clock } from './clock.ts';
import { countBusy, type Busy } from './busy.ts';
import { openFaults, type Faults } from './faults.ts';
import { openNews, type News } from './news.ts';
import { openShelves, type Shelf } from './shelves.ts';
import { openWebhooks, type Webhooks } from './webhooks.ts';
import { openWire, type Wire } from './wire.ts';

/** What every part of the sandbox stands on: time, memory, the app's doors, and what goes wrong on purpose. */
export interface World {
  readonly clock: Clock;
  readonly faults: Faults;
  readonly wire: Wire;
  readonly webhooks: Webhooks;
  readonly news: News;
  readonly busy: Busy;
  readonly app: App;
  /** Where the sandbox itself is reached; filled in once it listens. */
  readonly address: { url: string; stripeUrl: string };
  readonly log: Log;
  /** A named store, the same one on every call. A changed value must be set again to be kept. */
  shelf<T>(name: string): Shelf<T>;
  /** Runs after `reset` has emptied everything: put back what must always be there. */
  onReset(listener: () => void): void;
  /** Forgets everything: shelves, faults, wire, appointments, the clock's offset. */
  reset(): Promise<void>;
  close(): void;
}

export type Log = (sentence: string) => void;

export interface WorldOptions {
  /** Comma list of the app's addresses; of several the next one is taken when one refuses. */
  readonly appUrl: string;
  /** FIXLINE_HOME; without it everything stays in memory. */
  readonly home?: string | undefined;
  /** A file that every exchange is appended to as well. */
  readonly wireLog?: string | undefined;
  readonly log?: Log | undefined;
}

/** Makes a world. Throws a sentence for people when its folder cannot be read or written. */
export const makeWorld = (options: WorldOptions): World => {
  const log = options.log ?? (() => undefined);
  const shelves = openShelves(options.home);
  const busy = countBusy();
  const news = openNews();
  const clock = startClock({ busy, news, log, shelf: shelves.shelf('clock') });
  const faults = openFaults(news);
  const wire = openWire({ clock, file: options.wireLog });
  const app = openApp(options.appUrl);
  const webhooks = openWebhooks({ app, busy, clock, faults, wire, log });
  const listeners: (() => void)[] = [];
  const reset = async () => {
    faults.clear();
    wire.clear();
    shelves.clear();
    clock.reset();
    for (const listener of listeners) listener();
    news.publish('reset');
    await app.setClock(clock.now());
  };
  const close = () => {
    clock.close();
    webhooks.close();
    wire.close();
    shelves.close();
  };
  const address = { url: '', stripeUrl: '' };
  const onReset = (listener: () => void) => void listeners.push(listener);
  const parts = { clock, faults, wire, webhooks, news, busy, app, address, log };
  return { ...parts, shelf: (name) => shelves.shelf(name), onReset, reset, close };
};
