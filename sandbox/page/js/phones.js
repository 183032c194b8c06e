// @ts-check
import { desk, keepDesk } from './desk.js';
import { world } from './world.js';
import { tryTo } from './notice.js';

/** @typedef {import('./world.js').Phone} Phone */
/** @typedef {import('./world.js').Text} Text */

/** Every phone that the sandbox knows, by number. @type {Map<string, Phone>} */
const known = new Map();
/** Texts of the open phones, oldest first. @type {Map<string, Text[]>} */
const texts = new Map();
/** @type {Set<() => void>} */
const listeners = new Set();

/** Runs after every change of phones, texts or the desk. @param {() => void} listener */
export const onChange = (listener) => void listeners.add(listener);

export const changed = () => {
  for (const listener of listeners) listener();
};

export const allPhones = () => [...known.values()];

/** @param {string} number @returns {Phone} */
export const phoneOf = (number) =>
  known.get(number) ?? { number, label: '', role: 'homeowner', unread: 0, autopilot: false };

/** @param {string} number */
export const textsOf = (number) => texts.get(number) ?? [];

/** @param {string} number */
export const isOpen = (number) => desk.open.includes(number);

/** Texts that came since somebody touched the phone here; of a closed phone, what the sandbox calls unread. @param {string} number */
export const unreadOf = (number) => {
  if (!isOpen(number)) return phoneOf(number).unread ?? 0;
  if (desk.active === number && document.hasFocus()) return 0;
  const list = textsOf(number);
  const last = list.findIndex(({ sid }) => sid === desk.seen[number]);
  return list.slice(last + 1).filter(({ direction }) => direction === 'out').length;
};

/** Notes that somebody looks at this phone. @param {string} number */
export const look = (number) => {
  desk.seen[number] = textsOf(number).at(-1)?.sid ?? '';
};

/** Brings a phone to the front. @param {string} number */
export const front = (number) => {
  look(desk.active);
  look(number);
  desk.active = number;
  keepDesk();
  changed();
};

/** Opens a phone at the right end, or brings it to the front. @param {string} number */
export const openPhone = async (number) => {
  if (!isOpen(number)) {
    desk.open.push(number);
    changed();
    await tryTo(() => fetchTexts(number));
  }
  front(number);
};

/** @param {string} number */
export const closePhone = (number) => {
  const place = desk.open.indexOf(number);
  desk.open = desk.open.filter((other) => other !== number);
  texts.delete(number);
  delete desk.seen[number];
  if (desk.active === number) desk.active = desk.open[Math.min(place, desk.open.length - 1)] ?? '';
  keepDesk();
  changed();
};

export const fetchPhones = async () => {
  const list = await world.phones();
  known.clear();
  for (const phone of list) known.set(phone.number, phone);
  changed();
};

/** Throws when the sandbox does not answer. @param {string} number */
export const fetchTexts = async (number) => {
  const isFirst = !texts.has(number);
  const answer = await world.texts(number);
  if (!isOpen(number)) return;
  texts.set(number, answer.texts);
  if (isFirst && desk.seen[number] === undefined) look(number);
  if (desk.active === number) look(number);
  changed();
};
