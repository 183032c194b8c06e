import { html, type Html } from '../html.ts';
import { csrfField, document } from './layout.ts';

export interface LoginPage {
  readonly csrf: string;
  readonly email: string;
  readonly problem: string;
  readonly hasAdministrator: boolean;
}

export const loginPage = ({ csrf, email, hasAdministrator, problem }: LoginPage): Html =>
  document(
    'Log in',
    html`<main class="login">
      <form class="card" method="post" action="/admin/login">
        <p class="brand"><img src="/admin/assets/icon.svg" alt="" width="32" height="32" />Fixline</p>
        <h1>Log in to the dashboard</h1>
        ${problem !== '' && html`<p class="problem" role="alert">${problem}</p>`}
        ${
          !hasAdministrator &&
          html`<p class="problem">
            There is no administrator yet. Set ADMIN_EMAIL and ADMIN_PASSWORD, and start Fixline again.
          </p>`
        }
        ${csrfField(csrf)}
        <label for="email">E-mail</label>
        <input
          id="email"
          name="email"
          type="email"
          autocomplete="username"
          value="${email}"
          required
          maxlength="200"
          ${email === '' && 'autofocus'}
        />
        <label for="password">Password</label>
        <input
          id="password"
          name="password"
          type="password"
          autocomplete="current-password"
          required
          maxlength="1000"
          ${email !== '' && 'autofocus'}
        />
        <button class="button strong" type="submit">Log in</button>
      </form>
    </main>`,
  );
