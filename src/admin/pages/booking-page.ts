// A booking: how far it is, its parties, its visit, its offers, its money, what is due and what waits.
import { viewBooking, type BookingView, type WaitingOrder } from '../../conversations/booking-view.ts';
import { html, type Html, type Part } from '../html.ts';
import type { AdminParts } from '../parts.ts';
import { languageWords, milesWords, moneyWords, threadWords, tradeName } from '../words/party-words.ts';
import { offerWords, spelled, stateWords } from '../words/state-words.ts';
import { momentWords, spanTime, windowWords } from '../words/time-words.ts';
import { moneyBox, priceBox } from './booking-money.ts';
import { nothing, part, pill } from './layout.ts';
import { needOfActor } from './needs.ts';
import { box, needBox, pairs, stuckBox, timersBox, type Around } from './pieces.ts';

type Refs = ReadonlyMap<string, string>;

/** null: no booking has this ref. */
export const bookingPart = async (
  parts: AdminParts,
  { csrf, ref }: { readonly csrf: string; readonly ref: string },
): Promise<{ title: string; content: Html } | null> => {
  const { clock, reads } = parts;
  const version = await reads.pulse({ page: 'booking', ref });
  const image = await reads.readBooking(ref);
  const booking = image === null ? null : viewBooking(image);
  if (image === null || booking === null) return null;
  const [entries, need, threads] = await Promise.all([
    reads.ledgerOf(booking.id),
    needOfActor(parts, { kind: 'booking', image }),
    reads.refsOf('thread', [booking.homeowner.thread, ...booking.offers.map(({ candidate }) => candidate.thread)]),
  ]);
  const around = { csrf, now: clock.now(), zone: booking.place.zone };
  const content = html`${header(booking, around)} ${steps(booking)}
    <div class="split" data-sync data-key="split">
      <div class="aside" data-sync data-key="first">
        ${needBox(need, around, 'booking')} ${visitBox(booking, around)} ${offersBox(booking, threads, around)}
        ${moneyBox(booking, entries, around)}
      </div>
      <div class="aside" data-sync data-key="second">
        ${partiesBox(booking, threads)} ${priceBox(booking)} ${timersBox(booking.timers, around)}
        ${waitingBox(booking, around)} ${stuckBox(booking.stuck, around)}
      </div>
    </div>`;
  return { title: titleOf(booking), content: part(version, around.now, content) };
};

const titleOf = ({ code, job }: BookingView): string => `${code ?? 'New'} ${tradeName(job.trade)}`;

const header = (booking: BookingView, { now, zone }: Around): Html => {
  const { code, job, since, state } = booking;
  const { tone, words } = stateWords('booking', state);
  return html`<header class="head" data-key="head">
    <p class="crumb"><a href="/admin">Overview</a></p>
    <h1>${code !== null && html`<span class="code">${code}</span> `}${tradeName(job.trade)}</h1>
    <p class="facts">
      ${pill(tone, words)} ${since !== null && html`<span class="soft">so for ${spanTime(since, now, zone)}</span>`}
      ${job.urgency === 'emergency' && html`<span class="mark" data-tone="trouble">emergency</span>`}
    </p>
  </header>`;
};

const STEPS = ['Sent', 'Provider', 'Payment', 'Visit', 'Approval', 'Payout'] as const;

const STEP_OF: Readonly<Record<string, number>> = {
  naming: 0,
  findingProviders: 1,
  choosingWave: 1,
  awaitingAcceptance: 1,
  holdingSlot: 1,
  awaitingChoice: 1,
  awaitingTime: 1,
  makingLink: 2,
  awaitingPayment: 2,
  closingLink: 2,
  awaitingReceipt: 2,
  retakingSlot: 2,
  booked: 3,
  onTheWay: 3,
  atWork: 3,
  awaitingApproval: 4,
  disputed: 4,
  choosingPayout: 5,
  awaitingCharge: 5,
  payingOut: 5,
  payoutBlocked: 5,
  settled: 6,
};

/** How far it is; a booking that ended otherwise has no way any more. */
const steps = ({ state }: BookingView): Html | false => {
  const current = STEP_OF[state];
  if (current === undefined) return false;
  const stageOf = (index: number) => (index < current ? 'done' : index === current ? 'now' : 'ahead');
  return html`<ol class="steps" data-key="steps" aria-label="How far it is">
    ${STEPS.map((name, index) => html`<li data-stage="${stageOf(index)}" ${index === current && html`aria-current="step"`}>${name}</li>`)}
  </ol>`;
};

const threadLink = (words: string, thread: string, refs: Refs): Part => {
  const ref = refs.get(thread);
  return ref === undefined ? words : html`<a href="/admin/threads/${ref}">${words}</a>`;
};

const visitBox = ({ job, place, window, windows }: BookingView, { now }: Around): Html =>
  box(
    'visit',
    'Visit',
    pairs([
      ['Said', html`<q>${job.words}</q>`],
      ['Window', window === null ? 'not known yet' : windowWords(window, now)],
      [
        'Also fits',
        windows.filter(({ start }) => start !== window?.start).map((other) => html`${windowWords(other, now)}<br />`),
      ],
      ['Place', [place.street, place.unit, place.area].filter((line) => line !== null && line !== '').join(', ')],
    ]),
  );

const partiesBox = ({ homeowner, provider }: BookingView, refs: Refs): Html =>
  box(
    'parties',
    'Parties',
    pairs([
      ['Homeowner', threadLink(homeowner.name ?? threadWords(homeowner.thread), homeowner.thread, refs)],
      ['Number', homeowner.name !== null && threadWords(homeowner.thread)],
      ['Language', languageWords(homeowner.language)],
      ['Provider', provider === null ? 'nobody yet' : threadLink(provider.name, provider.thread, refs)],
      ['Number', provider !== null && threadWords(provider.thread)],
      ['Language', provider !== null && languageWords(provider.language)],
    ]),
  );

const offersBox = ({ offers }: BookingView, refs: Refs, { now }: Around): Html =>
  box(
    'offers',
    'Offers',
    offers.length === 0
      ? nothing('Nobody has been asked yet.')
      : html`<ul class="lines">
          ${[...offers].reverse().map(({ candidate, state, wave, window }) => {
            const { tone, words } = offerWords(state);
            const terms = `${moneyWords(candidate.rateInCents)}, ${milesWords(candidate.meters)}, wave ${String(wave)}`;
            return html`<li>
              <span
                >${threadLink(candidate.name, candidate.thread, refs)} <span class="soft">${terms}</span><br /><span
                  class="soft"
                  >${windowWords(window, now)}</span
                ></span
              >
              ${pill(tone, words)}
            </li>`;
          })}
        </ul>`,
  );

const waitingWords = ({ letter, type }: WaitingOrder): string =>
  letter === null ? spelled(type) : `Letter: ${spelled(letter.event).toLowerCase()}`;

const waitingBox = ({ waiting }: BookingView, { now, zone }: Around): Html | false =>
  waiting.length > 0 &&
  box(
    'waiting',
    'Waiting to be done',
    html`<ul class="lines">
      ${waiting.map(
        (order) =>
          html`<li>
            <span
              >${waitingWords(order)}${order.tries > 0 && html` <span class="soft">${order.tries} tries</span>`}</span
            >
            <span class="soft"
              >${order.nextAt === null ? spanTime(order.at, now, zone) : momentWords(order.nextAt, now, zone)}</span
            >
          </li>`,
      )}
    </ul>`,
  );
