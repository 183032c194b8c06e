// @ts-check
import { icon, make } from './element.js';
import { counted, linkParts } from './words.js';
import { timeOf } from './zone.js';

/** @typedef {import('./world.js').Text} Text */

const stateWords = {
  accepted: 'Accepted',
  queued: 'Queued',
  sending: 'Sending',
  sent: 'Sent',
  delivered: 'Delivered',
  read: 'Read',
  undelivered: 'Not delivered',
  failed: 'Failed',
};

/** Whether the text came to the phone by WhatsApp. @param {Text} text */
export const isWhatsapp = (text) => `${text.from} ${text.to}`.includes('whatsapp:');

/**
 * One text as its phone shows it.
 *
 * @param {Text} text
 * @param {{ note?: string, onTap: (button: { id: string, title: string }) => void }} view
 */
export const bubble = (text, { note, onTap }) => {
  const { sid, direction, media = [] } = text;
  return make(
    'li',
    { class: classOf(text, note), 'data-sid': sid },
    make('span', { class: 'unseen' }, direction === 'in' ? 'You wrote: ' : 'Fixline wrote: '),
    ...media.map(photo),
    text.body && make('p', { class: 'bubble' }, ...linkParts(text.body).map(part)),
    text.buttons?.length && make('div', { class: 'replies' }, ...text.buttons.map((button) => reply(button, onTap))),
    make('p', { class: 'meta' }, ...metaOf(text, note)),
  );
};

/** @param {Text} text @param {string} [note] */
const classOf = (text, note) => {
  const hasFailed = ['undelivered', 'failed'].includes(text.status ?? '') || note;
  const side = text.direction === 'in' ? 'mine' : 'theirs';
  return ['text', side, isWhatsapp(text) && 'whatsapp', hasFailed && 'failed'].filter(Boolean).join(' ');
};

/** @param {{ text: string, url?: string }} part */
const part = ({ text, url }) =>
  url ? make('a', { href: url, target: '_blank', rel: 'noopener', title: 'Opens in a new tab' }, text) : text;

/** @param {any} media a URL, or an object that has one */
const photo = (media) => {
  const url = String(media?.url ?? media);
  if (!/^(https?:\/\/|\/|data:image\/)/.test(url)) return make('p', { class: 'bubble' }, url);
  const image = make('img', { class: 'photo', src: url, alt: 'Photo', loading: 'lazy' });
  image.addEventListener('error', () =>
    image.replaceWith(make('span', { class: 'photo lost' }, icon('photo'), 'Photo')),
  );
  return make('a', { class: 'photo-link', href: url, target: '_blank', rel: 'noopener' }, image);
};

/** @param {any} button @param {(button: { id: string, title: string }) => void} onTap */
const reply = (button, onTap) => {
  const title = String(button.title ?? button.text ?? button);
  const id = String(button.id ?? button.payload ?? title);
  if (button.kind === 'link' && /^https?:/.test(id)) {
    return make('a', { class: 'reply', href: id, target: '_blank', rel: 'noopener' }, icon('out'), title);
  }
  return make('button', { class: 'reply', type: 'button', onclick: () => onTap({ id, title }) }, title);
};

/** Time, channel, what became of the text, and what it cost. @param {Text} text @param {string} [note] */
const metaOf = (text, note) => {
  const at = Date.parse(text.at);
  const parts = [
    Number.isNaN(at) ? '' : timeOf(at),
    isWhatsapp(text) ? 'WhatsApp' : '',
    note ?? stateOf(text),
    text.direction === 'out' && !isWhatsapp(text) && text.segments ? counted(text.segments, 'segment') : '',
  ];
  return [parts.filter(Boolean).join(' \u00b7 ')];
};

/** @param {Text & { error?: number }} text */
const stateOf = (text) => {
  if (text.direction === 'in') return 'Sent';
  const word = stateWords[/** @type {keyof typeof stateWords} */ (text.status)] ?? text.status ?? '';
  return text.error ? `${word} (${text.error})` : word;
};
