import { mediaUrl } from './media.ts';
import type { Text } from './text.ts';

/** A text as its phone shows it. */
export const phoneText = (text: Text) => ({
  sid: text.sid,
  direction: text.direction === 'inbound' ? ('in' as const) : ('out' as const),
  from: text.from,
  to: text.to,
  body: text.body,
  media: text.media.map((media) => (media.source.startsWith('data:') ? mediaUrl(text, media) : media.source)),
  buttons: text.buttons,
  status: text.status,
  segments: text.segments,
  at: text.createdAt,
  ...(text.error === null ? {} : { error: text.error }),
});
