// @ts-check
import { avatar, badge } from './avatar.js';
import { byId, make, say } from './element.js';
import { announce, tryTo } from './notice.js';
import { focusFront, showList } from './open-phones.js';
import { allPhones, fetchPhones, isOpen, onChange, openPhone, unreadOf } from './phones.js';
import { nameOf, shownNumber } from './words.js';
import { world } from './world.js';

/** @typedef {import('./world.js').Phone} Phone */

/** Unread texts of the closed phones at the last look, so that only new ones are spoken. @type {Map<string, number>} */
const announced = new Map();
let key = '';

/** The list at the side: phones with new texts first, then the open ones, then everybody. */
export const showPhoneList = () => {
  onChange(update);
  byId('search').addEventListener('input', update);
  byId('autopilot-all').addEventListener('change', switchAll);
};

const switchAll = async () => {
  await tryTo(() => world.autopilot(byId('autopilot-all').checked));
  await tryTo(fetchPhones);
};

const update = () => {
  const phones = allPhones();
  updateSwitch(phones.filter(({ role }) => role === 'provider'));
  speak(phones);
  const wanted = byId('search').value.trim();
  const groups = groupsOf(
    phones.filter((phone) => isMeant(phone, wanted)),
    wanted !== '',
  );
  const rows = groups.flatMap(({ title, members }) =>
    members.map((phone) => [title, phone, unreadOf(phone.number), isOpen(phone.number)]),
  );
  const now = JSON.stringify([rows, wanted]);
  if (now === key) return;
  key = now;
  const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.row : undefined;
  byId('rows').replaceChildren(...groups.map(group), ...(groups.length > 0 ? [] : [nobody(wanted)]));
  if (focused)
    byId('rows')
      .querySelector(`[data-row="${CSS.escape(focused)}"]`)
      ?.focus({ preventScroll: true });
};

/** @param {Phone[]} providers */
const updateSwitch = (providers) => {
  const automatic = providers.filter(({ autopilot }) => autopilot).length;
  const all = byId('autopilot-all');
  all.checked = automatic > 0;
  all.indeterminate = automatic > 0 && automatic < providers.length;
  const isMixed = automatic > 0 && automatic < providers.length;
  say(
    byId('autopilot-note'),
    isMixed
      ? `${automatic} of ${providers.length} do.`
      : automatic > 0
        ? 'You can take over any of them.'
        : 'You answer for all of them.',
  );
};

/** @param {Phone[]} phones */
const speak = (phones) => {
  for (const phone of phones) {
    const { number, autopilot } = phone;
    const unread = isOpen(number) ? 0 : unreadOf(number);
    if (unread > (announced.get(number) ?? 0) && !autopilot) announce(`New text for ${nameOf(phone).name}.`);
    announced.set(number, unread);
  }
};

/** Every word typed must occur in name, trade or number. @param {Phone} phone @param {string} wanted */
const isMeant = (phone, wanted) => {
  const digits = wanted.replace(/\D/g, '');
  const isNumber = digits.length > 1 && /^[\d\s()+.-]+$/.test(wanted);
  if (isNumber) return phone.number.includes(digits);
  const told = `${phone.label ?? ''} ${phone.role ?? ''}`.toLowerCase();
  return wanted
    .toLowerCase()
    .split(/\s+/)
    .every((word) => told.includes(word));
};

/** @param {Phone[]} phones @param {boolean} isSearch */
const groupsOf = (phones, isSearch) => {
  const waiting = phones.filter(({ number }) => !isOpen(number) && unreadOf(number) > 0);
  const rest = phones.filter((phone) => !waiting.includes(phone));
  const byUnread = (/** @type {Phone} */ left, /** @type {Phone} */ right) =>
    Number(left.autopilot) - Number(right.autopilot);
  const homeowners = rest.filter(({ role }) => role !== 'provider');
  const providers = rest.filter(({ role }) => role === 'provider');
  return [
    { title: 'New texts', members: waiting.toSorted(byUnread) },
    { title: isSearch ? 'Homeowners found' : 'Homeowners', members: homeowners },
    { title: isSearch ? 'Providers found' : 'Providers', members: providers },
  ].filter(({ members }) => members.length > 0);
};

/** @param {{ title: string, members: Phone[] }} group */
const group = ({ title, members }) =>
  make('section', { class: 'group' }, make('h3', {}, title), make('ul', {}, ...members.map(row)));

/** @param {Phone} phone */
const row = (phone) => {
  const { name, rest } = nameOf(phone);
  const isShown = isOpen(phone.number);
  const open = async () => {
    showList(false);
    await openPhone(phone.number);
    focusFront();
  };
  return make(
    'li',
    {},
    make(
      'button',
      { class: `row${isShown ? ' open' : ''}`, type: 'button', 'data-row': phone.number, onclick: open },
      avatar(phone),
      make(
        'span',
        { class: 'row-words' },
        make('strong', {}, name),
        make('small', {}, rest || shownNumber(phone.number)),
      ),
      badge(unreadOf(phone.number), phone.autopilot),
      isShown && make('span', { class: 'row-state' }, 'Open'),
    ),
  );
};

/** @param {string} wanted */
const nobody = (wanted) =>
  make(
    'p',
    { class: 'nobody' },
    wanted
      ? `Nobody here matches "${wanted}". Add a phone above.`
      : 'No phones yet. Providers appear when the app has made its demo city.',
  );
