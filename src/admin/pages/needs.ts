// Who needs a person: what was alerted and what got stuck, one entry an actor, the most urgent and then the longest waiting first.
import type { FoundActor, OpenAlert } from '../../conversations/ports/dashboard.ts';
import type { StuckItem } from '../../conversations/ports/actor.ts';
import { viewBooking } from '../../conversations/booking-view.ts';
import { viewThread } from '../../conversations/thread-view.ts';
import { html, type Html } from '../html.ts';
import type { AdminParts } from '../parts.ts';
import { nameOf, tradeName } from '../words/party-words.ts';
import { alertRank, alertWords, spelled } from '../words/state-words.ts';
import { spanTime } from '../words/time-words.ts';
import { csrfField } from './layout.ts';

interface Reason {
  readonly words: string;
  readonly rank: number;
  readonly at: Date;
}

export interface Need {
  readonly ref: string;
  readonly title: string;
  readonly href: string | null;
  readonly reasons: readonly Reason[];
  readonly since: Date;
  /** of the newest reason: what comes later is not looked after with it */
  readonly until: Date;
}

const SHOWN = 100;

const alertReason = ({ about, at }: OpenAlert): Reason => ({ words: alertWords(about), rank: alertRank(about), at });

const stuckReason = ({ at, kind, type }: StuckItem): Reason => ({
  words: `Stuck ${kind}: ${spelled(type).toLowerCase()}`,
  rank: alertRank('abandoned'),
  at,
});

const needOf = (ref: string, place: Pick<Need, 'href' | 'title'>, reasons: readonly Reason[]): Need => {
  const times = reasons.map(({ at }) => at.getTime());
  const latest = new Map(
    [...reasons].sort((a, b) => a.at.getTime() - b.at.getTime()).map((reason) => [reason.words, reason]),
  );
  return {
    ref,
    ...place,
    reasons: [...latest.values()].sort((a, b) => a.rank - b.rank),
    since: new Date(Math.min(...times)),
    until: new Date(Math.max(...times)),
  };
};

/** What to call an actor, and the page that shows it. */
export const placeOf = ({ image, kind }: FoundActor): Pick<Need, 'href' | 'title'> => {
  if (kind === 'thread') return { title: nameOf(viewThread(image)), href: `/admin/threads/${image.ref}` };
  if (kind === 'provider') {
    const { name = 'A provider' } = (image.facts['profile'] ?? {}) as { readonly name?: string };
    return { title: name, href: `/admin/at/${image.ref}` };
  }
  const booking = viewBooking(image);
  const title = booking === null ? 'A new booking' : `${booking.code ?? ''} ${tradeName(booking.job.trade)}`.trim();
  return { title, href: `/admin/bookings/${image.ref}` };
};

export const readNeeds = async ({ reads }: AdminParts): Promise<readonly Need[]> => {
  const [alerts, stuck] = await Promise.all([reads.listAlerts(SHOWN), reads.listStuck(SHOWN)]);
  const reasons = new Map<string, Reason[]>();
  const add = (ref: string, reason: Reason) => reasons.set(ref, [...(reasons.get(ref) ?? []), reason]);
  for (const alert of alerts) add(alert.ref, alertReason(alert));
  for (const { image } of stuck) for (const item of image.stuck) add(image.ref, stuckReason(item));
  const actors = new Map((await reads.resolve([...reasons.keys()])).map((actor) => [actor.image.ref, actor]));
  return [...reasons]
    .map(([ref, all]) => {
      const actor = actors.get(ref);
      return needOf(ref, actor === undefined ? { title: 'Nobody known', href: null } : placeOf(actor), all);
    })
    .sort(byUrgency);
};

/** The same, of one actor; null: nobody is needed. */
export const needOfActor = async ({ reads }: AdminParts, actor: FoundActor): Promise<Need | null> => {
  const [alerts, all] = await Promise.all([reads.alertsOf(actor.image.ref), reads.listStuck(SHOWN)]);
  const stuck = all.find(({ image: { ref } }) => ref === actor.image.ref)?.image.stuck ?? [];
  const reasons = [...alerts.map(alertReason), ...stuck.map(stuckReason)];
  return reasons.length === 0 ? null : needOf(actor.image.ref, placeOf(actor), reasons);
};

const rankOf = ({ reasons }: Need): number => Math.min(...reasons.map(({ rank }) => rank));
const byUrgency = (left: Need, right: Need): number =>
  rankOf(left) - rankOf(right) || left.since.getTime() - right.since.getTime();

interface Around {
  readonly csrf: string;
  readonly now: Date;
  readonly zone: string;
  /** where to go when it is looked after */
  readonly back: 'overview' | 'thread' | 'booking';
}

export const needRow = (need: Need, { back, csrf, now, zone }: Around): Html =>
  html`<li class="need" data-key="${need.ref}" data-urgent="${rankOf(need) === 0 ? 'yes' : 'no'}">
    <div>
      ${back === 'overview' && html`<p class="need-who">${need.href === null ? need.title : html`<a href="${need.href}">${need.title}</a>`}</p>`}
      <ul class="reasons">
        ${need.reasons.map(({ at, words }) => html`<li><strong>${words}</strong> <span class="soft">${spanTime(at, now, zone)}</span></li>`)}
      </ul>
    </div>
    <form method="post" action="/admin/looked-after">
      ${csrfField(csrf)}
      <input type="hidden" name="ref" value="${need.ref}" />
      <input type="hidden" name="until" value="${need.until.toISOString()}" />
      <input type="hidden" name="back" value="${back}" />
      <button class="button" type="submit" id="done-${need.ref}">
        Done<span class="unseen"> with ${need.title}</span>
      </button>
    </form>
  </li>`;
