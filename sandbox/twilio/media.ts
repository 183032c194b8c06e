import type { FastifyInstance } from 'fastify';
import { account } from '../account.ts';
import type { Call } from './call.ts';
import { listOf } from './list-page.ts';
import { notFound } from './refusals.ts';
import { rfc2822 } from './message-json.ts';
import type { Switchboard } from './switchboard.ts';
import type { Media, Text } from './text.ts';

const folder = `/2010-04-01/Accounts/${account.twilio.accountSid}/Messages`;

/** Where the file itself is fetched; no `.json`. */
export const mediaUrl = (text: Text, media: Media): string => `${folder}/${text.sid}/Media/${media.sid}`;

const mediaJson = (text: Text, media: Media) => ({
  sid: media.sid,
  account_sid: account.twilio.accountSid,
  parent_sid: text.sid,
  content_type: media.contentType,
  date_created: rfc2822(text.createdAt),
  date_updated: rfc2822(text.updatedAt),
  uri: `${mediaUrl(text, media)}.json`,
});

export const listMedia = (text: Text, call: Call) =>
  listOf(
    'media_list',
    text.media.map((media) => mediaJson(text, media)),
    call,
  );

export const fetchMedia = (text: Text, sid: string, call: Call) => {
  const media = text.media.find((other) => other.sid === sid);
  if (media === undefined) throw notFound(call.path);
  return mediaJson(text, media);
};

/** The files themselves: sent on to where they lie, or unpacked from their data URL. Not part of the API. */
export const mediaFiles = (switchboard: Switchboard) => async (scope: FastifyInstance) => {
  scope.get<{ Params: { sid: string; media: string } }>(`${folder}/:sid/Media/:media`, (request, reply) => {
    const { sid, media } = request.params;
    const found = switchboard.texts.get(sid)?.media.find((other) => other.sid === media);
    if (found === undefined) return reply.code(404).send({ error: 'There is no such file.' });
    if (!found.source.startsWith('data:')) return reply.redirect(found.source, 307);
    const [head = '', data = ''] = found.source.split(/,(.*)/s);
    const file = head.endsWith(';base64') ? Buffer.from(data, 'base64') : Buffer.from(decodeURIComponent(data));
    return reply.type(found.contentType).send(file);
  });
};
