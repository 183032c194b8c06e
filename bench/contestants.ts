// Who is measured: Fixline itself, and the servers that it is compared with, each at a door of its own world.
import { ask } from './ask.ts';
import { startProcess, type Process } from './processes.ts';
import { untilUp, type World } from './stage.ts';

export interface Place {
  readonly world: World;
  readonly mongodbUri: string;
  /** which of the world's doors */
  readonly door?: number;
  readonly flags?: readonly string[];
}

export type Contestant = (place: Place) => Promise<Process>;

const portAt = ({ door = 0, world }: Place): number => {
  const port = world.ports[door];
  if (port === undefined) throw new Error(`This world has no door ${door}.`);
  return port;
};

const environmentAt = (place: Place): Record<string, string> => ({
  PORT: String(portAt(place)),
  PUBLIC_URL: `http://127.0.0.1:${portAt(place)}`,
  MONGODB_URI: place.mongodbUri,
  TWILIO_API_URL: place.world.url,
});

/** As `npm start` bounds it: what lives is about 60 MB, and V8 would let a heap, and the space of the young, grow for as long as the machine has room. */
const HEAP = ['--max-old-space-size=192', '--max-semi-space-size=4'];

/** Starts Fixline without waiting for it. */
export const launchFixline = (place: Place): Process =>
  startProcess({
    script: 'src/main.ts',
    flags: [...HEAP, ...(place.flags ?? [])],
    env: {
      ...environmentAt(place),
      SANDBOX_URL: place.world.url,
      STRIPE_API_URL: place.world.stripeUrl,
      LOG_LEVEL: 'error',
    },
  });

export const fixlineIsUp = (place: Place, process: Process): Promise<void> =>
  untilUp(`http://127.0.0.1:${portAt(place)}/readyz`, process);

/** Fixline, ready. */
export const startFixline: Contestant = async (place) => {
  const process = launchFixline(place);
  await fixlineIsUp(place, process);
  return process;
};

interface PublishedAccount {
  readonly twilio: { readonly accountSid: string; readonly authToken: string; readonly number: string };
}

const startServer =
  (script: string, env: Readonly<Record<string, string>> = {}): Contestant =>
  async (place) => {
    const { twilio } = (await ask('GET', `${place.world.url}/account`)) as PublishedAccount;
    const process = startProcess({
      script,
      flags: place.flags ?? [],
      env: {
        ...environmentAt(place),
        ...env,
        TWILIO_ACCOUNT_SID: twilio.accountSid,
        TWILIO_AUTH_TOKEN: twilio.authToken,
        TWILIO_NUMBER: twilio.number,
      },
    });
    await untilUp(`http://127.0.0.1:${portAt(place)}/readyz`, process);
    return process;
  };

/** What one writes in an afternoon: the answer is sent in the webhook's handler. */
export const startAfternoon: Contestant = startServer('bench/afternoon/server.ts');

/** The same afternoon, which also keeps its texts and hears what becomes of them: some of Fixline's duties, none of its promises. */
export const startAfternoonWithLog: Contestant = startServer('bench/afternoon/server.ts', { KEEPS_LOG: '1' });

/** The least that a durable webhook does: the signature is checked, one document is inserted. */
export const startInsertOnly: Contestant = startServer('bench/insert-only/server.ts');
