import { escapeHtml } from './escape.ts';
import type { Language } from './language.ts';
import { layout } from './layout.ts';

interface Shown {
  account: string;
  isReady: boolean;
  link: string | undefined;
}

const english = {
  test: 'Sandbox: nothing is checked',
  title: 'Get paid',
  ready: 'Payouts are on.',
  notReady: 'Payouts are off until the form is filled in.',
  active: 'Fill everything in correctly',
  restricted: 'Leave something out',
  done: 'Saved.',
  offline: 'The sandbox did not answer. Try again.',
};
const spanish: typeof english = {
  test: 'Entorno de prueba: no se revisa nada',
  title: 'Reciba sus pagos',
  ready: 'Los pagos están activados.',
  notReady: 'Los pagos están desactivados hasta que llene el formulario.',
  active: 'Llenar todo correctamente',
  restricted: 'Dejar algo sin llenar',
  done: 'Guardado.',
  offline: 'El entorno de prueba no respondió. Inténtelo de nuevo.',
};
const words: Record<Language, typeof english> = { en: english, es: spanish };

/** Stripe's onboarding in two buttons: all is well, or something is missing. */
export function onboardPage({ isReady, link }: Shown, language: Language): string {
  const said = words[language];
  const body = `
<p class="note">${escapeHtml(said.test)}</p>
<h1>Fixline</h1>
<p class="amount">${escapeHtml(said.title)}</p>
<h2>${escapeHtml(isReady ? said.ready : said.notReady)}</h2>
<div class="choices">
<button class="main" data-outcome="active">${escapeHtml(said.active)}</button>
<button data-outcome="restricted">${escapeHtml(said.restricted)}</button>
</div>
<p class="said" id="said" role="status"></p>`;
  const told = JSON.stringify({ link, done: said.done, offline: said.offline }).replaceAll('<', '\\u003c');
  return layout({ language, title: said.title, body, script: `const told = ${told};\n${script}` });
}

const script = `
const said = document.getElementById('said');
const finish = async (outcome) => {
  const answer = await fetch(location.pathname, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ outcome, link: told.link }),
  }).then((response) => response.ok ? response.json() : null).catch(() => null);
  said.className = answer ? 'said good' : 'said bad';
  said.textContent = answer ? told.done : told.offline;
  if (answer?.returnUrl) location.assign(answer.returnUrl);
};
for (const button of document.querySelectorAll('[data-outcome]')) button.onclick = () => finish(button.dataset.outcome);
`;
