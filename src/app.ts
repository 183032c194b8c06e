// The one place where the parts are joined.
import { nanoid } from 'nanoid';
import { pino, type Logger } from 'pino';
import { makeMail } from './channels/mail.ts';
import { makeTexts } from './channels/texts.ts';
import type { Config } from './config.ts';
import { post } from './conversations/accept.ts';
import { makeClock, type SkippableClock } from './conversations/clock.ts';
import { makeAlone } from './conversations/on-trial.ts';
import { makePerformers } from './conversations/performers.ts';
import { makeAlerts } from './conversations/raise-alert.ts';
import { makeReadFates } from './conversations/read-fates.ts';
import { makeCatchUp } from './conversations/reconcile.ts';
import { makeRunner, type Runner } from './conversations/run.ts';
import { startSweeping } from './conversations/sweep.ts';
import { factsOf } from './conversations/thread-facts.ts';
import type { Tools } from './conversations/tools.ts';
import { startJobs } from './jobs/agenda.ts';
import { understand } from './language/understand.ts';
import { makePayments } from './payments/payments.ts';
import { answerPlace } from './places/answer-place.ts';
import { followClock } from './store/follow-clock.ts';
import { openStore, type Store } from './store/open-store.ts';
import type { Timing } from './store/actor-pipelines.ts';
import { makeMetrics, type Metrics } from './web/metrics.ts';
import { makeServer, type Plugin } from './web/server.ts';
import { sandboxParts, webParts } from './doors.ts';
import type { Joined } from './joined.ts';

/** The zone in which times are read while no place is known: that of the demo city. */
const HOME_ZONE = 'America/Chicago';
/** A start waits so long for the first look at Twilio's list; the look goes on. */
const FIRST_LOOK_MS = 8_000;
const DRAIN_MS = 15_000;

export interface App {
  readonly url: string;
  readonly port: number;
  readonly tools: Tools;
  readonly store: Store;
  readonly runner: Runner;
  readonly clock: SkippableClock;
  /** finishes what is in flight, then ends; at most 25 s */
  readonly close: () => Promise<void>;
  /** ends as if killed: nothing is finished, nobody is told; for tests of what the next process finds */
  readonly drop: () => Promise<void>;
}

export interface AppOptions {
  readonly config: Config;
  readonly mongodbUri: string;
  readonly timing?: Timing;
  readonly plugins?: (app: Joined) => readonly Plugin[];
  /** numbers in [0, 1) from which booking codes are made */
  readonly chance?: () => number;
  /** wraps the ports, for tests that let a process die at one of its calls */
  readonly around?: (tools: Tools) => Tools;
}

const journalOf = (logger: Logger, metrics: Metrics): Tools['journal'] => ({
  info: (facts, what) => {
    metrics.count(what);
    logger.info(facts, what);
  },
  error: (facts, what) => {
    metrics.count(what);
    logger.error(facts, what);
  },
});

const join = async ({ around = (tools) => tools, chance, config, mongodbUri, timing }: AppOptions): Promise<Joined> => {
  const clock = makeClock();
  const given = { ...(timing === undefined ? {} : { timing }), ...(chance === undefined ? {} : { chance }) };
  const store = await openStore({ uri: mongodbUri, clock, ...given });
  const logger = pino({ level: config.logLevel, base: null });
  const running = { count: () => 0 };
  const metrics = makeMetrics(() => running.count());
  const journal = journalOf(logger, metrics);
  const texts = makeTexts({ config, clock });
  const tools = around({
    actors: store.actors,
    clock,
    understand: (text, context) => Promise.resolve(understand(text, context)),
    places: { find: (hint) => Promise.resolve(answerPlace(hint)) },
    texts,
    payments: makePayments({ config }),
    reservations: store.reservations,
    search: store.search,
    ledger: store.ledger,
    codes: store.codes,
    shortLinks: {
      make: async (link) => `${config.publicUrl}/p/${await store.shortLinks.keep(link)}`,
    },
    log: store.log,
    comparisons: store.comparisons,
    alerts: makeAlerts({ book: store.alertBook, texts, mail: makeMail({ config }), journal, to: config.alertTo }),
    journal,
    alone: makeAlone(),
    fresh: () => nanoid(16),
    zone: HOME_ZONE,
  });
  const runner: Runner = makeRunner(tools, () => ({ perform, readByRules: readByRules(tools) }));
  const perform = makePerformers(tools, async (to, item) => {
    await post(tools, runner, { to, item });
  });
  running.count = runner.count;
  return { config, tools, store, runner, clock, metrics };
};

/** A quick look at a burst that may still grow; times do not matter to it. */
const readByRules =
  (tools: Tools) => (text: string, asked: ReturnType<typeof factsOf>['asked'], image: Parameters<typeof factsOf>[0]) =>
    understand(text, {
      now: tools.clock.now().toISOString().slice(0, 16),
      zone: factsOf(image).zone ?? tools.zone,
      language: factsOf(image).language,
      asked: asked === null ? null : { kind: asked.kind, options: asked.options },
    });

const startRecurring = async ({ runner, store, tools }: Joined) => {
  const catchUp = makeCatchUp(tools, runner);
  const onError = (name: string, error: unknown) => {
    tools.journal.error({ job: name, error: error instanceof Error ? error.name : 'unknown' }, 'a job failed');
  };
  const first = catchUp().catch((error: unknown) => onError('reconcileTexts', error));
  await Promise.race([first, afterMs(FIRST_LOOK_MS)]);
  const { db } = store.connection;
  if (db === undefined) throw new Error('The store is not connected.');
  const jobs = [
    { name: 'reconcileTexts', every: '1 minute', run: catchUp },
    { name: 'readFates', every: '1 minute', run: makeReadFates(tools, runner) },
  ];
  return startJobs(db, jobs, onError);
};

/** Beside its own sandbox, whose secrets everybody knows, it is there for this machine only. */
const hostOf = ({ sandbox }: Config): string => (sandbox?.isOwn === true ? '127.0.0.1' : '0.0.0.0');

/** Starts one process of Fixline: the doors in (unless it is a worker), the sweep, and the recurring jobs (unless it is a web). */
export const startApp = async (options: AppOptions): Promise<App> => {
  const joined = await join(options);
  const { clock, config, runner, store, tools } = joined;
  let isClosing = false;
  const following = await followClock(store.processes, clock, config.mode === 'sandbox');
  const server = await makeServer({
    web: webParts(joined, () => isClosing),
    sandbox: config.mode === 'sandbox' ? sandboxParts(joined) : null,
    plugins: config.role === 'worker' ? [] : (options.plugins?.(joined) ?? []),
  });
  const port = await server.listen({ port: config.port, host: hostOf(config) });
  const sweeper = startSweeping(tools, runner);
  const jobs = config.role === 'web' ? null : await startRecurring(joined);
  const close = async () => {
    isClosing = true;
    await server.close();
    await jobs?.stop();
    await sweeper.stop();
    await Promise.race([runner.idle(), afterMs(DRAIN_MS)]);
    runner.stop();
    await following.stop();
    await store.close();
  };
  const drop = async () => {
    runner.stop();
    server.app.server.closeAllConnections();
    await Promise.allSettled([server.app.close(), jobs?.stop(), sweeper.stop(), following.stop(), store.close()]);
  };
  return { url: `http://127.0.0.1:${port}`, port, tools, store, runner, clock, close, drop };
};

const afterMs = (ms: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, ms).unref();
  });
