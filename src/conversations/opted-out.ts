// What somebody writes who wants no texts from us: it is not answered, but what cannot be left lying comes to a person, who can call.
import type { Reading } from '../domain/reading.ts';
import type { AlertReason } from '../machines/effects.ts';
import { liveVisits } from './consent-words.ts';
import type { Order } from './plan.ts';
import type { ActorImage } from './ports/actor.ts';

const alert = (about: AlertReason, code: string | null): readonly Order[] => [
  { conversation: null, effect: { type: 'alertPerson', about, code } },
];

/** Whom to tell of a text that nothing may answer: of a danger always, of other words when a visit of his is agreed on. */
export const heardInSilence = (image: ActorImage, { danger }: Reading): readonly Order[] => {
  const visits = liveVisits(image);
  const visit = visits.find(({ isBooked }) => isBooked) ?? visits[0];
  const code = visit?.code ?? null;
  if (danger !== null) return alert('danger', code);
  return visit === undefined ? [] : alert('wroteOptedOut', code);
};
