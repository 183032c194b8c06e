import { readEnvironment } from './config.ts';
import { startSandbox } from './start.ts';

const say = (sentence: string) => void process.stdout.write(`${sentence}\n`);

const main = async () => {
  const { port, appUrl, home } = readEnvironment();
  const sandbox = await startSandbox({
    port,
    log: say,
    ...(appUrl === undefined ? {} : { appUrl }),
    ...(home === undefined ? {} : { home }),
  });
  say(`Phones:      ${sandbox.url}`);
  say(`Twilio API:  ${sandbox.url}`);
  say(`Stripe API:  ${sandbox.stripeUrl}`);
  say(`The app:     ${sandbox.world.app.urls.join(', ')}`);
  const stop = () => void sandbox.close().then(() => process.exit(0));
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  // Started by another process, it ends with it, however that one ends.
  process.once('disconnect', stop);
};

main().catch((error: unknown) => {
  process.stderr.write(`The sandbox did not start: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
