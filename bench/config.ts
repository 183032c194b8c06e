// The one place of the measurements that reads the environment.
import { resolve } from 'node:path';

/** Where the download of mongod is kept, as for `npm start`. */
export const home = resolve(process.env['FIXLINE_HOME'] ?? '.fixline');

/** A mongod of one's own, as for `npm start`. */
export const mongodBinary = process.env['FIXLINE_MONGOD'];

/** What a started process inherits: where its programs are, and nothing that is meant for an app. */
export const bareEnvironment = (): Record<string, string> =>
  Object.fromEntries(
    ['PATH', 'HOME', 'TMPDIR', 'LANG', 'TZ'].flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );

export interface ServerSettings {
  readonly port: number;
  readonly publicUrl: string;
  readonly mongodbUri: string;
  readonly twilioUrl: string;
  readonly accountSid: string;
  readonly authToken: string;
  readonly number: string;
  /** the texts of both directions and what became of them are kept */
  readonly keepsLog: boolean;
}

const needed = (name: string): string => {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is missing: this server is started by the bench.`);
  return value;
};

/** The settings of a reference server, given by the bench that starts it. */
export const readServerSettings = (): ServerSettings => ({
  port: Number(needed('PORT')),
  publicUrl: needed('PUBLIC_URL'),
  mongodbUri: needed('MONGODB_URI'),
  twilioUrl: needed('TWILIO_API_URL'),
  accountSid: needed('TWILIO_ACCOUNT_SID'),
  authToken: needed('TWILIO_AUTH_TOKEN'),
  number: needed('TWILIO_NUMBER'),
  keepsLog: process.env['KEEPS_LOG'] !== undefined,
});
