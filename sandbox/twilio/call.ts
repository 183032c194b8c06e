import type { FastifyRequest } from 'fastify';
import { account } from '../account.ts';
import { invalid, notAuthenticated, notFound } from './refusals.ts';

/** One request to the API, read. */
export interface Call {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly raw: string;
  /** The body as a form; empty when it is none. */
  readonly form: URLSearchParams;
}

const expected = `Basic ${Buffer.from(`${account.twilio.accountSid}:${account.twilio.authToken}`).toString('base64')}`;

/** Reads a request whose body is raw text, once its credentials are right. Throws Twilio's refusals. */
export const readCall = (request: FastifyRequest): Call => {
  if (request.headers.authorization !== expected) throw notAuthenticated;
  const { pathname: path, searchParams: query } = new URL(request.url, 'http://sandbox');
  const owner = /^\/2010-04-01\/Accounts\/([^/]+)\//.exec(path)?.[1] ?? account.twilio.accountSid;
  if (owner !== account.twilio.accountSid) throw notFound(path);
  const raw = typeof request.body === 'string' ? request.body : '';
  return { path, query, raw, form: new URLSearchParams(isForm(request) ? raw : '') };
};

const isForm = (request: FastifyRequest): boolean => request.headers['content-type']?.includes('urlencoded') === true;

/** The body as JSON, for the APIs that take it. */
export const jsonOf = (call: Call): unknown => {
  try {
    return JSON.parse(call.raw);
  } catch {
    throw invalid(20_001, 'The request body is not valid JSON');
  }
};
