import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** The version, such as `6.0.5`, of a mongod that can be run here; undefined for anything else. */
export const versionOf = async (mongod: string): Promise<string | undefined> => {
  const { stdout } = await promisify(execFile)(mongod, ['--version'], { timeout: 20_000 }).catch(() => ({
    stdout: '',
  }));
  return /db version v(\d+\.\d+\.\d+)/.exec(stdout)?.[1];
};
