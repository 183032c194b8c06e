import type { Places } from '../conversations/ports.ts';
import type { PlaceHint } from '../domain/reading.ts';
import { findPlace } from './find-place.ts';

/**
 * What the gazetteer makes of a place, as machines hear it. A city that has several ZIPs is found too, but its area names
 * no ZIP: the machines ask for it before anybody drives there.
 */
export const answerPlace = (hint: PlaceHint): Awaited<ReturnType<Places['find']>> => {
  const found = findPlace(hint);
  if (found.outcome === 'ambiguous') return { outcome: 'ambiguous', options: found.candidates };
  return found.outcome === 'found' ? { outcome: 'found', place: found.place } : { outcome: 'unknown' };
};
