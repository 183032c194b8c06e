import { html, type Html, type Part } from '../html.ts';
import type { Tone } from '../words/state-words.ts';

/** What every page of somebody who is logged in shows around its own content. */
export interface Frame {
  readonly csrf: string;
  readonly email: string;
}

/** A page that keeps itself up to date. */
export interface Live {
  /** where its newest content, and news of it, are fetched */
  readonly part: string;
  readonly events: string;
}

export const csrfField = (csrf: string): Html => html`<input type="hidden" name="_csrf" value="${csrf}" />`;

export const pill = (tone: Tone, words: string): Html => html`<span class="pill" data-tone="${tone}">${words}</span>`;

export const document = (title: string, body: Html): Html =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title} · Fixline</title>
        <link rel="icon" href="/admin/assets/icon.svg" />
        <link rel="stylesheet" href="/admin/assets/frame.css" />
        <link rel="stylesheet" href="/admin/assets/pages.css" />
        <script type="module" src="/admin/assets/live.js"></script>
      </head>
      <body>
        ${body}
      </body>
    </html>`;

const bar = ({ csrf, email }: Frame): Html =>
  html`<header class="bar">
    <a class="brand" href="/admin"><img src="/admin/assets/icon.svg" alt="" width="26" height="26" />Fixline</a>
    <form class="search" role="search" method="post" action="/admin/search">
      ${csrfField(csrf)}
      <label class="unseen" for="search">Booking code or number</label>
      <input
        id="search"
        name="words"
        type="search"
        placeholder="Code or number"
        autocomplete="off"
        required
        maxlength="40"
      />
      <button class="button" type="submit">Find</button>
    </form>
    <p class="live" id="live-state" role="status" hidden></p>
    <form class="leave" method="post" action="/admin/logout">
      ${csrfField(csrf)}
      <button class="button plain" type="submit" title="Log out ${email}">Log out</button>
    </form>
  </header>`;

/** A page inside the frame; with `live` its content is fetched again whenever it changed. */
export const framed = (
  frame: Frame,
  page: { readonly title: string; readonly content: Part; readonly live?: Live },
): Html =>
  document(
    page.title,
    html`<a class="skip" href="#main">Skip to the content</a>
      ${bar(frame)}
      <main id="main" ${page.live === undefined ? '' : liveAttributes(page.live)}>${page.content}</main>`,
  );

const liveAttributes = ({ events, part }: Live): Html => html`data-part="${part}" data-events="${events}"`;

/** The part of a page that is fetched again; `version` tells whether it must be, `now` is business time. */
export const part = (version: string, now: Date, content: Part): Html =>
  html`<div id="content" data-sync data-version="${version}" data-now="${now.toISOString()}">${content}</div>`;

/** A line that says calmly that there is nothing. */
export const nothing = (words: string): Html => html`<p class="nothing">${words}</p>`;
