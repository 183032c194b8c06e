// @ts-check
import { avatar, badge } from './avatar.js';
import { desk } from './desk.js';
import { byId, icon, make } from './element.js';
import { phoneCard } from './phone-card.js';
import { allPhones, front, isOpen, onChange, phoneOf, unreadOf } from './phones.js';
import { nameOf } from './words.js';

/** @type {Map<string, ReturnType<typeof phoneCard>>} */
const cards = new Map();
let shownFront = '';

/** Keeps the open phones on the stage, and the tabs of a small screen, as the desk says. */
export const showOpenPhones = () => {
  onChange(() => {
    updateCards();
    updateTabs();
  });
};

/** Puts the caret into the text box of the phone in front, where that brings up no keyboard. */
export const focusFront = () => matchMedia('(pointer: fine)').matches && cards.get(desk.active)?.focus();

const updateCards = () => {
  const stage = byId('phones');
  for (const [number, card] of cards) {
    if (isOpen(number)) continue;
    card.element.remove();
    cards.delete(number);
  }
  for (const number of desk.open) {
    const card = cards.get(number) ?? addCard(stage, number);
    card.update();
  }
  stage.dataset.count = String(desk.open.length);
  if (shownFront !== desk.active)
    cards.get(desk.active)?.element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  shownFront = desk.active;
};

// Phones are only ever added before the guide: moving one would lose its place in the texts.
/** @param {HTMLElement} stage @param {string} number */
const addCard = (stage, number) => {
  const card = phoneCard(number);
  cards.set(number, card);
  stage.insertBefore(card.element, byId('guide'));
  return card;
};

let tabsKey = '';

const updateTabs = () => {
  const closedUnread = allPhones()
    .filter(({ number }) => !isOpen(number))
    .reduce((sum, { number, autopilot }) => sum + (autopilot ? 0 : unreadOf(number)), 0);
  const tabs = desk.open.map((number) => ({
    phone: phoneOf(number),
    unread: unreadOf(number),
    isFront: desk.active === number,
  }));
  const isListOpen = document.body.dataset.list === 'open';
  const key = JSON.stringify([tabs, closedUnread, isListOpen]);
  if (key === tabsKey) return;
  tabsKey = key;
  const bar = byId('tabs');
  const focused = bar.contains(document.activeElement)
    ? /** @type {HTMLElement} */ (document.activeElement).dataset.tab
    : undefined;
  bar.replaceChildren(listTab(closedUnread, isListOpen), ...tabs.map((tab) => phoneTab(tab, isListOpen)));
  if (focused) bar.querySelector(`[data-tab="${CSS.escape(focused)}"]`)?.focus();
};

/** @param {number} unread @param {boolean} isListOpen */
const listTab = (unread, isListOpen) =>
  make(
    'button',
    {
      class: 'tab all',
      type: 'button',
      'data-tab': 'list',
      'aria-pressed': String(isListOpen),
      onclick: () => showList(!isListOpen),
    },
    icon('people'),
    'All',
    badge(unread),
  );

/** @param {{ phone: import('./world.js').Phone, unread: number, isFront: boolean }} tab @param {boolean} isListOpen */
const phoneTab = ({ phone, unread, isFront }, isListOpen) =>
  make(
    'button',
    {
      class: 'tab',
      type: 'button',
      'data-tab': phone.number,
      'aria-pressed': String(isFront && !isListOpen),
      onclick: () => {
        showList(false);
        front(phone.number);
      },
    },
    avatar(phone),
    nameOf(phone).name,
    badge(unread),
  );

/** On a small screen the list of phones takes the place of the phone. @param {boolean} isShown */
export const showList = (isShown) => {
  document.body.dataset.list = isShown ? 'open' : '';
  updateTabs();
};
