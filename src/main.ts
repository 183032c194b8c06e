// `npm start`: reads the environment, brings what is missing (MongoDB, the sandbox), starts the app, and ends all of it together.
import { startApp, type App } from './app.ts';
import { readConfig, type Config } from './config.ts';
import { ConfigError } from './environment.ts';
import { settleCity } from './conversations/settle-city.ts';
import { demoCity } from './domain/demo-city.ts';
import { dashboard, firstAdministrator } from './dashboard.ts';
import { startMongod } from './store/embedded/start-mongod.ts';
import { startSandboxProcess } from './sandbox-process.ts';

const say = (line: string) => {
  process.stdout.write(`${line}\n`);
};
const LONGEST_STOP_MS = 25_000;

interface Running {
  readonly app: App;
  /** to be printed; null: they know their password themselves */
  readonly administrator: { readonly email: string; readonly password: string } | null;
  readonly stop: () => Promise<void>;
}

const openMongo = async (config: Config) => {
  if (config.mongodbUri !== null) return { uri: config.mongodbUri, stop: () => Promise.resolve() };
  return startMongod({ home: config.home, log: say, ...(config.mongod === null ? {} : { binary: config.mongod }) });
};

const start = async (config: Config): Promise<Running> => {
  const [mongo, sandbox] = await Promise.all([
    openMongo(config),
    config.sandbox?.isOwn === true ? startSandboxProcess(config, say) : null,
  ]);
  const app = await startApp({ config, mongodbUri: mongo.uri, plugins: (joined) => [dashboard(joined)] });
  await settleIfEmpty(config, app);
  const administrator = await firstAdministrator(config, app.store);
  return {
    app,
    administrator,
    stop: async () => {
      await app.close();
      await sandbox?.stop();
      await mongo.stop();
    },
  };
};

const tellSandbox = async (url: string, method: 'POST' | 'PUT', body: object) => {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(url, { method, headers, body: JSON.stringify(body) });
  await answer.body?.cancel();
};

const CITY = 'austin';

/** Nobody is there yet, or a start that was ended early has left the city half settled. Others than its own people are left alone. */
const isToSettle = async ({ models, settlements }: App['store']): Promise<boolean> => {
  if (await settlements.isSettled(CITY)) return false;
  const ids = demoCity().map(({ providerId }) => providerId);
  const [all, joined] = await Promise.all([
    models.provider.estimatedDocumentCount(),
    models.provider.countDocuments({ _id: { $in: ids } }),
  ]);
  return all === 0 || joined > 0;
};

/** In sandbox mode an empty database becomes the demo city; what its people do elsewhere is done through the sandbox. */
const settleIfEmpty = async ({ sandbox }: Config, { store, tools, runner }: App) => {
  if (sandbox === null || !(await isToSettle(store))) return;
  say('Providers of a demo city are joining, as people do. This takes some seconds, once.');
  const count = await settleCity(tools, runner, {
    onboard: (accountId) => tellSandbox(`${sandbox.url}/accounts/${accountId}/onboard`, 'POST', { outcome: 'active' }),
    showPhone: (number, label) =>
      tellSandbox(`${sandbox.url}/phones/${number}`, 'PUT', { label, role: 'provider', autopilot: true }),
  });
  await store.settlements.note(CITY);
  say(`The demo city is Austin, Texas: ${count} providers have joined.`);
};

/** Only what differs from the usual port must be typed. */
const talkTo = ({ url }: NonNullable<Config['sandbox']>) => (url.endsWith(':4700') ? '' : ` -- --sandbox ${url}`);

const welcome = (config: Config, { administrator, app }: Running) => {
  say('');
  if (config.sandbox !== null)
    say(`  Phones:     ${config.sandbox.url}   <- click here first, and text as a homeowner would`);
  const login = administrator === null ? '' : `   <- ${administrator.email}, password ${administrator.password}`;
  say(`  Dashboard:  ${app.url}/admin${login}`);
  if (config.sandbox?.isOwn === true)
    say(`  Terminal:   npm run talk${talkTo(config.sandbox)}   <- the same phones, typed`);
  say('  Ctrl-C ends it; what was said and booked is kept.');
  say('');
};

const endBy = (running: Running) => (signal: NodeJS.Signals) => {
  say(`${signal}: finishing what is under way.`);
  setTimeout(() => process.exit(1), LONGEST_STOP_MS).unref();
  running.stop().then(
    () => process.exit(0),
    (error: unknown) => {
      process.stderr.write(
        `Fixline did not end cleanly; what was under way is taken up by the next start. ${reasonOf(error)}\n`,
      );
      process.exit(1);
    },
  );
};

const main = async () => {
  const config = readConfig();
  const running = await start(config);
  const end = endBy(running);
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  welcome(config, running);
};

/** One sentence for what a person can mend, the whole stack for what only we can. */
const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof ConfigError || error.name === 'MongodError') return error.message;
  const { code, port, syscall } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE' && syscall === 'listen')
    return `PORT ${port} is taken: end what listens there, or set PORT.`;
  return error.stack ?? error.message;
};

main().catch((error: unknown) => {
  process.stderr.write(`Fixline did not start. ${reasonOf(error)}\n`);
  process.exit(1);
});
