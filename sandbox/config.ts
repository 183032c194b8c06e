// The one place of the sandbox that reads the environment.
interface SandboxEnvironment {
  readonly port: number;
  readonly appUrl: string | undefined;
  readonly home: string | undefined;
  readonly wireLog: string | undefined;
}

/** SANDBOX_PORT, APP_URL, FIXLINE_HOME, FIXLINE_WIRE_LOG. Throws a sentence that names the unreadable one. */
export const readEnvironment = (): SandboxEnvironment => ({
  port: readPort(process.env['SANDBOX_PORT']),
  appUrl: readAppUrl(process.env['APP_URL']),
  home: process.env['FIXLINE_HOME'],
  wireLog: process.env['FIXLINE_WIRE_LOG'],
});

const readPort = (text: string | undefined): number => {
  const port = Number(text ?? 4700);
  if (Number.isInteger(port) && port >= 0 && port < 65_535) return port;
  throw new Error('SANDBOX_PORT is not a port: give a number from 0 to 65534.');
};

const readAppUrl = (text: string | undefined): string | undefined => {
  if (text === undefined || text === '') return undefined;
  if (text.split(',').every((url) => URL.canParse(url.trim()))) return text;
  throw new Error('APP_URL is not an address: give http://127.0.0.1:3000, or several of them with commas between.');
};
