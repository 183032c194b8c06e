// In which order providers are asked. The same candidates always come in the same order.
import type { Candidate, ProviderProfile } from './provider.ts';

/** What a provider is taken for before anybody has rated him: so many ratings of so many tenths of a star. */
const PRIOR_RATINGS = 8;
const PRIOR_TENTHS = 45;
/** Tenths of a star that one kilometer of way costs. */
const TENTHS_PER_KILOMETER = 0.15;
/** Up to this many ratings somebody is new; the best one of them is among the first three, so that he gets his chance. */
const NEW_UNTIL = 2;
const FIRST_ASKED = 3;

/** Best first: the mean rating drawn towards the usual one while there are few, less the way; then the nearer, then by id. */
export const rankCandidates = (candidates: readonly Candidate[]): readonly Candidate[] => {
  const ranked = [...candidates].sort(byWorth);
  const newcomer = ranked.find(isNew);
  if (newcomer === undefined || ranked.indexOf(newcomer) < FIRST_ASKED) return ranked;
  const others = ranked.filter((candidate) => candidate !== newcomer);
  return [...others.slice(0, FIRST_ASKED - 1), newcomer, ...others.slice(FIRST_ASKED - 1)];
};

/** What a candidate is worth, in tenths of a star. */
export const worthOf = ({ ratingInTenths, ratings, meters }: Candidate): number => {
  const sum = (ratingInTenths ?? 0) * ratings + PRIOR_TENTHS * PRIOR_RATINGS;
  return sum / (ratings + PRIOR_RATINGS) - (meters / 1_000) * TENTHS_PER_KILOMETER;
};

const isNew = ({ ratings }: Candidate): boolean => ratings <= NEW_UNTIL;

const byWorth = (left: Candidate, right: Candidate): number =>
  worthOf(right) - worthOf(left) || left.meters - right.meters || compareIds(left.providerId, right.providerId);

const compareIds = (left: string, right: string): number => (left < right ? -1 : Number(left > right));

export interface FoundProvider {
  readonly providerId: string;
  readonly profile: ProviderProfile;
  readonly meters: number;
  readonly ratingSum: number;
  readonly ratings: number;
}

/** A provider as the search found him, as the booking knows him. */
export const candidateOf = ({ providerId, profile, meters, ratingSum, ratings }: FoundProvider): Candidate => ({
  providerId,
  thread: profile.thread,
  name: profile.name,
  language: profile.languages[0] ?? 'en',
  ratingInTenths: ratings === 0 ? null : Math.round((10 * ratingSum) / ratings),
  ratings,
  meters: Math.round(meters),
  rateInCents: profile.rateInCents,
  zone: profile.zone,
});
