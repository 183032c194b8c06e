import { html, type Html } from '../html.ts';
import { document } from './layout.ts';

interface Refusal {
  readonly title: string;
  readonly advice: string;
}

const REFUSALS: Readonly<Record<number, Refusal>> = {
  400: { title: 'This could not be read', advice: 'Go back, check what you filled in, and send it again.' },
  403: { title: 'This page was open for too long', advice: 'Go back, reload the page, and try again.' },
  404: {
    title: 'There is nothing here',
    advice: 'The address may be mistyped. Everything that is live is on the overview.',
  },
  429: { title: 'Too many tries', advice: 'Wait a minute, then try again.' },
};

const FAILED: Refusal = {
  title: 'Something went wrong on our side',
  advice: 'Try again in a moment. Texts and bookings go on meanwhile.',
};

const refusalOf = (status: number): Refusal => REFUSALS[status] ?? (status < 500 ? REFUSALS[400] : null) ?? FAILED;

export const refusalPage = (status: number): Html => {
  const { advice, title } = refusalOf(status);
  return document(
    title,
    html`<main class="login">
      <div class="card">
        <h1>${title}</h1>
        <p>${advice}</p>
        <a class="button strong" href="/admin">To the overview</a>
      </div>
    </main>`,
  );
};
