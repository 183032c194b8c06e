// The report of measurements: written by the run that measured, so that no figure is typed by hand.
import { execFileSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { dirname } from 'node:path';

export interface Measured {
  readonly name: string;
  readonly command: string;
  readonly lines: readonly string[];
}

const HEAD = `# Measurements

Written by \`npm run bench -- <name> --report docs/benchmarks.md\`; each part is of its own run. Everything of a run shares one machine: the app, MongoDB, the stand-in for Twilio and
Stripe, and whoever sends the texts. Compare the ratios; the figures themselves are the machine's.
`;

const gitOf = (...args: readonly string[]) => execFileSync('git', [...args], { encoding: 'utf8' }).trim();

const circumstances = (): string => {
  const [cpu] = cpus();
  const gigabytes = (totalmem() / 2 ** 30).toFixed(0);
  const when = new Date().toISOString().slice(0, 10);
  return `${when}, commit ${gitOf('rev-parse', '--short', 'HEAD')}, Node ${process.version}, ${cpus().length} x ${cpu?.model ?? 'unknown'}, ${gigabytes} GB.`;
};

const sectionOf = ({ command, lines, name }: Measured): string =>
  `## ${name}\n\n\`${command}\`: ${circumstances()}\n\n\`\`\`text\n${lines.join('\n').trim()}\n\`\`\`\n`;

const readReport = (path: string): Promise<string> =>
  readFile(path, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  });

/** The parts of a report by their names. */
const partsOf = (report: string): Map<string, string> =>
  new Map(
    report
      .split(/^(?=## )/m)
      .slice(1)
      .map((part): [string, string] => [part.slice(3, part.indexOf('\n')), part.trim()]),
  );

/** Puts this measurement in the place of the last one of its name. */
export const writeReport = async (path: string, measured: Measured): Promise<void> => {
  const parts = partsOf(await readReport(path));
  parts.set(measured.name, sectionOf(measured).trim());
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `${[HEAD.trim(), ...parts.values()].join('\n\n')}\n`);
};
