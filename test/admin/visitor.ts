import fastify, { type FastifyInstance, type LightMyRequestResponse } from 'fastify';
import { hashPassword } from '../../src/admin/password.ts';
import { adminPlugin } from '../../src/admin/plugin.ts';
import { makeClock } from '../../src/conversations/clock.ts';
import type { AdminParts } from '../../src/admin/parts.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { borrowDatabase, giveBack } from '../support/database.ts';

/** A hash that costs next to nothing: people log in again and again here. */
export const cheapHash = (password: string): Promise<string> => hashPassword(password, { N: 2, r: 1, p: 1 });

export const ADA = { email: 'ada@example.org', password: 'correct horse battery' };

/** A browser without a screen: it keeps cookies, and takes CSRF tokens out of the forms that it was shown. */
export interface Visitor {
  readonly get: (path: string, headers?: Readonly<Record<string, string>>) => Promise<LightMyRequestResponse>;
  readonly post: (path: string, form: Readonly<Record<string, string>>) => Promise<LightMyRequestResponse>;
  /** posts a form with the token of the page that was seen last */
  readonly send: (path: string, form?: Readonly<Record<string, string>>) => Promise<LightMyRequestResponse>;
  readonly logIn: (given?: { email: string; password: string }) => Promise<LightMyRequestResponse>;
  readonly cookie: () => string;
  readonly wear: (cookie: string) => void;
}

export const tokenIn = (page: string): string => /name="_csrf" value="([^"]+)"/.exec(page)?.[1] ?? '';

export const makeVisitor = (app: FastifyInstance, remoteAddress = '127.0.0.1'): Visitor => {
  let cookie = '';
  let token = '';
  const take = (answer: LightMyRequestResponse) => {
    for (const { name, value } of answer.cookies)
      if (name === 'fixline_admin') cookie = `${name}=${encodeURIComponent(value)}`;
    token = tokenIn(answer.body) || token;
    return answer;
  };
  const visitor: Visitor = {
    get: async (url, headers = {}) =>
      take(await app.inject({ url, remoteAddress, headers: { accept: 'text/html', cookie, ...headers } })),
    post: async (url, form) =>
      take(
        await app.inject({
          method: 'POST',
          url,
          remoteAddress,
          headers: { accept: 'text/html', cookie, 'content-type': 'application/x-www-form-urlencoded' },
          payload: new URLSearchParams(form).toString(),
        }),
      ),
    send: (url, form = {}) => visitor.post(url, { _csrf: token, ...form }),
    logIn: async (given = ADA) => {
      await visitor.get('/admin/login');
      return visitor.send('/admin/login', given);
    },
    cookie: () => cookie,
    wear: (other) => {
      cookie = other;
    },
  };
  return visitor;
};

export interface Desk {
  readonly app: FastifyInstance;
  readonly store: Store;
  /** another process on the same database */
  readonly another: (parts?: Partial<AdminParts>) => Promise<FastifyInstance>;
  /** method and address of every route of the dashboard */
  readonly routes: readonly { readonly method: string; readonly url: string }[];
  readonly close: () => Promise<void>;
}

/** A dashboard on a database of its own; Ada may log in. */
export const openDesk = async (): Promise<Desk> => {
  const clock = makeClock();
  const uri = await borrowDatabase();
  const store = await openStore({ uri, clock });
  const routes: { method: string; url: string }[] = [];
  const apps: FastifyInstance[] = [];
  const another = async (parts: Partial<AdminParts> = {}) => {
    const app = fastify();
    apps.push(app);
    app.addHook('onRoute', ({ method, url }) => {
      for (const one of [method].flat()) routes.push({ method: one, url });
    });
    await app.register(
      adminPlugin({
        reads: store.adminReads,
        administrators: store.administrators,
        clock,
        publicUrl: 'http://127.0.0.1:3000',
        zone: 'America/Chicago',
        journal: { error: () => undefined },
        ...parts,
      }),
    );
    await app.ready();
    return app;
  };
  const app = await another();
  const seen = [...routes];
  await store.administrators.keep({ email: ADA.email, password: await cheapHash(ADA.password) });
  return {
    app,
    store,
    another,
    routes: seen,
    close: async () => {
      await Promise.all(apps.map((one) => one.close()));
      await store.close();
      await giveBack(uri);
    },
  };
};
