import type { Place } from '../domain/place.ts';
import type { PlaceHint } from '../domain/reading.ts';
import { cityKey } from './city-names.ts';
import { findCity, findZip, nearestZip, squareDegrees, zoneAt } from './gazetteer.ts';
import type { ZipArea } from './gazetteer.ts';
import { splitUnit } from '../domain/split-unit.ts';

/** isExact is false when the ZIP was chosen for a city that has several: ask for the ZIP before it matters. */
export type PlaceFound =
  | { readonly outcome: 'found'; readonly place: Place; readonly isExact: boolean }
  | { readonly outcome: 'unknown'; readonly because: 'zip' | 'city' | 'nothing' }
  | { readonly outcome: 'ambiguous'; readonly candidates: readonly Place[] };

interface Point {
  readonly lat: number;
  readonly lon: number;
}

const MOST_CANDIDATES = 4;
const NEAR_IN_SQUARE_DEGREES = 2;

/**
 * The place behind what was said, from the embedded gazetteer. A pin wins over a ZIP, a ZIP over a city. Of a city name
 * that several states know, the nearest to `near` is taken, or one that is far larger than the others, or all are named.
 */
export function findPlace(hint: PlaceHint, near?: Point): PlaceFound {
  if (hint.lat !== null && hint.lon !== null) return fromPin(hint, hint.lat, hint.lon);
  if (hint.zip !== null) return fromZip(hint, hint.zip);
  if (hint.city !== null) return fromCity(hint, hint.city, near);
  return { outcome: 'unknown', because: 'nothing' };
}

function fromPin(hint: PlaceHint, lat: number, lon: number): PlaceFound {
  const area = nearestZip(lat, lon);
  if (!area) return { outcome: 'unknown', because: 'nothing' };
  return { outcome: 'found', place: { ...placeIn(area, hint), lat, lon, zone: zoneAt(lat, lon) }, isExact: true };
}

function fromZip(hint: PlaceHint, zip: string): PlaceFound {
  const area = findZip(zip);
  return area
    ? { outcome: 'found', place: placeIn(area, hint), isExact: true }
    : { outcome: 'unknown', because: 'zip' };
}

function fromCity(hint: PlaceHint, city: string, near?: Point): PlaceFound {
  const byState = groupByState(findCity(city, hint.state ?? undefined));
  const chosen = chooseState(byState, near);
  if (chosen?.length === 1) return { outcome: 'found', place: placeIn(middleOf(chosen), hint), isExact: true };
  if (chosen) return { outcome: 'found', place: inTheMiddle(chosen, hint), isExact: false };
  if (byState.length === 0) return { outcome: 'unknown', because: 'city' };
  const candidates = byState.sort(bySize).slice(0, MOST_CANDIDATES);
  return { outcome: 'ambiguous', candidates: candidates.map((areas) => inTheMiddle(areas, hint)) };
}

type Areas = readonly ZipArea[];

function groupByState(areas: Areas): Areas[] {
  const byState = new Map<string, ZipArea[]>();
  for (const area of areas) byState.set(area.state, [...(byState.get(area.state) ?? []), area]);
  return [...byState.values()];
}

const bySize = (a: Areas, b: Areas): number => b.length - a.length;

function chooseState(byState: readonly Areas[], near?: Point): Areas | null {
  const [first, second] = [...byState].sort(bySize);
  if (!first || !second) return first ?? null;
  return onlyNear(byState, near) ?? (first.length >= 5 * second.length ? first : null);
}

function onlyNear(byState: readonly Areas[], near?: Point): Areas | null {
  if (!near) return null;
  const isClose = (areas: Areas): boolean =>
    squareDegrees(middleOf(areas), near.lat, near.lon) < NEAR_IN_SQUARE_DEGREES;
  const close = byState.filter(isClose);
  return close.length === 1 ? (close[0] ?? null) : null;
}

function middleOf(areas: Areas): ZipArea {
  const lat = areas.reduce((sum, area) => sum + area.lat, 0) / areas.length;
  const lon = areas.reduce((sum, area) => sum + area.lon, 0) / areas.length;
  return areas.reduce((best, area) => (squareDegrees(area, lat, lon) < squareDegrees(best, lat, lon) ? area : best));
}

function placeIn(area: ZipArea, hint: PlaceHint): Place {
  const city = cityOf(area, hint);
  const { street, unit } = splitUnit(hint.street);
  return { ...area, street, unit, city, area: `${city} ${area.zip}` };
}

/** A ZIP that nobody said is not shown. */
function inTheMiddle(areas: Areas, hint: PlaceHint): Place {
  const place = placeIn(middleOf(areas), hint);
  return { ...place, area: `${place.city}, ${place.state}` };
}

/** A ZIP may serve several towns: the name that the person used is kept when its own ZIPs lie in the same state and near. */
function cityOf(area: ZipArea, hint: PlaceHint): string {
  if (hint.city === null || cityKey(hint.city) === cityKey(area.city)) return area.city;
  const same = findCity(hint.city, area.state).find((one) => squareDegrees(one, area.lat, area.lon) < 0.1);
  return same?.city ?? area.city;
}
