// @ts-check
import { make } from './element.js';
import { initialsOf, nameOf } from './words.js';

/** The round picture of a phone, coloured by role. @param {import('./world.js').Phone} phone */
export const avatar = (phone) =>
  make('span', { class: `avatar ${phone.role ?? ''}`, 'aria-hidden': 'true' }, initialsOf(nameOf(phone).name));

/** The number of unread texts; muted where a provider answers by himself. @param {number} count @param {boolean} [isMuted] */
export const badge = (count, isMuted) =>
  count > 0 &&
  make(
    'b',
    { class: `badge${isMuted ? ' muted' : ''}` },
    count > 99 ? '99+' : String(count),
    make('span', { class: 'unseen' }, ' new'),
  );
