// `npm run bench [name …]`: measurements that anyone can run, each beside its reference.
import { benchCrash } from './crash.ts';
import { benchMemory } from './memory.ts';
import { readOptions, type Options } from './options.ts';
import { print, takePrinted } from './print.ts';
import { writeReport } from './report.ts';
import { benchTurns } from './turns.ts';
import { benchUnderstand } from './understand.ts';
import { benchWebhook } from './webhook.ts';

interface Bench {
  readonly says: string;
  /** whether what must hold did hold */
  readonly run: (options: Options) => Promise<boolean>;
}

const BENCHES: Readonly<Record<string, Bench>> = {
  turns: { says: 'turns a second beside a version of an afternoon, then kill -9 under load', run: benchTurns },
  webhook: { says: 'how long Twilio waits for our 200, at 200 texts a second', run: benchWebhook },
  crash: { says: 'whole bookings while two processes are killed at random (--kills 200)', run: benchCrash },
  memory: { says: 'resident memory over 10,000 turns', run: benchMemory },
  understand: { says: 'how long a text takes to understand, beside libraries for dates', run: benchUnderstand },
};

const runOne = async (name: string, bench: Bench, options: Options): Promise<boolean> => {
  const begun = performance.now();
  const isGood = await bench.run(options);
  const seconds = ((performance.now() - begun) / 1_000).toFixed(0);
  print(`\n${name}: ${isGood ? 'holds' : 'DOES NOT HOLD'}, took ${seconds} s\n`);
  const lines = takePrinted();
  if (options.report !== null) await writeReport(options.report, { name, command: commandOf(name), lines });
  return isGood;
};

/** As somebody else would type it for this part alone. */
const commandOf = (name: string): string => {
  const flags = process.argv.slice(2).filter((word, index, words) => {
    const before = words[index - 1] ?? '';
    return BENCHES[word] === undefined && ![word, before].some((part) => part.startsWith('--report'));
  });
  return ['npm run bench --', name, ...flags].join(' ');
};

const main = async () => {
  const options = readOptions(process.argv.slice(2));
  if (options.names.length === 0) {
    console.log(
      'npm run bench [-- name …] [--seconds 20] [--rounds 2] [--connections 48] [--kills 200] [--profile folder] [--report file]',
    );
    for (const [name, { says }] of Object.entries(BENCHES)) console.log(`  ${name.padEnd(10)} ${says}`);
    console.log('Without a name: turns and webhook.\n');
  }
  const names = options.names.length === 0 ? ['turns', 'webhook'] : options.names;
  for (const name of names) {
    const bench = BENCHES[name];
    if (bench === undefined) throw new Error(`There is no bench "${name}": ${Object.keys(BENCHES).join(', ')}.`);
    if (!(await runOne(name, bench, options))) process.exitCode = 1;
  }
};

main().then(
  () => process.exit(),
  (error: unknown) => {
    console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exit(1);
  },
);
