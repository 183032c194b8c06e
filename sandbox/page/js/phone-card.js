// @ts-check
import { avatar, badge } from './avatar.js';
import { isWhatsapp } from './bubble.js';
import { composer } from './composer.js';
import { desk } from './desk.js';
import { icon, make, say } from './element.js';
import { notify, tryTo } from './notice.js';
import { closePhone, fetchPhones, fetchTexts, front, phoneOf, textsOf, unreadOf } from './phones.js';
import { thread } from './thread.js';
import { nameOf, shownNumber } from './words.js';
import { world } from './world.js';

const EXAMPLE = 'Kitchen sink leaking, thursday after 3, 1204 Oak Hill Rd 78704';

/** One open phone. `update` brings it up to date without touching what is being typed or read. @param {string} number */
export const phoneCard = (number) => {
  const { name } = nameOf(phoneOf(number));
  /** What became of a text at the app's door, where it went wrong. @type {Map<string, string>} */
  const notes = new Map();
  const send = (/** @type {object} */ order) => sendFrom(number, order, notes);
  const below = make('button', { class: 'below', type: 'button', hidden: true }, icon('down'), 'New texts');
  const texts = thread({
    name,
    onTap: (text, button) =>
      void send({ body: button.title, button: button.id, channel: isWhatsapp(text) ? 'whatsapp' : 'sms' }),
    onBelow: (isBelow) => void (below.hidden = !isBelow),
  });
  below.addEventListener('click', () => texts.toEnd());
  const foot = composer({ number, name, send });
  const head = phoneHead(number);
  const strip = autoStrip(number);
  const hint = emptyHint(number, (text) => foot.fill(text));
  const screen = make('div', { class: 'screen' }, texts.element, hint, below);
  const element = make(
    'article',
    { class: 'phone', 'data-number': number, 'aria-label': `Phone of ${name}` },
    head.element,
    screen,
    strip.element,
    foot.element,
  );
  const touch = () => (desk.active !== number || unreadOf(number) > 0) && front(number);
  element.addEventListener('pointerdown', touch);
  element.addEventListener('focusin', touch);

  const update = () => {
    const list = textsOf(number);
    hint.hidden = list.length > 0;
    element.classList.toggle('active', desk.active === number);
    element.setAttribute('aria-label', `Phone of ${nameOf(phoneOf(number)).name}`);
    head.update();
    strip.update();
    texts.show(list, notes);
  };
  return { element, update, focus: foot.focus };
};

/** @param {string} number @param {object} order @param {Map<string, string>} notes */
const sendFrom = async (number, order, notes) => {
  const answer = await tryTo(() => world.send(number, order));
  if (!answer) return false;
  const { status, tries } = answer.webhook ?? {};
  if (status === 0) notify('No app takes texts at the moment. Is npm start still running?');
  if (status < 200 || status > 299)
    notes.set(answer.sid, `The app answered ${status || 'nothing'} (tries: ${tries ?? 1})`);
  await tryTo(() => fetchTexts(number));
  return true;
};

/** Name, number and the way out. @param {string} number */
const phoneHead = (number) => {
  const title = make('h2', {});
  const detail = make('p', {});
  const count = make('span', { class: 'phone-count' });
  const close = make(
    'button',
    {
      class: 'button plain round',
      type: 'button',
      'aria-label': 'Put this phone away',
      onclick: () => closePhone(number),
    },
    icon('close'),
  );
  const picture = make('span', { class: 'picture' });
  const element = make(
    'header',
    { class: 'phone-head' },
    picture,
    make('div', { class: 'who' }, title, detail),
    count,
    close,
  );
  const update = () => {
    const phone = phoneOf(number);
    const { name, rest } = nameOf(phone);
    const shown = shownNumber(number);
    const what = rest || (phone.role === 'provider' ? 'Provider' : 'Homeowner');
    say(title, name);
    say(detail, name === shown ? what : `${what} \u00b7 ${shown}`);
    fillOnce(picture, `${phone.role} ${name}`, () => avatar(phone));
    fillOnce(count, String(unreadOf(number)), () => badge(unreadOf(number)));
  };
  return { element, update };
};

/** Draws again only when the key differs. @param {HTMLElement} place @param {string} key @param {() => Node | false} draw */
const fillOnce = (place, key, draw) => {
  if (place.dataset.key === key) return;
  place.dataset.key = key;
  place.replaceChildren(draw() || '');
};

/** Whether a provider answers by itself. @param {string} number */
const autoStrip = (number) => {
  const words = make('span', {});
  const auto = make('input', { type: 'checkbox', role: 'switch', onchange: () => switchAuto(number, auto.checked) });
  const element = make('label', { class: 'strip' }, words, auto);
  const update = () => {
    const { role, autopilot } = phoneOf(number);
    element.hidden = role !== 'provider';
    auto.checked = autopilot === true;
    say(words, autopilot ? 'Answers by itself' : 'You answer for this provider');
  };
  return { element, update };
};

/** @param {string} number @param {boolean} isOn */
const switchAuto = async (number, isOn) => {
  await tryTo(() => world.autopilot(isOn, [number]));
  await tryTo(fetchPhones);
};

/** What an empty phone says. @param {string} number @param {(text: string) => void} fill */
const emptyHint = (number, fill) => {
  const isProvider = phoneOf(number).role === 'provider';
  if (isProvider) {
    return make(
      'div',
      { class: 'hint' },
      make(
        'p',
        {},
        'Nothing yet. Job offers arrive here; answer them with the words they name, such as Y and the code.',
      ),
    );
  }
  return make(
    'div',
    { class: 'hint' },
    make('p', {}, 'Say what needs fixing, when and where. For example:'),
    make('button', { class: 'example', type: 'button', onclick: () => fill(EXAMPLE) }, EXAMPLE),
    make('p', { class: 'small' }, 'Tap the example to put it into the text box.'),
  );
};
