import type { ShownPayment } from '../shown-payment.ts';
import { escapeHtml } from './escape.ts';
import type { Language } from './language.ts';
import { layout } from './layout.ts';
import { payScript } from './pay-script.ts';
import { payWords } from './pay-words.ts';

type Words = (typeof payWords)[Language];

const cards: [number: string, word: 'pays' | 'insufficient' | 'asks' | 'disputed' | 'refundFails'][] = [
  ['4242 4242 4242 4242', 'pays'],
  ['4000 0000 0000 9995', 'insufficient'],
  ['4000 0027 6000 3184', 'asks'],
  ['4000 0000 0000 0259', 'disputed'],
  ['4000 0000 0000 5126', 'refundFails'],
];

/** The hosted payment page: what it is for, how much, and a button for each test card. */
export function payPageHtml(shown: ShownPayment, language: Language): string {
  const words = payWords[language];
  const amount = new Intl.NumberFormat(`${language}-US`, { style: 'currency', currency: shown.currency }).format(
    shown.amount / 100,
  );
  const body = `
<p class="note">${escapeHtml(words.test)}</p>
<h1>${escapeHtml(shown.description)}</h1>
<p class="amount">${escapeHtml(amount)}</p>
${shown.status === 'open' ? form(words) : ''}
<p class="said ${shown.status === 'open' ? '' : 'bad'}" id="said" role="status">${escapeHtml(sentence(shown, words))}</p>`;
  const script = shown.status === 'open' ? payScript({ session: shown.session, words }) : '';
  return layout({ language, title: `${amount} · ${shown.description}`, body, script });
}

function sentence(shown: ShownPayment, words: Words): string {
  if (shown.status === 'open') return '';
  return shown.message ?? words[shown.status];
}

function form(words: Words): string {
  const buttons = cards.map(
    ([number, word]) =>
      `<button type="button" data-card="${number}"><b>${number}</b><span>${escapeHtml(words[word])}</span></button>`,
  );
  return `
<section id="choose">
<h2>${escapeHtml(words.choose)}</h2>
<div class="choices">${buttons.join('')}</div>
<form id="other"><label for="card">${escapeHtml(words.other)}</label>
<input id="card" name="card" inputmode="numeric" autocomplete="off" required>
<button class="main">${escapeHtml(words.pay)}</button></form>
</section>
<section id="bank" hidden>
<h2>${escapeHtml(words.bankAsks)}</h2>
<div class="choices">${(['pass', 'fail', 'leave'] as const).map((way) => bankButton(way, words)).join('')}</div>
</section>`;
}

function bankButton(way: 'pass' | 'fail' | 'leave', words: Words): string {
  return `<button type="button" data-authenticate="${way}">${escapeHtml(words[way])}</button>`;
}
