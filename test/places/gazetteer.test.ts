import { describe, expect, it } from 'vitest';
import { findCity, findZip, nearestZip } from '../../src/places/gazetteer.ts';
import { TERRITORIES } from '../../src/places/territories.ts';

describe('the gazetteer', () => {
  it.each([
    ['78704', 'Austin', 'TX', 'America/Chicago'],
    ['90210', 'Beverly Hills', 'CA', 'America/Los_Angeles'],
    ['85288', 'Tempe', 'AZ', 'America/Phoenix'],
    ['89437', 'Sparks', 'NV', 'America/Los_Angeles'],
    ['10001', 'New York', 'NY', 'America/New_York'],
    ['00901', 'San Juan', 'PR', 'America/Puerto_Rico'],
    ['96913', 'Barrigada', 'GU', 'Pacific/Guam'],
    ['96931', 'Tamuning', 'GU', 'Pacific/Guam'],
    ['00820', 'Christiansted', 'VI', 'America/St_Thomas'],
    ['96799', 'Pago Pago', 'AS', 'Pacific/Pago_Pago'],
    ['96950', 'Saipan', 'MP', 'Pacific/Saipan'],
    ['96813', 'Honolulu', 'HI', 'Pacific/Honolulu'],
  ])('knows %s as %s %s in %s', (zip, city, state, zone) => {
    expect(findZip(zip)).toMatchObject({ zip, city, state, zone });
  });

  it('takes a ZIP+4 and refuses what is no ZIP', () => {
    expect(findZip('78704-1234')?.city).toBe('Austin');
    expect([findZip('00000'), findZip(''), findZip('hello')]).toEqual([null, null, null]);
  });

  it('finds a city by nickname, abbreviation and accent', () => {
    expect(findCity('philly')[0]).toMatchObject({ city: 'Philadelphia', state: 'PA' });
    expect(findCity('st. louis', 'mo').length).toBeGreaterThan(20);
    expect(findCity('Mayagüez', 'Puerto Rico').map((area) => area.zip)).toContain('00680');
    expect(findCity('Atlantis')).toEqual([]);
    expect(findCity('Austin', 'Bavaria')).toEqual([]);
  });

  it('finds the ZIP under a pin, and none at sea', () => {
    expect(nearestZip(30.2428, -97.7658)?.zip).toBe('78704');
    expect(nearestZip(0, -30)).toBeNull();
    expect(nearestZip(Number.NaN, 500)).toBeNull();
  });

  it('has each ZIP of the territories once, on its islands, and none that the GeoNames file has', () => {
    const seen: string[] = [];
    for (const line of TERRITORIES.trim().split('\n')) {
      const [, state = '', lat, lon, , runs = ''] = /^(\w\w) (\S+) (\S+) ([A-Z]\D+) (\d.*)$/.exec(line) ?? [];
      const zips = runs.split(/[ -]/);
      expect([line, ISLANDS[state]?.(Number(lat), Number(lon))]).toEqual([line, true]);
      for (const zip of zips) expect(findZip(zip)).toMatchObject({ zip, state, lat: Number(lat), lon: Number(lon) });
      seen.push(...zips);
    }
    expect(new Set(seen).size).toBe(seen.length);
  });
});

const within =
  ([south, north]: readonly [number, number], [west, east]: readonly [number, number]) =>
  (lat: number, lon: number) =>
    lat > south && lat < north && lon > west && lon < east;
const ISLANDS: Readonly<Record<string, ReturnType<typeof within>>> = {
  PR: within([17.9, 18.6], [-67.4, -65.2]),
  VI: within([17.6, 18.5], [-65.1, -64.5]),
  GU: within([13.2, 13.7], [144.6, 145]),
  AS: within([-14.6, -14.1], [-171, -169.4]),
  MP: within([14, 20.6], [144.9, 146.1]),
};
