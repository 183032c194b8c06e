// The first page: who needs a person, live bookings, and the threads with the newest texts.
import { RESTING, viewBooking, type BookingView } from '../../conversations/booking-view.ts';
import type { ListedThread, Topic } from '../../conversations/ports/dashboard.ts';
import { viewThread, type ConversationView, type ThreadView } from '../../conversations/thread-view.ts';
import { given, html, type Html } from '../html.ts';
import type { AdminParts } from '../parts.ts';
import { languageWords, moneyWords, nameOf, threadWords, tradeName } from '../words/party-words.ts';
import { stateWords } from '../words/state-words.ts';
import { spanTime, windowWords } from '../words/time-words.ts';
import { nothing, part, pill } from './layout.ts';
import { needRow, readNeeds, type Need } from './needs.ts';

export const OVERVIEW: Topic = { page: 'overview', without: RESTING };

const BOOKINGS = 200;
const THREADS = 60;
const STATES_SHOWN = 3;

interface Around {
  readonly now: Date;
  readonly zone: string;
  readonly csrf: string;
  /** refs of those who need a person */
  readonly needy: ReadonlySet<string>;
}

export const overviewPart = async (parts: AdminParts, csrf: string): Promise<Html> => {
  const { clock, reads, zone } = parts;
  const version = await reads.pulse(OVERVIEW);
  const [needs, bookings, threads] = await Promise.all([
    readNeeds(parts),
    reads.listBookings({ without: RESTING, limit: BOOKINGS }),
    reads.listThreads(THREADS),
  ]);
  const around = { now: clock.now(), zone, csrf, needy: new Set(needs.map(({ ref }) => ref)) };
  const views = bookings.flatMap((image) => viewBooking(image) ?? []);
  return part(
    version,
    around.now,
    html`<h1 class="unseen">Overview</h1>
      ${needsSection(needs, around)}
      <div class="columns" data-sync data-key="columns">
        ${bookingsSection(views, around)}${threadsSection(threads, around)}
      </div>`,
  );
};

const heading = (words: string, count: number): Html =>
  html`<h2 data-key="heading">${words}${count > 0 && html` <span class="count">${count}</span>`}</h2>`;

const needsSection = (needs: readonly Need[], around: Around): Html =>
  html`<section class="needs" id="needs" data-sync data-key="needs" data-calm="${needs.length === 0 ? 'yes' : 'no'}">
    ${heading('Needs a person', needs.length)}
    ${
      needs.length === 0
        ? nothing('Nobody is waiting for a person.')
        : html`<ul class="need-list" data-sync data-key="list">
            ${needs.map((need) => needRow(need, { ...around, back: 'overview' }))}
          </ul>`
    }
  </section>`;

const bookingsSection = (bookings: readonly BookingView[], around: Around): Html =>
  html`<section class="card" id="bookings" data-sync data-key="bookings">
    ${heading('Live bookings', bookings.length)}
    ${
      bookings.length === 0
        ? nothing('No booking is under way. One begins when a homeowner sends a request.')
        : html`<ol class="rows" data-sync data-key="list">
            ${bookings.map((booking) => bookingRow(booking, around))}
          </ol>`
    }
  </section>`;

const needMark = ({ needy }: Around, ref: string): Html | false =>
  needy.has(ref) && html`<span class="mark" data-tone="trouble">needs a person</span>`;

export const bookingRow = (booking: BookingView, around: Around): Html => {
  const { code, homeowner, job, place, price, provider, ref, since, state, window } = booking;
  const { tone, words } = stateWords('booking', state);
  return html`<li data-key="${ref}">
    <a class="row" id="to-${ref}" href="/admin/bookings/${ref}">
      <span class="row-first">
        <span class="code">${code ?? '··'}</span>
        <span class="row-title">${tradeName(job.trade)} <span class="soft">${place.area}</span></span>
        ${needMark(around, ref)} ${pill(tone, words)}
      </span>
      <span class="facts">
        ${window !== null && html`<span>${windowWords(window, around.now)}</span>`}
        <span>${homeowner.name ?? threadWords(homeowner.thread)}</span>
        <span>${provider === null ? 'no provider yet' : html`with ${provider.name}`}</span>
        ${price !== null && html`<span>${moneyWords(price.total.cents)}</span>`}
        ${since !== null && html`<span>so for ${spanTime(since, around.now, place.zone)}</span>`}
      </span>
    </a>
  </li>`;
};

const threadsSection = (threads: readonly ListedThread[], around: Around): Html =>
  html`<section class="card" id="threads" data-sync data-key="threads">
    ${heading('Threads', threads.length)}
    ${
      threads.length === 0
        ? nothing('Nobody has texted yet.')
        : html`<ol class="rows" data-sync data-key="list">
            ${threads.map((thread) => threadRow(thread, around))}
          </ol>`
    }
  </section>`;

const statePill = ({ code, machine, state }: ConversationView): Html => {
  const { tone, words } = stateWords(machine, state);
  return pill(tone, code === null ? words : `${code} ${words}`);
};

/** What is open in a thread, and when nothing is, what ended last. */
const statesOf = (conversations: readonly ConversationView[]): Html => {
  const open = conversations.filter(({ isOver }) => !isOver);
  const shown = open.length > 0 ? open : conversations.slice(0, 1);
  const more = shown.length - STATES_SHOWN;
  return html`${shown.slice(0, STATES_SHOWN).map(statePill)}
  ${more > 0 && html`<span class="soft">and ${more} more</span>`}`;
};

const lastLine = ({ body, direction }: NonNullable<ListedThread['last']>): Html =>
  html`<span class="preview">${direction === 'out' && html`<span class="soft">Us: </span>`}${body}</span>`;

const threadFacts = ({ conversations, hasOptedOut, isProvider, language }: ThreadView): Html =>
  html`<span class="facts"
    ><span>${isProvider ? 'Provider' : 'Homeowner'}</span>
    ${given(languageWords(language), (words) => html`<span>${words}</span>`)}
    ${hasOptedOut && html`<span class="mark" data-tone="over">opted out</span>`} ${statesOf(conversations)}</span
  >`;

export const threadRow = ({ image, last }: ListedThread, around: Around): Html => {
  const thread = viewThread(image);
  const zone = thread.zone ?? around.zone;
  return html`<li data-key="${thread.ref}">
    <a class="row" id="to-${thread.ref}" href="/admin/threads/${thread.ref}">
      <span class="row-first"
        ><span class="row-title"
          >${nameOf(thread)}
          ${given(thread.name, () => html`<span class="soft">${threadWords(thread.id)}</span>`)}</span
        >
        ${needMark(around, thread.ref)}
        ${given(last, ({ at }) => html`<span class="soft when">${spanTime(at, around.now, zone)}</span>`)}</span
      >
      ${given(last, lastLine)} ${threadFacts(thread)}
    </a>
  </li>`;
};
