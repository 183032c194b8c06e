import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startMongod } from '../../src/store/embedded/start-mongod.ts';
import { home } from './mongod-home.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** One real MongoDB for the whole run; every test file uses a database of its own in it. */
    mongoUri: string;
  }
}

const log = (line: string): void => console.log(line);

/** Starts MongoDB as `npm start` does, on fresh data, before the first test file; the download is kept for the next run. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'fixline-test-'));
  const mongod = await startMongod({ home, dataFolder, binary: process.env['FIXLINE_MONGOD'], log });
  project.provide('mongoUri', mongod.uri);
  return async () => {
    await mongod.stop();
    await rm(dataFolder, { recursive: true, force: true });
  };
};
