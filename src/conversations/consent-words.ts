// What a text says about texts themselves: STOP, START and their like, and what is agreed on with somebody who goes silent.
import { carrierWord, ownStopWord } from '../domain/opt-out.ts';
import type { Event, LiveVisit } from '../machines/events.ts';
import { visitAhead } from '../machines/job/context.ts';
import type { ActorImage } from './ports/actor.ts';
import { isLive } from './targets.ts';
import { isSms, summaryOf } from './thread-facts.ts';

const UNDER_WAY = ['booked', 'onTheWay', 'awaitingHomeowner', 'atWork'];
const BOOKED = [...visitAhead.map((state) => `job.${state}`), ...UNDER_WAY.map((state) => `visit.${state}`)];
const AGREED = ['job.awaitingLink', 'job.awaitingPayment', ...BOOKED];

/** Who changes his consent by this very text: the carrier's words, or our own. null: nobody does. */
export const consentEvent = (
  image: ActorImage,
  { body, ids }: { readonly body: string; readonly ids: readonly string[] },
): Event | null => {
  const by = isSms(image) ? 'carrierWord' : 'ownWord';
  // The accept has already set the consent; a START is recognised by what it was.
  const word = carrierWord(body, true);
  if (word === 'stop') return { type: 'consent.withdrawn', by, live: liveVisits(image) };
  if (word === 'start' && image.consent?.by === ids[0])
    return { type: 'consent.given', by, isAnythingOpen: image.machines.some((machine) => isLive(machine)) };
  return ownStopWord(body) ? { type: 'consent.withdrawn', by: 'ownWord', live: liveVisits(image) } : null;
};

/** He has said START since. */
export const isTakenBack = ({ consent }: ActorImage, sent: readonly { readonly at: Date }[]): boolean =>
  consent?.state === 'in' && sent.every(({ at }) => at < consent.at);

/** A STOP that comes after a START that was sent later: what he wants is known already. */
export const isOvertaken = (image: ActorImage, body: string, sent: readonly { readonly at: Date }[]): boolean =>
  isTakenBack(image, sent) && (carrierWord(body, true) === 'stop' || ownStopWord(body));

/** Visits that are agreed on although no more texts go out. */
export const liveVisits = ({ machines }: ActorImage): readonly LiveVisit[] =>
  machines.flatMap((stored) => {
    const state = `${stored.machine}.${stored.value}`;
    return AGREED.includes(state) ? [{ code: summaryOf(stored).code, isBooked: BOOKED.includes(state) }] : [];
  });
