// Everything that is kept, on one connection.
import type { Connection } from 'mongoose';
import { nanoid } from 'nanoid';
import type { Clock } from '../conversations/ports.ts';
import { actorModels } from './actor-models.ts';
import { makeAdminReads } from './admin-reads.ts';
import { makeAdministrators } from './administrators.ts';
import { makeActorStore, TIMING } from './actors.ts';
import type { Timing } from './actor-pipelines.ts';
import { makeAlertBook, makeStrays } from './alerts.ts';
import { makeCodes } from './codes.ts';
import { makeComparisons } from './comparisons.ts';
import { connect, createIndexes, readSkew } from './connect.ts';
import { makeLedger } from './ledger.ts';
import { makeMessageLog } from './message-log.ts';
import { makeProcesses } from './processes.ts';
import { makeProviderSearch } from './provider-search.ts';
import { makeReservations } from './reservations.ts';
import { makeShortLinks } from './short-links.ts';
import { makeSettlements } from './settlements.ts';
import { readWork } from './work.ts';

const SKEW_EVERY_MS = 30_000;

export interface StoreOptions {
  readonly uri: string;
  readonly clock: Clock;
  readonly timing?: Timing;
  readonly chance?: () => number;
}

/** Connects, makes collections and indexes, and gives what the shell's ports ask for. */
export const openStore = async ({ uri, clock, timing = TIMING, chance = Math.random }: StoreOptions) => {
  const connection = await connect(uri);
  const token = nanoid(10);
  const models = actorModels(connection);
  let skew = await readSkew(connection);
  const measuring = setInterval(() => {
    readSkew(connection).then(
      (measured) => (skew = measured),
      () => undefined,
    );
  }, SKEW_EVERY_MS);
  measuring.unref();
  const log = makeMessageLog(connection);
  const ledger = makeLedger(connection);
  const store = {
    connection,
    models,
    actors: makeActorStore({ models, clock, token, skewMs: () => skew, timing }),
    log,
    reservations: makeReservations(connection),
    ledger,
    administrators: makeAdministrators(connection),
    adminReads: makeAdminReads({ connection, models, log, ledger }),
    codes: makeCodes(connection, chance),
    shortLinks: makeShortLinks(connection),
    search: makeProviderSearch(models.provider),
    alertBook: makeAlertBook(connection),
    strays: makeStrays(connection),
    comparisons: makeComparisons(connection),
    settlements: makeSettlements(connection),
    processes: makeProcesses(connection, token),
    work: (until: Date) => readWork(models, clock.now(), until),
    isReachable: () => isReachable(connection),
    close: async () => {
      clearInterval(measuring);
      await connection.close();
    },
  };
  await createIndexes(connection);
  return store;
};

export type Store = Awaited<ReturnType<typeof openStore>>;

const PING_MS = 2_000;

const isReachable = async (connection: Connection): Promise<boolean> => {
  const ping = connection.db?.command({ ping: 1 }, { timeoutMS: PING_MS });
  return ping === undefined ? false : ping.then(() => true).catch(() => false);
};
