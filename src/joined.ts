import type { Config } from './config.ts';
import type { SkippableClock } from './conversations/clock.ts';
import type { Runner } from './conversations/run.ts';
import type { Tools } from './conversations/tools.ts';
import type { Store } from './store/open-store.ts';
import type { Metrics } from './web/metrics.ts';

/** The parts of one process, once they are joined. */
export interface Joined {
  readonly config: Config;
  readonly tools: Tools;
  readonly store: Store;
  readonly runner: Runner;
  readonly clock: SkippableClock;
  readonly metrics: Metrics;
}
