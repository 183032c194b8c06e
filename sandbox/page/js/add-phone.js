// @ts-check
import { byId, say } from './element.js';
import { tryTo } from './notice.js';
import { focusFront, showList } from './open-phones.js';
import { allPhones, fetchPhones, openPhone } from './phones.js';
import { readNumber } from './words.js';
import { world } from './world.js';

const NOTE = 'Numbers like +1 512 555 01xx belong to nobody.';

/** The dialog that adds a phone. */
export const offerNewPhones = () => {
  const dialog = byId('add');
  const form = byId('add-form');
  const suggest = () => {
    form.elements.number.value = freeNumber(form.elements.role.value);
    say(byId('add-note'), NOTE);
  };
  byId('add-open').addEventListener('click', () => {
    form.elements.label.value = '';
    suggest();
    dialog.showModal();
    form.elements.label.focus();
  });
  form.elements.role.addEventListener('change', suggest);
  byId('add-cancel').addEventListener('click', () => dialog.close());
  form.addEventListener('submit', (/** @type {Event} */ event) => {
    event.preventDefault();
    const number = readNumber(form.elements.number.value);
    if (number === null) return say(byId('add-note'), 'That is not a phone number: write it like +1 512 555 0123.');
    void add(number, form).then((isAdded) => isAdded && dialog.close());
  });
};

/** @param {string} number @param {any} form */
const add = async (number, form) => {
  const label = form.elements.label.value.trim();
  const phone = { role: form.elements.role.value, ...(label ? { label } : {}), autopilot: false };
  const isAdded = await tryTo(async () => {
    await world.putPhone(number, phone);
    await fetchPhones();
    return true;
  });
  if (!isAdded) return false;
  showList(false);
  await openPhone(number);
  setTimeout(focusFront);
  return true;
};

/** The next number of that kind that no known phone has. @param {string} role */
const freeNumber = (role) => {
  const start = role === 'provider' ? '+1737555' : '+1512555';
  const taken = new Set(allPhones().map(({ number }) => number));
  const ends = Array.from({ length: 100 }, (_, index) => `${start}${String(100 + index).padStart(4, '0')}`);
  return ends.find((number) => !taken.has(number)) ?? `${start}0199`;
};
