// The short links that we text: no login, only the token, and nothing to be seen without it.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { WebParts } from './parts.ts';
import { plainPage } from './plain-page.ts';

const WORDS = {
  en: {
    gone: ['This link has ended', 'Links that we text work for a short time only. Text us and we send you a new one.'],
    unknown: ['We do not know this link', 'Please open it from our text itself: a letter may be missing at its end.'],
    busy: ['We cannot open this link at the moment', 'Nothing was charged. Please try again in a minute.'],
  },
  es: {
    gone: ['Este enlace ya terminó', 'Nuestros enlaces sirven por poco tiempo. Escríbanos y le mandamos otro.'],
    unknown: ['No conocemos este enlace', 'Ábralo desde nuestro mensaje: tal vez le falta una letra al final.'],
    busy: ['No podemos abrir este enlace ahora', 'No se cobró nada. Intente de nuevo en un minuto.'],
  },
} as const;

const STATUS = { gone: 410, unknown: 404, busy: 503 } as const;

const languageOf = ({ headers }: FastifyRequest) => (/^\s*es\b/i.test(headers['accept-language'] ?? '') ? 'es' : 'en');

const apologise = (request: FastifyRequest, reply: FastifyReply, why: keyof typeof STATUS) => {
  const language = languageOf(request);
  const [title, words] = WORDS[language][why];
  const page = plainPage({ language, title, words });
  return reply.code(STATUS[why]).type('text/html; charset=utf-8').send(page);
};

/** `GET /p/:token`: 302 to what the link is for; 404 unknown, 410 over, 503 not now, each as a small page for people. */
export const shortLinks = (parts: WebParts) => async (scope: FastifyInstance) => {
  scope.get<{ Params: { token: string } }>('/p/:token', async (request, reply) => {
    reply.headers({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' });
    try {
      const led = await parts.followLink(request.params.token);
      return led.outcome === 'found'
        ? await reply.redirect(led.url, 302)
        : await apologise(request, reply, led.outcome);
    } catch (error) {
      parts.journal.error(
        { error: error instanceof Error ? error.name : 'unknown' },
        'a short link could not be followed',
      );
      return apologise(request, reply, 'busy');
    }
  });
};
