import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { World } from '../world.ts';

const mail = z.object({
  to: z.union([z.string(), z.array(z.string())]),
  subject: z.string(),
  text: z.string().default(''),
  html: z.string().optional(),
  from: z.string().optional(),
});

type Mail = z.infer<typeof mail> & { readonly id: number; readonly at: string };

/** /mails: the post box of everybody, in and out. */
export const mailControls = (world: World) => async (scope: FastifyInstance) => {
  const mails = world.shelf<Mail>('mails');
  scope.get('/mails', () => [...mails.values()]);
  scope.post('/mails', (request, reply) => {
    const posted = { id: mails.size + 1, at: world.clock.now().toISOString(), ...mail.parse(request.body) };
    mails.set(String(posted.id), posted);
    world.news.publish('mails');
    return reply.code(201).send({ id: posted.id });
  });
};
