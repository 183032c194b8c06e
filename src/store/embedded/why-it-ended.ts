import { inUse } from './folder-owner.ts';
import { diskFull, notWritable, SAYS_DISK_FULL } from './mongod-error.ts';

type Ended = { readonly exitCode: number | null; readonly signalCode: NodeJS.Signals | null };
type Order = { readonly mongod: string; readonly folder: string; readonly port: number };

/** One sentence, from what mongod wrote before it ended (messages of mongod 5 to 8). */
export const whyItEnded = (written: string, order: Order, ended: Ended): string => {
  const known = reasons.find(([pattern]) => pattern.test(written));
  if (known) return known[1](order);
  if (ended.signalCode === 'SIGILL')
    return `The processor is too old for ${order.mongod}: name another MongoDB with MONGODB_URI.`;
  return `MongoDB ended by itself (${ended.signalCode ?? ended.exitCode ?? 'no code'}): its log ${order.folder}/mongod.log says why.`;
};

export const portTaken = (port: number): string =>
  `Port ${port} is in use by another program: stop that program, or name another port for MongoDB.`;

const reasons: readonly (readonly [RegExp, (order: Order) => string])[] = [
  [SAYS_DISK_FULL, ({ folder }) => diskFull(folder)],
  [/DBPathInUse|Unable to lock the lock file|already locked/i, ({ folder }) => inUse(folder, 'mongod')],
  [/Address already in use/i, ({ port }) => portTaken(port)],
  [
    /Read-only file system|read-only directory|Permission denied|Operation not permitted/i,
    ({ folder }) => notWritable(folder),
  ],
  [
    /UPGRADE PROBLEM|featureCompatibilityVersion document|Wrong mongod version|unsupported WiredTiger file version/i,
    ({ mongod, folder }) =>
      `The data in ${folder} was written by another version of MongoDB than ${mongod}: name that one with FIXLINE_MONGOD.`,
  ],
  [
    /error while loading shared libraries|cannot open shared object/i,
    ({ mongod }) =>
      `${mongod} misses a library of this system: name another with FIXLINE_MONGOD, or a MongoDB with MONGODB_URI.`,
  ],
];
