// The demo city: Austin, Texas. What 64 providers there would say of themselves; they are signed up like anybody else.
import { threadId } from './actor.ts';
import type { DayHours, ProviderProfile } from './provider.ts';
import type { Language } from './reading.ts';
import { usualPrice, type TradeId } from './trades.ts';

const NAMES = [
  'Dana',
  'Miguel',
  'Priya',
  'Tom',
  'Lucia',
  'Andre',
  'Grace',
  'Hector',
  'Wei',
  'Rosa',
  'Caleb',
  'Nadia',
  'Omar',
  'Beth',
  'Javier',
  'Keisha',
  'Sam',
  'Elena',
  'Victor',
  'Maya',
  'Carlos',
  'Ruth',
  'Jamal',
  'Ines',
  'Pete',
  'Sofia',
  'Darnell',
  'Amy',
  'Raul',
  'Linh',
  'Marcus',
  'Carmen',
  'Joel',
  'Teresa',
  'Kofi',
  'Hannah',
  'Luis',
  'Fatima',
  'Greg',
  'Pilar',
  'Dmitri',
  'Alma',
  'Trey',
  'Nora',
  'Ramon',
  'Joy',
  'Isaac',
  'Blanca',
  'Cody',
  'Mei',
  'Tomas',
  'Erin',
  'Felix',
  'Yolanda',
  'Ben',
  'Ximena',
  'Arjun',
  'Paula',
  'Wade',
  'Silvia',
  'Reggie',
  'Clara',
  'Diego',
  'June',
] as const;

/** Spanish is the first language of these. */
const SPANISH = new Set([
  'Miguel',
  'Lucia',
  'Hector',
  'Rosa',
  'Javier',
  'Carlos',
  'Raul',
  'Carmen',
  'Luis',
  'Pilar',
  'Ramon',
  'Blanca',
  'Tomas',
  'Ximena',
  'Silvia',
  'Diego',
]);

const TRADES: readonly (readonly TradeId[])[] = [
  ['plumbing'],
  ['electrical'],
  ['hvac'],
  ['handyman', 'assembly_mounting', 'drywall'],
  ['plumbing', 'water_mold_restoration'],
  ['house_cleaning', 'carpet_cleaning'],
  ['lawn_landscaping', 'tree_service'],
  ['appliance_repair'],
  ['locksmith', 'garage_door'],
  ['painting', 'drywall'],
  ['pest_control'],
  ['roofing', 'gutters'],
  ['moving', 'junk_removal'],
  ['electrical', 'handyman'],
  ['plumbing', 'handyman'],
  ['fence_deck', 'flooring', 'windows_glass'],
];

/** ZIP codes of the city with their middles (GeoNames, CC BY 4.0). */
const ZIPS: readonly (readonly [zip: string, lat: number, lon: number])[] = [
  ['78704', 30.2428, -97.7658],
  ['78745', 30.2063, -97.7956],
  ['78702', 30.2638, -97.7166],
  ['78741', 30.2315, -97.7223],
  ['78703', 30.2907, -97.7648],
  ['78757', 30.3437, -97.7316],
  ['78751', 30.3093, -97.7242],
  ['78723', 30.3085, -97.6849],
  ['78744', 30.1876, -97.7472],
  ['78749', 30.2166, -97.8508],
  ['78758', 30.3764, -97.7078],
  ['78731', 30.3471, -97.7609],
  ['78748', 30.1743, -97.8225],
  ['78746', 30.2971, -97.8181],
  ['78753', 30.3649, -97.6827],
  ['78660', 30.4421, -97.6299],
  ['78721', 30.2721, -97.6868],
];

const ZONE = 'America/Chicago';
const hours = (from: number, to: number): DayHours => [{ fromMinute: from * 60, toMinute: to * 60 }];
const WEEKS: readonly ProviderProfile['hours'][] = [
  [hours(8, 18), hours(8, 18), hours(8, 18), hours(8, 18), hours(8, 18), hours(9, 14), []],
  [hours(7, 20), hours(7, 20), hours(7, 20), hours(7, 20), hours(7, 20), hours(7, 20), hours(7, 20)],
  [hours(9, 21), hours(9, 21), hours(9, 21), hours(9, 21), hours(9, 21), hours(9, 21), hours(10, 18)],
];
/** None is below what a homeowner hears that most jobs cost. */
const RATES = [9_900, 12_900, 11_500, 14_500, 8_900, 13_500, 10_900, 15_900];

const at = <Item>(list: readonly Item[], index: number): Item => list[index % list.length] as Item;

export interface DemoProvider {
  readonly providerId: string;
  readonly profile: ProviderProfile;
  /** what earlier customers gave, so that the city is not new to itself */
  readonly stars: readonly number[];
}

const starsOf = (index: number): readonly number[] =>
  Array.from({ length: (index * 5) % 9 }, (_, rating) => ((index + rating) % 7 === 3 ? 4 : 5));

const providerAt = (name: string, index: number): DemoProvider => {
  const [zip, lat, lon] = at(ZIPS, index);
  const trades = at(TRADES, index);
  const languages: readonly Language[] = SPANISH.has(name) ? ['es', 'en'] : ['en'];
  const profile: ProviderProfile = {
    name,
    business: null,
    thread: threadId('sms', `+173755501${String(index).padStart(2, '0')}`),
    languages,
    trades,
    zip,
    lat,
    lon,
    zone: ZONE,
    radiusInMeters: 25_000 + (index % 4) * 8_000,
    hours: at(WEEKS, index),
    rateInCents: Math.max(at(RATES, index), ...trades.map((trade) => usualPrice(trade).low)),
    takesEmergencies: index % 2 === 0,
    maxVisitsADay: 3 + (index % 3),
  };
  return { providerId: `demo-${String(index).padStart(2, '0')}`, profile, stars: starsOf(index) };
};

/** Always the same 64 providers, numbers +1 737 555 0100 to 0163, over 22 trades. */
export const demoCity = (): readonly DemoProvider[] => NAMES.map(providerAt);
