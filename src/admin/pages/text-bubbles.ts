// The texts of a thread, both directions, newest at the bottom.
import type { LoggedText } from '../../conversations/ports/message-log.ts';
import type { WaitingText } from '../../conversations/thread-view.ts';
import { html, type Html } from '../html.ts';
import { spelled } from '../words/state-words.ts';
import { dayWords, momentTime, momentWords } from '../words/time-words.ts';
import type { Around } from './pieces.ts';

const FATES: Readonly<Record<string, string>> = {
  accepted: 'on its way',
  scheduled: 'on its way',
  queued: 'on its way',
  sending: 'on its way',
  sent: 'sent',
  partially_delivered: 'partly delivered',
  delivered: 'delivered',
  read: 'read',
  undelivered: 'not delivered',
  failed: 'failed',
  canceled: 'canceled',
  withheld: 'not sent: opted out',
  outdated: 'not sent: outdated',
};

const BAD = new Set(['undelivered', 'failed', 'canceled', 'withheld', 'outdated']);

const fateWords = ({ code, status }: LoggedText): string =>
  `${FATES[status] ?? spelled(status).toLowerCase()}${code === null ? '' : ` (${String(code)})`}`;

/** Whatever stands in the log: only addresses of the web become links. */
const photo = (url: string, index: number): Html => {
  const words = `Photo ${String(index + 1)}`;
  if (!/^https?:\/\//.test(url)) return html`<span class="soft">${words}</span>`;
  return html`<a href="${url}" target="_blank" rel="noopener noreferrer">${words}</a>`;
};

const authorWords = ({ by, direction }: LoggedText): string => {
  if (direction === 'in') return 'They wrote';
  return by === 'machine' ? 'Fixline wrote' : 'An administrator wrote';
};

const bubble = (text: LoggedText, { now, zone }: Around): Html =>
  html`<li
    class="bubble"
    data-key="${text.id}"
    data-from="${text.direction === 'in' ? 'them' : 'us'}"
    data-bad="${BAD.has(text.status) ? 'yes' : 'no'}"
  >
    <span class="unseen">${authorWords(text)}:</span>
    ${text.body !== '' && html`<p>${text.body}</p>`}
    ${text.media.length > 0 && html`<p class="photos">${text.media.map(photo)}</p>`}
    <p class="fate">
      ${momentTime(text.at, now, zone)}${text.direction === 'out' && html` · <span class="status">${fateWords(text)}</span>`}
    </p>
  </li>`;

const waitingBubble = ({ body, id, nextAt, tries }: WaitingText, { now, zone }: Around): Html =>
  html`<li class="bubble" data-key="${id}" data-from="us" data-waits="yes">
    <span class="unseen">Fixline is about to write:</span>
    <p>${body}</p>
    <p class="fate">
      waits to be
      sent${tries > 0 && html`, ${tries} ${tries === 1 ? 'try' : 'tries'}`}${nextAt !== null && html`, next at ${momentWords(nextAt, now, zone)}`}
    </p>
  </li>`;

interface Texts {
  readonly texts: readonly LoggedText[];
  readonly waiting: readonly WaitingText[];
  /** leads to the texts before these; null: these are all */
  readonly earlier: string | null;
}

const withDays = (texts: readonly LoggedText[], around: Around): readonly Html[] =>
  texts.flatMap((text, index) => {
    const day = dayWords(text.at, around.now, around.zone);
    const before = texts[index - 1];
    const isSame = before !== undefined && dayWords(before.at, around.now, around.zone) === day;
    return isSame
      ? [bubble(text, around)]
      : [html`<li class="day" data-key="${day}">${day}</li>`, bubble(text, around)];
  });

export const textsSection = ({ earlier, texts, waiting }: Texts, around: Around): Html =>
  html`<section class="card texts" id="texts" data-key="texts" data-sync>
    <h2 data-key="heading">Texts</h2>
    <div class="scroll" data-key="scroll" data-sync data-bottom tabindex="0" role="log" aria-label="Texts, newest last">
      ${earlier !== null && html`<p class="earlier" data-key="earlier"><a href="${earlier}">Earlier texts</a></p>`}
      ${texts.length + waiting.length === 0 && html`<p class="nothing" data-key="nothing">No text yet.</p>`}
      <ol class="bubbles" data-key="bubbles" data-sync>
        ${withDays(texts, around)}${waiting.map((text) => waitingBubble(text, around))}
      </ol>
    </div>
  </section>`;
