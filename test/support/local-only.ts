import net from 'node:net';

/**
 * Loaded before every test file: a connection to another machine throws. `fetch`, `http`, `https` and the database driver all
 * open their connections through `net.Socket`.
 */
const isLocal = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host) || host === '::ffff:127.0.0.1';

type Connect = typeof net.Socket.prototype.connect;
type Target = { readonly host?: string | undefined; readonly path?: string | null | undefined };

// `net.connect` hands its arguments on as one normalized array.
const targetOf = (first: unknown, second: unknown): Target => {
  if (Array.isArray(first)) return targetOf(first[0], first[1]);
  if (typeof first === 'object' && first !== null) return first;
  if (typeof first === 'string') return { path: first };
  return { host: typeof second === 'string' ? second : undefined };
};

// Called with the socket as `this` below.
const { connect } = net.Socket.prototype as { connect: Connect };

const connectLocally = function (this: net.Socket, ...args: unknown[]) {
  const { host, path } = targetOf(args[0], args[1]);
  if (typeof path !== 'string' && host !== undefined && !isLocal(host)) {
    throw new Error(`A test may only talk to this machine, not to ${host}: start the sandbox and use its address.`);
  }
  return Reflect.apply(connect, this, args) as unknown;
} as Connect;

// One process runs many test files: it is put in the way once.
if (connect.name !== connectLocally.name) net.Socket.prototype.connect = connectLocally;
