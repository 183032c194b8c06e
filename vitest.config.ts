import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/support/longest-first.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // A process for each file, and all that it imports once more, would cost more than most files do.
    isolate: false,
    unstubEnvs: true,
    sequence: { sequencer: LongestFirst },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    globalSetup: ['test/support/global-mongo.ts'],
    setupFiles: ['test/support/local-only.ts'],
  },
});
