import { resolve } from 'node:path';

/** Where the whole suite keeps its one download of mongod. */
export const home = resolve(process.env['FIXLINE_HOME'] ?? '.fixline');
