// What every text is tried with: usual values, and the longest that can really come.
import type { ArrivalWindow } from '../../../src/domain/arrival-window.ts';
import type { Place } from '../../../src/domain/place.ts';

/** For each key: usual parameters, and the worst case for its length. */
export type Samples<Keys> = {
  readonly [Key in keyof Keys]: Keys[Key] extends (params: infer Params) => string
    ? { readonly typical: Params; readonly longest: Params }
    : never;
};

const zone = 'America/Chicago';

export const now = '2026-11-24T15:10:00Z';
export const until = { at: '2026-11-24T21:40:00Z', zone };
export const farUntil = { at: '2026-12-30T22:45:00Z', zone };
export const window: ArrivalWindow = { start: '2026-11-26T21:00:00Z', end: '2026-11-26T23:00:00Z', zone };
/** "Wed Dec 30, 10:30 am-12:30 pm" */
export const longWindow: ArrivalWindow = { start: '2026-12-30T16:30:00Z', end: '2026-12-30T18:30:00Z', zone };

export const place: Place = {
  street: '1204 Oak Hill Rd',
  unit: null,
  city: 'Austin',
  state: 'TX',
  zip: '78704',
  lat: 30.24,
  lon: -97.76,
  zone,
  area: 'Austin 78704',
};
export const longPlace: Place = {
  ...place,
  street: '12045 Old San Antonio Bandera Highway Northwest Frontage Road',
  unit: 'building 12, apartment 1204B',
  city: 'Rancho Santa Margarita',
  area: 'Rancho Santa Margarita 92688',
};

export const name = 'Dana';
/** Names are cut where they are said. */
export const longName = 'Maximiliano Fernandez de la Reguera y Montes de Oca Plumbing LLC';
export const code = 'K7';
export const longCode = 'K7WQ';
export const url = 'https://fixline.example/p/Jr2kq9Xs4T';
export const longUrl = 'https://texts.fixline-homeservices.example.com/p/Jr2kq9Xs4TJr2kq9Xs4T';
export const money = { cents: 12900, currency: 'USD' } as const;
export const longMoney = { cents: 1234567, currency: 'USD' } as const;
