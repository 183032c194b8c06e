import type { FastifyInstance } from 'fastify';
import { ZodError } from 'zod';
import { UnsettledError, type Left } from '../settle.ts';
import type { World } from '../world.ts';

/** A request that asks for something that is not there or cannot be. */
export class RefusedError extends Error {
  readonly status: 400 | 404;
  constructor(status: 400 | 404, sentence: string) {
    super(sentence);
    this.status = status;
  }
}

/** Answers errors of the sandbox's own routes as `{ error: sentence }`; bodies are JSON whatever they call themselves, empty ones `{}`. */
export const readable = (app: FastifyInstance, world: World): void => {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, body === '' ? {} : JSON.parse(String(body)));
    } catch {
      done(new RefusedError(400, 'The body is not JSON.'));
    }
  });
  app.setErrorHandler((error, _request, reply) => {
    const { status, ...body } = answerTo(error);
    if (status === 500)
      world.log(`The sandbox failed: ${error instanceof Error ? String(error.stack) : String(error)}`);
    return reply.code(status).send(body);
  });
};

const answerTo = (error: unknown): { status: number; error: string; left?: Left } => {
  if (error instanceof UnsettledError) return { status: 504, error: error.message, left: error.left };
  if (error instanceof RefusedError) return { status: error.status, error: error.message };
  if (error instanceof ZodError) return { status: 400, error: sentenceOf(error) };
  if (!(error instanceof Error)) return { status: 500, error: 'The sandbox failed; its log says how.' };
  return { status: 'statusCode' in error ? Number(error.statusCode) : 500, error: error.message };
};

const sentenceOf = (error: ZodError): string =>
  error.issues.map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`).join('; ');
