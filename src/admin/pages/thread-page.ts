// A thread: who it is with, what is open, what is due, and its texts.
import { viewThread, type ConversationView, type ThreadView } from '../../conversations/thread-view.ts';
import { given, html, type Html } from '../html.ts';
import type { AdminParts } from '../parts.ts';
import { languageWords, nameOf, numberWords, threadWords, tradeName } from '../words/party-words.ts';
import { machineWords, stateWords } from '../words/state-words.ts';
import { windowWords } from '../words/time-words.ts';
import { nothing, part, pill } from './layout.ts';
import { needOfActor } from './needs.ts';
import { box, needBox, pairs, stuckBox, timersBox, type Around } from './pieces.ts';
import { textsSection } from './text-bubbles.ts';

export const TEXTS_A_PAGE = 100;
const MOST_TEXTS = 2_000;

export interface ThreadOrder {
  readonly ref: string;
  readonly texts: number;
  readonly csrf: string;
}

/** null: no thread has this ref. */
export const threadPart = async (
  parts: AdminParts,
  order: ThreadOrder,
): Promise<{ title: string; content: Html } | null> => {
  const { clock, reads } = parts;
  const { csrf, ref } = order;
  const limit = Math.min(order.texts, MOST_TEXTS);
  const version = await reads.pulse({ page: 'thread', ref });
  const image = await reads.readThread(ref);
  if (image === null) return null;
  const thread = viewThread(image);
  const [texts, need, bookings] = await Promise.all([
    reads.textsOf(thread.id, limit + 1),
    needOfActor(parts, { kind: 'thread', image }),
    reads.refsOf('booking', bookingsOf(thread)),
  ]);
  const around = { csrf, now: clock.now(), zone: thread.zone ?? parts.zone };
  const isMore = texts.length > limit && limit < MOST_TEXTS;
  const earlier = isMore ? `/admin/threads/${ref}?texts=${String(limit + TEXTS_A_PAGE)}` : null;
  const shown = { texts: texts.slice(-limit), waiting: thread.waiting, earlier };
  const content = html`${header(thread)}
    <div class="split" data-sync data-key="split">
      ${textsSection(shown, around)}
      <div class="aside" data-sync data-key="aside">
        ${needBox(need, around, 'thread')}
        ${box('conversations', 'Conversations', conversations(thread, bookings, around))}
        ${timersBox(thread.timers, around)} ${facts(thread, around)} ${stuckBox(thread.stuck, around)}
      </div>
    </div>`;
  return { title: nameOf(thread), content: part(version, around.now, content) };
};

const bookingsOf = ({ conversations: all }: ThreadView): readonly string[] =>
  all.flatMap(({ bookingId }) => (bookingId === null ? [] : [bookingId]));

const header = (thread: ThreadView): Html =>
  html`<header class="head" data-key="head">
    <p class="crumb"><a href="/admin">Overview</a></p>
    <h1>${nameOf(thread)}</h1>
    <p class="facts">
      ${thread.name !== null && html`<span>${threadWords(thread.id)}</span>`}
      <span>${thread.isProvider ? 'Provider' : 'Homeowner'}</span>
      ${thread.hasOptedOut && html`<span class="mark" data-tone="trouble">opted out: nothing is sent</span>`}
    </p>
  </header>`;

const conversations = (thread: ThreadView, bookings: ReadonlyMap<string, string>, around: Around): Html =>
  thread.conversations.length === 0
    ? nothing('Nothing is open.')
    : html`<ul class="lines">
        ${thread.conversations.map((one) => conversation(one, bookings, around))}
      </ul>`;

const conversationName = ({ code, machine, trade }: ConversationView): Html =>
  html`${given(code, (known) => html`<span class="code">${known}</span> `)}${machineWords(machine)}${given(trade, (known) => `, ${tradeName(known).toLowerCase()}`)}`;

const conversation = (one: ConversationView, bookings: ReadonlyMap<string, string>, { now }: Around): Html => {
  const { bookingId, isOver, machine, state, window } = one;
  const { tone, words } = stateWords(machine, state);
  const ref = bookings.get(bookingId ?? '');
  const name = conversationName(one);
  return html`<li data-over="${isOver ? 'yes' : 'no'}">
    <span
      >${ref === undefined ? name : html`<a href="/admin/bookings/${ref}">${name}</a>`}
      ${given(window, (known) => html`<br /><span class="soft">${windowWords(known, now)}</span>`)}</span
    >
    ${pill(isOver && tone !== 'good' ? 'over' : tone, words)}
  </li>`;
};

const facts = (thread: ThreadView, around: Around): Html =>
  box(
    'facts',
    'Facts',
    pairs([
      ['Channel', thread.channel === 'whatsapp' ? 'WhatsApp' : 'SMS'],
      ['Address', numberWords(thread.address)],
      ['Language', languageWords(thread.language) ?? 'not known yet'],
      ['Last place', thread.area],
      ['Times are in', around.zone.replaceAll('_', ' ')],
      ['Orders waiting', thread.ordersWaiting > 0 && String(thread.ordersWaiting)],
    ]),
  );
