import type { PlaceHint } from '../domain/reading.ts';
import type { PlaceAnswer } from '../machines/events.ts';
import { findPlace } from './find-place.ts';

/** What the gazetteer makes of a place, as machines hear it: a city that has several ZIPs is not yet a place to drive to. */
export const answerPlace = (hint: PlaceHint): PlaceAnswer => {
  const found = findPlace(hint);
  if (found.outcome === 'ambiguous') return { outcome: 'ambiguous', options: found.candidates };
  return found.outcome === 'found' && found.isExact ? { outcome: 'found', place: found.place } : { outcome: 'unknown' };
};
