import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client';

export interface Metrics {
  /** counts one thing that happened, under the words of its log line */
  readonly count: (what: string) => void;
  readonly text: () => Promise<string>;
}

/** Numbers for Prometheus: what happened (by kind), and how many actors are being worked for. */
export const makeMetrics = (running: () => number): Metrics => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const happened = new Counter({
    name: 'fixline_happened_total',
    help: 'What happened, by kind.',
    labelNames: ['what'],
    registers: [registry],
  });
  new Gauge({
    name: 'fixline_running',
    help: 'Actors whose turns or orders are under way in this process.',
    registers: [registry],
    collect() {
      this.set(running());
    },
  });
  return { count: (what) => happened.inc({ what }), text: () => registry.metrics() };
};
