import { describe, expect, it } from 'vitest';
import { findCity, findZip, nearestZip } from '../../src/places/gazetteer.ts';

describe('the gazetteer', () => {
  it.each([
    ['78704', 'Austin', 'TX', 'America/Chicago'],
    ['90210', 'Beverly Hills', 'CA', 'America/Los_Angeles'],
    ['85288', 'Tempe', 'AZ', 'America/Phoenix'],
    ['89437', 'Sparks', 'NV', 'America/Los_Angeles'],
    ['10001', 'New York', 'NY', 'America/New_York'],
    ['00901', 'San Juan', 'PR', 'America/Puerto_Rico'],
    ['96913', 'Tamuning', 'GU', 'Pacific/Guam'],
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
});
