// Round trips as the server counts them: commands by name, whatever client sent them.
import type { MongoClient } from 'mongodb';

/** What reads or writes; beats between server and client are left out. */
const NAMES = [
  'find',
  'getMore',
  'aggregate',
  'count',
  'distinct',
  'insert',
  'update',
  'delete',
  'findAndModify',
  'bulkWrite',
];

export type Commands = Readonly<Record<string, number>>;

export const readCommands = async (client: MongoClient): Promise<Commands> => {
  const { metrics } = (await client.db('admin').command({ serverStatus: 1 })) as unknown as {
    metrics: { commands: Record<string, { total?: number | bigint } | undefined> };
  };
  return Object.fromEntries(NAMES.map((name) => [name, Number(metrics.commands[name]?.total ?? 0)]));
};

/** What came between two readings. */
export const commandsBetween = (before: Commands, after: Commands): Commands =>
  Object.fromEntries(
    Object.entries(after).flatMap(([name, count]) => {
      const more = count - (before[name] ?? 0);
      return more === 0 ? [] : [[name, more]];
    }),
  );
