// @ts-check
import { desk, keepDesk, keepDraft } from './desk.js';
import { icon, make } from './element.js';
import { notify } from './notice.js';

const LONGEST_TEXT = 1600;

/**
 * The box at a phone's foot: text, photo, channel, send. What was typed stays until the sandbox has taken it.
 *
 * @param {{ number: string, name: string, send: (order: { body: string, media: string[], channel: string }) => Promise<boolean> }} view
 */
export const composer = ({ number, name, send }) => {
  const box = make('textarea', {
    class: 'box',
    rows: '1',
    maxlength: LONGEST_TEXT,
    placeholder: 'Text Fixline',
    'aria-label': `Text from ${name}`,
    enterkeyhint: 'send',
  });
  const photo = photoRow();
  const channel = channelSwitch(number);
  const photoButton = make(
    'button',
    { class: 'button plain round', type: 'button', 'aria-label': 'Add a photo', 'aria-expanded': 'false' },
    icon('photo'),
  );
  photoButton.addEventListener('click', () => photo.toggle(photoButton));
  const sendButton = make('button', { class: 'button send round', type: 'submit', 'aria-label': 'Send' }, icon('send'));
  const form = make(
    'form',
    { class: 'composer' },
    photo.element,
    make('div', { class: 'compose-row' }, photoButton, box, sendButton),
    channel.element,
  );
  const submit = async () => {
    const order = { body: box.value.trim(), media: photo.urls(), channel: channel.value() };
    if (!order.body && order.media.length === 0) return box.focus();
    setText('');
    const isTaken = await send(order);
    if (isTaken) photo.clear(photoButton);
    else if (!box.value) setText(order.body);
  };
  const grow = () => {
    box.style.height = 'auto';
    box.style.height = `${Math.min(box.scrollHeight + 2, 130)}px`;
    form.classList.toggle('has-text', box.value.trim() !== '');
  };
  /** @param {string} text */
  const setText = (text) => {
    box.value = text;
    keepDraft(number, text);
    grow();
  };
  box.addEventListener('input', () => {
    keepDraft(number, box.value);
    grow();
  });
  box.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  form.addEventListener('submit', (/** @type {Event} */ event) => {
    event.preventDefault();
    void submit();
  });
  box.value = desk.drafts[number] ?? '';
  requestAnimationFrame(grow);
  return {
    element: form,
    focus: () => box.focus(),
    /** @param {string} text */
    fill: (text) => {
      setText(text);
      box.focus();
    },
    channel,
  };
};

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
  const isPhoto = () => /^(https?:\/\/\S+|data:image\/)/.test(input.value.trim());
  return {
    element,
    /** @param {HTMLElement} button */
    toggle: (button) => {
      element.hidden = !element.hidden;
      button.setAttribute('aria-expanded', String(!element.hidden));
      if (!element.hidden) input.focus();
    },
    urls: () => {
      const typed = element.hidden ? '' : input.value.trim();
      if (typed && !isPhoto()) notify('The photo was left out: its address must begin with http:// or https://.');
      return typed && isPhoto() ? [typed] : [];
    },
    /** @param {HTMLElement} button */
    clear: (button) => {
      input.value = '';
      element.hidden = true;
      button.setAttribute('aria-expanded', 'false');
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
