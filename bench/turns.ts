// `npm run bench turns`: the same texts through Fixline and through what one writes in an afternoon.
import { startAfternoon, startAfternoonWithLog, startFixline, type Contestant } from './contestants.ts';
import { atTheBeginning, DITHERING, homeowners, tellJobs } from './dither.ts';
import type { Counts } from './load.ts';
import { measureKills, measureRound, type Pace, type Round, type Side } from './measure-turns.ts';
import type { Options } from './options.ts';
import { print, sayStep } from './print.ts';
import { onStage, type Stage } from './stage.ts';
import { median, sum, table } from './statistics.ts';

const PHONES = 400;

const openSides = async (stage: Stage, { profile }: Options): Promise<readonly Side[]> => {
  const flags = profile === null ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`];
  const side = async (name: string, start: Contestant): Promise<Side> => ({
    name,
    database: name.replaceAll(' ', '-'),
    phones: atTheBeginning(homeowners(PHONES)),
    flags,
    start,
    world: await stage.openWorld(1),
  });
  return [
    await side('fixline', startFixline),
    await side('afternoon', startAfternoon),
    await side('afternoon with a log', startAfternoonWithLog),
  ];
};

const prepare = async (stage: Stage, { database, phones, start, world }: Side) => {
  const process = await start({ world, mongodbUri: stage.uriOf(database) });
  try {
    await tellJobs(world, [...phones.keys()]);
  } finally {
    await process.stop();
  }
};

const rounded = (value: number | null, digits = 0) => (value === null ? '-' : value.toFixed(digits));
const roundTrips = ({ commands, turns }: Round) => sum(Object.values(commands)) / turns;
const namesOf = ({ commands, turns }: Round) =>
  Object.entries(commands)
    .map(([name, count]) => `${name} ${(count / turns).toFixed(2)}`)
    .join(', ');

const HEADING = [
  [
    '',
    'turns/s',
    'p50 ms',
    'p99 ms',
    'round trips/turn',
    'cpu ms/turn: app',
    'mongod',
    'sandbox',
    'driver',
    'app MB',
    'lost',
    'doubled',
    'wrong step',
  ],
];

const rowOf = (name: string, round: Round) => [
  name,
  rounded(round.turnsPerSecond),
  rounded(round.p50),
  rounded(round.p99),
  rounded(roundTrips(round), 2),
  ...(['app', 'mongod', 'sandbox', 'driver'] as const).map((name) => rounded(round.processor?.[name] ?? null, 2)),
  rounded(round.megabytes),
  round.counts.waiting,
  round.counts.doubled,
  round.counts.wrong,
];

const measureAll = async (stage: Stage, sides: readonly Side[], { pace, rounds }: { pace: Pace; rounds: number }) => {
  const all = sides.map((): Round[] => []);
  for (let number = 0; number < rounds; number += 1) {
    for (const [index, side] of sides.entries()) {
      const round = await measureRound(stage, side, pace);
      all[index]?.push(round);
      sayStep(`  round ${number + 1}, ${side.name}: ${rounded(round.turnsPerSecond)} turns/s (${namesOf(round)})`);
    }
  }
  return all;
};

const report = (sides: readonly Side[], all: readonly (readonly Round[])[]) => {
  const rows = sides.flatMap((side, index) => (all[index] ?? []).map((round) => rowOf(side.name, round)));
  print(`\n${table([...HEADING, ...rows])}`);
  const [ours = [], ...others] = all;
  for (const [index, theirs] of others.entries()) {
    const ratios = ours.map((round, number) => round.turnsPerSecond / (theirs[number]?.turnsPerSecond ?? Number.NaN));
    const name = sides[index + 1]?.name ?? '';
    print(`\nfixline : ${name} = ${median(ratios).toFixed(2)} : 1 turns a second (median of ${ratios.length} pairs)`);
  }
};

const killAll = async (stage: Stage, sides: readonly Side[], kills: number) => {
  const rows: (readonly (string | number)[])[] = [];
  for (const side of sides) {
    const counts: Counts = await measureKills(stage, side, kills);
    rows.push([side.name, counts.sent, counts.waiting, counts.doubled, counts.wrong]);
  }
  const heading = [`kill -9, ${kills} times under load`, 'texts', 'never answered', 'answered twice', 'wrong step'];
  print(`\n${table([heading, ...rows])}`);
  return rows;
};

/** Answers whether nothing of ours was lost or doubled. How fast is printed beside the others, and asserted nowhere. */
export const benchTurns = (options: Options): Promise<boolean> =>
  onStage(async (stage) => {
    const { connections, rounds, seconds } = options;
    print(`turns: ${PHONES} phones, ${connections} texts in flight, ${DITHERING.length} texts round and round`);
    const sides = await openSides(stage, options);
    for (const side of sides.slice(0, 1)) await prepare(stage, side);
    const pace = { connections, warmUpMs: 5_000, measureMs: seconds * 1_000 };
    const all = await measureAll(stage, sides, { pace, rounds });
    report(sides, all);
    const [ours] = options.withoutKills ? [] : await killAll(stage, sides, 3);
    const isExact = (all[0] ?? []).every(({ counts }) => counts.waiting + counts.doubled + counts.wrong === 0);
    return isExact && (ours ?? []).slice(2).every((count) => count === 0);
  });
