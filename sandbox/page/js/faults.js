// @ts-check
import { byId, make, say } from './element.js';
import { faultKinds, peerName, readyFaults } from './fault-kinds.js';
import { notify, tryTo } from './notice.js';
import { counted } from './words.js';
import { world } from './world.js';

const delayed = ['timeout', 'webhook-late'];

/** The drawer where things are made to go wrong on purpose. */
export const offerFaults = () => {
  const form = byId('fault-form');
  const { peer, kind } = form.elements;
  peer.append(...['twilio', 'stripe'].map((name) => make('option', { value: name }, peerName(name))));
  peer.addEventListener('change', () => fillKinds(form));
  kind.addEventListener('change', () => showFields(form));
  fillKinds(form);
  form.addEventListener('submit', (/** @type {Event} */ event) => {
    event.preventDefault();
    void add(faultIn(form));
  });
  byId('fault-ready').append(
    ...readyFaults.map(({ word, fault }) =>
      make('button', { class: 'button', type: 'button', onclick: () => add(fault) }, word),
    ),
  );
  byId('faults-clear').addEventListener('click', async () => {
    await tryTo(world.clearFaults);
    await tryTo(fetchFaults);
  });
};

/** @param {any} form */
const fillKinds = (form) => {
  const { peer, kind } = form.elements;
  const fitting = faultKinds.filter(({ peers }) => peers.includes(peer.value));
  kind.replaceChildren(...fitting.map((fault) => make('option', { value: fault.kind }, fault.word)));
  showFields(form);
};

/** @param {any} form */
const showFields = (form) => {
  const chosen = form.elements.kind.value;
  say(byId('fault-note'), faultKinds.find(({ kind }) => kind === chosen)?.note ?? '');
  form.querySelector('[data-for="undelivered"]').hidden = chosen !== 'undelivered';
  form.querySelector('[data-for="delay"]').hidden = !delayed.includes(chosen);
};

/** @param {any} form */
const faultIn = (form) => {
  const { peer, kind, match, times, code, delay } = form.elements;
  return {
    peer: peer.value,
    kind: kind.value,
    ...(match.value.trim() ? { match: match.value.trim() } : {}),
    ...(times.value ? { times: Number(times.value) } : {}),
    ...(kind.value === 'undelivered' ? { code: Number(code.value) } : {}),
    ...(delayed.includes(kind.value) ? { delayMs: Number(delay.value) * 1000 } : {}),
  };
};

/** @param {object} fault */
const add = async (fault) => {
  const answer = await tryTo(() => world.addFault(fault));
  if (answer !== undefined) notify('It will go wrong from now on.', 'good');
  await tryTo(fetchFaults);
};

/** @typedef {{ peer: string, kind: string, match?: string, times?: number, taken?: number, code?: number, delayMs?: number }} Fault */

const isLive = (/** @type {Fault} */ { times, taken }) => times === undefined || (taken ?? 0) < times;

export const fetchFaults = async () => {
  /** @type {Fault[]} */
  const faults = await world.faults();
  const live = faults.filter(isLive).length;
  byId('faults-badge').hidden = live === 0;
  say(byId('faults-badge'), String(live));
  byId('faults-clear').hidden = faults.length === 0;
  const none = make('p', { class: 'form-note' }, 'Nothing: Twilio and Stripe behave.');
  byId('fault-list').replaceChildren(...(faults.length > 0 ? faults.toReversed().map(faultRow) : [none]));
};

/** @param {Fault} fault */
const faultRow = (fault) => {
  const word = faultKinds.find(({ kind }) => kind === fault.kind)?.word ?? fault.kind;
  const chip = isLive(fault) ? make('span', { class: 'chip bad' }, 'on') : make('span', { class: 'chip' }, 'done');
  return make(
    'div',
    { class: `link-row${isLive(fault) ? '' : ' spent'}` },
    make('div', { class: 'link-head' }, make('strong', {}, `${peerName(fault.peer)}: ${word}`), chip),
    make('small', {}, termsOf(fault)),
  );
};

/** Where, how, how often. @param {Fault} fault */
const termsOf = ({ match, code, delayMs, times, taken = 0 }) =>
  [
    match ? `where "${match}" occurs` : 'everywhere',
    code && `code ${code}`,
    delayMs && `${delayMs / 1000} s`,
    times ? `${taken} of ${counted(times, 'time')}` : `until cleared, ${counted(taken, 'time')} so far`,
  ]
    .filter(Boolean)
    .join(' \u00b7 ');
