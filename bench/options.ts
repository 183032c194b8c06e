import { parseArgs } from 'node:util';

export interface Options {
  readonly names: readonly string[];
  /** of one measured round */
  readonly seconds: number;
  /** of each contestant, in turns */
  readonly rounds: number;
  /** texts in flight */
  readonly connections: number;
  /** of `crash` */
  readonly kills: number;
  /** `turns` without its second part */
  readonly withoutKills: boolean;
  /** folder for CPU profiles of the contestants; null: none */
  readonly profile: string | null;
  /** Markdown file in which the results take the place of earlier ones; null: none */
  readonly report: string | null;
}

const whole = (text: string, name: string): number => {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  throw new Error(`--${name} needs a whole number above 0.`);
};

/** Throws a sentence for what cannot be meant. */
export const readOptions = (args: readonly string[]): Options => {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      seconds: { type: 'string', default: '20' },
      rounds: { type: 'string', default: '2' },
      connections: { type: 'string', default: '48' },
      kills: { type: 'string', default: '200' },
      profile: { type: 'string' },
      report: { type: 'string' },
      'without-kills': { type: 'boolean', default: false },
    },
  });
  return {
    names: positionals,
    seconds: whole(values.seconds, 'seconds'),
    rounds: whole(values.rounds, 'rounds'),
    connections: whole(values.connections, 'connections'),
    kills: whole(values.kills, 'kills'),
    withoutKills: values['without-kills'],
    profile: values.profile ?? null,
    report: values.report ?? null,
  };
};
