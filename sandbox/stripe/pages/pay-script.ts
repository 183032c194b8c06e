import type { Language } from './language.ts';
import type { payWords } from './pay-words.ts';

interface Told {
  session: string | null;
  words: (typeof payWords)[Language];
}

/** The page's script: posts the chosen card, shows the bank's question, follows the link's redirect after paying. */
export function payScript(told: Told): string {
  // Within a script element only "<" could end the data early.
  return `const told = ${JSON.stringify(told).replaceAll('<', '\\u003c')};\n${script}`;
}

const script = `
const part = (id) => document.getElementById(id);
let card = '';
const say = (text, mood) => { part('said').textContent = text; part('said').className = 'said ' + mood };
const lock = (locked) => { for (const button of document.querySelectorAll('button')) button.disabled = locked };
const pay = async (authenticate) => {
  lock(true);
  say(told.words.working, '');
  const answer = await fetch(location.pathname, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ card, session: told.session, ...(authenticate && { authenticate }) }),
  }).then((response) => response.json()).catch(() => null);
  lock(false);
  show(answer, authenticate);
};
const show = (answer, authenticate) => {
  const status = answer?.status;
  const isAsking = status === 'requires_action' && authenticate === undefined;
  part('bank').hidden = !isAsking;
  part('choose').hidden = isAsking || status === 'paid' || status === 'closed' || status === 'expired';
  if (status === undefined) return say(answer?.error ?? told.words.offline, 'bad');
  const reason = status === 'declined' ? ': ' + answer.decline.replaceAll('_', ' ') : '';
  say(isAsking ? '' : told.words[status] + reason, status === 'paid' ? 'good' : 'bad');
  if (answer.redirect) setTimeout(() => location.assign(answer.redirect), 1200);
};
for (const button of document.querySelectorAll('[data-card]')) button.onclick = () => { card = button.dataset.card; pay() };
for (const button of document.querySelectorAll('[data-authenticate]')) button.onclick = () => pay(button.dataset.authenticate);
part('other').onsubmit = (event) => { event.preventDefault(); card = part('card').value; pay() };
`;
