// What the pages of a thread and of a booking have in common: what is due, what is stuck, who is needed.
import type { StoredTimer, StuckItem } from '../../conversations/ports/actor.ts';
import { html, type Html, type Part } from '../html.ts';
import { spelled, timerWords } from '../words/state-words.ts';
import { momentTime, spanTime } from '../words/time-words.ts';
import { needRow, type Need } from './needs.ts';

export interface Around {
  readonly now: Date;
  readonly zone: string;
  readonly csrf: string;
}

/** A titled box; left out when it has nothing to say. */
export const box = (key: string, title: string, content: Part): Html =>
  html`<section class="card" id="${key}" data-key="${key}">
    <h2>${title}</h2>
    ${content}
  </section>`;

export const needBox = (need: Need | null, around: Around, back: 'thread' | 'booking'): Html | false =>
  need !== null &&
  html`<section class="needs" data-key="need" data-calm="no">
    <h2>Needs a person</h2>
    <ul class="need-list">
      ${needRow(need, { ...around, back })}
    </ul>
  </section>`;

export const timersBox = (timers: readonly StoredTimer[], { now, zone }: Around): Html | false =>
  timers.length > 0 &&
  box(
    'timers',
    'Due next',
    html`<ul class="lines">
      ${timers.map(({ dueAt, name }) => html`<li><span>${timerWords(name)}</span> <span class="soft">${momentTime(dueAt, now, zone)}</span></li>`)}
    </ul>`,
  );

export const stuckBox = (stuck: readonly StuckItem[], { now, zone }: Around): Html | false =>
  stuck.length > 0 &&
  box(
    'stuck',
    'Stuck',
    html`<ul class="lines">
      ${stuck.map(
        ({ at, kind, reason, type }) =>
          html`<li>
            <span>${spelled(type)} <span class="soft">(${kind}): ${reason}</span></span>
            <span class="soft">${spanTime(at, now, zone)}</span>
          </li>`,
      )}
    </ul>`,
  );

/** Pairs of words, those without a value left out. */
export const pairs = (all: readonly (readonly [string, Part])[]): Html =>
  html`<dl class="pairs">
    ${all
      .filter(([, value]) => value !== null && value !== false && value !== '')
      .map(
        ([name, value]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
  </dl>`;
