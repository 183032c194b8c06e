import type { Options } from './options.ts';
export const benchCrash = (_options: Options): Promise<boolean> => Promise.reject(new Error('not yet'));
