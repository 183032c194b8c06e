// @ts-check
import { desk, keepDesk, keepDraft } from './desk.js';
import { icon, make } from './element.js';
import { notify } from './notice.js';

const LONGEST_TEXT = 1600;

/**
 * The box at a phone's foot: text, photo, channel, send. What was typed comes back when the sandbox did not take it.
 *
 * @param {{ number: string, name: string, send: (order: { body: string, media: string[], channel: string }) => Promise<boolean> }} view
 */
export const composer = ({ number, name, send }) => {
  const box = textBox(number, name);
  const photo = photoRow();
  const channel = channelSwitch(number);
  const sendButton = make('button', { class: 'button send round', type: 'submit', 'aria-label': 'Send' }, icon('send'));
  const row = make('div', { class: 'compose-row' }, photo.button, box.element, sendButton);
  const submit = async () => {
    const order = { body: box.text(), media: photo.urls(), channel: channel.value() };
    if (!order.body && order.media.length === 0) return box.element.focus();
    box.fill('');
    photo.fill('');
    if (await send(order)) return;
    if (!box.text()) box.fill(order.body);
    photo.fill(order.media[0] ?? '');
  };
  const onsubmit = (/** @type {Event} */ event) => {
    event.preventDefault();
    void submit();
  };
  const element = make('form', { class: 'composer', onsubmit }, photo.element, row, channel.element);
  return {
    element,
    focus: () => box.element.focus(),
    /** @param {string} text */
    fill: (text) => {
      box.fill(text);
      box.element.focus();
    },
  };
};

/** Grows with its text, keeps it as a draft, and sends with Enter. @param {string} number @param {string} name */
const textBox = (number, name) => {
  const element = make('textarea', {
    class: 'box',
    rows: '1',
    maxlength: LONGEST_TEXT,
    placeholder: 'Text Fixline',
    'aria-label': `Text from ${name}`,
    enterkeyhint: 'send',
  });
  const text = () => element.value.trim();
  const grow = () => {
    element.style.height = 'auto';
    element.style.height = `${Math.min(element.scrollHeight + 2, 130)}px`;
    element.closest('form')?.classList.toggle('has-text', text() !== '');
  };
  const keep = () => {
    keepDraft(number, element.value);
    grow();
  };
  element.addEventListener('input', keep);
  element.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    element.closest('form')?.requestSubmit();
  });
  element.value = desk.drafts[number] ?? '';
  requestAnimationFrame(grow);
  return {
    element,
    text,
    /** @param {string} value */
    fill: (value) => {
      element.value = value;
      keep();
    },
  };
};

/** The address of a photo, behind a button that shows and hides it. */
const photoRow = () => {
  const input = make('input', {
    type: 'url',
    placeholder: 'https://... address of a photo',
    'aria-label': 'Address of a photo',
    autocomplete: 'off',
  });
  const samples = ['leak', 'breaker', 'fence'].map((name) => sample(name, input));
  const element = make(
    'div',
    { class: 'photo-row', hidden: true },
    input,
    make('div', { class: 'samples' }, ...samples),
  );
  const button = make(
    'button',
    { class: 'button plain round', type: 'button', 'aria-label': 'Add a photo', 'aria-expanded': 'false' },
    icon('photo'),
  );
  /** @param {boolean} isShown */
  const show = (isShown) => {
    element.hidden = !isShown;
    button.setAttribute('aria-expanded', String(isShown));
  };
  button.addEventListener('click', () => {
    show(element.hidden);
    if (!element.hidden) input.focus();
  });
  return {
    element,
    button,
    urls: () => {
      const typed = element.hidden ? '' : input.value.trim();
      const isPhoto = /^(https?:\/\/\S+|data:image\/)/.test(typed);
      if (typed && !isPhoto) notify('The photo was left out: its address must begin with http:// or https://.');
      return isPhoto ? [typed] : [];
    },
    /** @param {string} url */
    fill: (url) => {
      input.value = url;
      show(url !== '');
    },
  };
};

/** A drawing that comes with the page, for those who have no photo at hand. @param {string} name @param {HTMLInputElement} input */
const sample = (name, input) => {
  const url = new URL(`../photos/${name}.jpg`, import.meta.url).href;
  return make(
    'button',
    { class: 'sample', type: 'button', onclick: () => (input.value = url) },
    make('img', { src: url, alt: `Sample photo: ${name}`, width: 44, height: 44 }),
  );
};

/** @param {string} number */
const channelSwitch = (number) => {
  const value = () => desk.channels[number] ?? 'sms';
  /** @param {'sms' | 'whatsapp'} channel @param {string} word */
  const choice = (channel, word) => {
    const input = make('input', { type: 'radio', name: `channel ${number}`, value: channel, class: 'unseen' });
    input.checked = value() === channel;
    input.addEventListener('change', () => {
      desk.channels[number] = channel;
      keepDesk();
    });
    return make('label', { class: channel }, input, make('span', {}, word));
  };
  const element = make(
    'div',
    { class: 'channels', role: 'radiogroup', 'aria-label': 'Send as' },
    choice('sms', 'SMS'),
    choice('whatsapp', 'WhatsApp'),
  );
  return { element, value };
};
