// @ts-check
import { byId, icon, make, say } from './element.js';
import { notify, tryTo } from './notice.js';
import { counted, moneyOf } from './words.js';
import { world } from './world.js';

/** @typedef {import('./world.js').Payment} Payment */

const cards = [
  { number: '4242424242424242', does: 'Pays' },
  { number: '4000000000009995', does: 'Is declined: insufficient funds' },
  { number: '4000002760003184', does: 'Asks for 3-D Secure' },
  { number: '4000000000000259', does: 'Pays, and is disputed later' },
  { number: '4000000000005126', does: 'Pays, and its refund fails' },
];

const isOpenLink = (/** @type {Payment} */ { status }) =>
  /^(open|active|unpaid|pending|declined|requires_\w+)$/.test(status);
const spaced = (/** @type {string} */ number) => number.replace(/(\d{4})(?=\d)/g, '$1 ');

/** The cards never change: they are drawn once. */
export const showCards = () => byId('cards').replaceChildren(...cards.map(cardRow));

/** Payment links, and the sums that Stripe would know. */
export const fetchMoney = async () => {
  const [links, books] = await Promise.all([world.payments(), world.books()]);
  if (links) showLinks(links);
  if (books) showBooks(books);
};

/** How many links wait to be paid, on the drawer's button. */
export const fetchOpenLinks = async () => {
  const links = await world.payments().catch(() => []);
  const open = links.filter(isOpenLink).length;
  byId('money-badge').hidden = open === 0;
  say(byId('money-badge'), String(open));
};

/** @param {{ number: string, does: string }} card */
const cardRow = ({ number, does }) => {
  const copy = async () => {
    const isCopied = await navigator.clipboard?.writeText(number).then(
      () => true,
      () => false,
    );
    notify(
      isCopied ? `Copied ${spaced(number)}.` : `Copying is not allowed here: ${number}`,
      isCopied ? 'good' : 'bad',
    );
  };
  return make(
    'div',
    { class: 'card-row' },
    make('div', {}, make('code', {}, spaced(number)), make('small', {}, does)),
    make(
      'button',
      { class: 'button plain round', type: 'button', 'aria-label': `Copy card ${number}`, onclick: copy },
      icon('copy'),
    ),
  );
};

let linksKey = '';

/** @param {Payment[]} links */
const showLinks = (links) => {
  const key = JSON.stringify(links);
  if (key === linksKey) return;
  linksKey = key;
  const rows = links.map(linkRow);
  const none = make('p', { class: 'form-note' }, 'None yet. A link is made when a homeowner books.');
  byId('payments').replaceChildren(...(rows.length > 0 ? rows : [none]));
};

/** @param {Payment} link */
const linkRow = (link) => {
  const canPay = isOpenLink(link);
  return make(
    'div',
    { class: 'link-row' },
    make(
      'div',
      { class: 'link-head' },
      make('strong', {}, moneyOf(link.amount, link.currency)),
      make('span', { class: `chip ${chipOf(link.status)}` }, link.status.replaceAll('_', ' ')),
    ),
    link.description && make('small', {}, link.description),
    canPay && payForm(link),
  );
};

/** @param {string} status */
const chipOf = (status) =>
  /paid|complete|succeeded/.test(status) && status !== 'unpaid'
    ? 'good'
    : /declin|fail|disput/.test(status)
      ? 'bad'
      : '';

/** @param {Payment} link */
const payForm = (link) => {
  const options = cards.map(({ number, does }) => make('option', { value: number }, `${number.slice(-4)} - ${does}`));
  const select = make('select', { 'aria-label': 'Card' }, ...options);
  const pay = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const answer = await tryTo(() => world.pay(link.id, { card: select.value, authenticate: 'pass' }));
    if (answer) notify(answerWords(answer), answer.status === 'paid' ? 'good' : 'bad');
    await tryTo(fetchMoney);
  };
  return make(
    'form',
    { class: 'pay-form', onsubmit: pay },
    select,
    make('button', { class: 'button strong', type: 'submit' }, 'Pay'),
    make('a', { class: 'button', href: link.url, target: '_blank', rel: 'noopener' }, icon('out'), 'Page'),
  );
};

/** @param {{ status: string, decline?: string }} answer */
const answerWords = ({ status, decline }) =>
  status === 'paid'
    ? 'Paid. The app hears of it by webhook.'
    : `The card was not charged: ${(decline ?? status).replaceAll('_', ' ')}.`;

/** @param {Record<string, any>} books */
const showBooks = (books) => {
  const sum = (/** @type {any[]} */ rows, field = 'amount') =>
    rows.reduce((total, row) => total + (row[field] ?? 0), 0);
  const line = (/** @type {string} */ word, /** @type {any[] | undefined} */ rows = []) =>
    entry(word, rows.length > 0 ? `${moneyOf(sum(rows))} (${rows.length})` : moneyOf(0));
  const charged = (books.charges ?? []).filter((/** @type {any} */ { status }) => status !== 'failed');
  const declined = (books.charges ?? []).length - charged.length;
  byId('books').replaceChildren(
    ...entry('Balance', balanceOf(books.balance)),
    ...line('Charged', charged),
    ...(declined > 0 ? entry('Declined', counted(declined, 'try', 'tries')) : []),
    ...line('Refunded', books.refunds),
    ...line('Sent to providers', books.transfers),
    ...line('Taken back', books.reversals),
    ...line('Paid out', books.payouts),
    ...entry('Provider accounts', String((books.accounts ?? []).length)),
  );
};

/** @param {string} word @param {string} value */
const entry = (word, value) => [make('dt', {}, word), make('dd', {}, value)];

/** @param {any} balance cents, or `{ available, pending }` in cents */
const balanceOf = (balance) => {
  if (typeof balance === 'number') return moneyOf(balance);
  const { available = 0, pending = 0 } = balance ?? {};
  return pending ? `${moneyOf(available)}, ${moneyOf(pending)} on its way` : moneyOf(available);
};
