import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';

export type Role = 'homeowner' | 'provider';

export interface TalkOptions {
  readonly role: Role;
  /** E.164. */
  readonly number: string;
  /** Where the sandbox is, without a slash at the end. */
  readonly sandboxUrl: string;
  /** The dialogue file to write at the end. */
  readonly saveTo: string | null;
}

export const USAGE = `npm run talk -- [--as homeowner|provider] [--number +15125550100] [--save test/dialogues/x.txt] [--sandbox URL]`;

const FIRST_NUMBERS: Readonly<Record<Role, string>> = { homeowner: '+15125550100', provider: '+17375550101' };

/** Reads the arguments. Throws a sentence for people. */
export const readOptions = (args: readonly string[]): TalkOptions => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      as: { type: 'string' },
      number: { type: 'string' },
      save: { type: 'string' },
      sandbox: { type: 'string', default: 'http://127.0.0.1:4700' },
    },
  });
  const number = values.number === undefined ? null : readNumber(values.number);
  const role = readRole(values.as, number ?? '');
  return {
    role,
    number: number ?? FIRST_NUMBERS[role],
    sandboxUrl: readUrl(values.sandbox),
    saveTo: readFile(values.save),
  };
};

/** The number as E.164. Throws a sentence when it cannot be one. */
export const readNumber = (typed: string): string => {
  const number = typed.replace(/[\s().-]/g, '');
  if (/^\+[1-9]\d{7,14}$/.test(number)) return number;
  throw new Error(`"${typed}" is not a phone number: write it like +15125550100.`);
};

/** +1 737 555 01xx are the demo city's providers. */
export const roleOf = (number: string): Role => (number.startsWith('+1737') ? 'provider' : 'homeowner');

const readRole = (typed: string | undefined, number: string): Role => {
  if (typed === undefined) return roleOf(number);
  if (typed === 'homeowner' || typed === 'provider') return typed;
  throw new Error(`--as is homeowner or provider, not "${typed}".`);
};

const readUrl = (typed: string): string => {
  if (URL.canParse(typed)) return typed.replace(/\/$/, '');
  throw new Error(`--sandbox is an address such as http://127.0.0.1:4700, not "${typed}".`);
};

const readFile = (typed: string | undefined): string | null => {
  if (typed === undefined) return null;
  if (existsSync(typed)) throw new Error(`${typed} is there already: name a new file, so that no story is lost.`);
  return typed;
};
