// Who goes how far. The store finds by the largest radius; this decides for each provider.
import { distance } from '@turf/distance';
import type { Place } from './place.ts';
import type { ProviderProfile } from './provider.ts';

type Spot = Pick<Place, 'lat' | 'lon'>;

/** As the crow flies, in meters. */
export const metersBetween = (from: Spot, to: Spot): number =>
  Math.round(distance([from.lon, from.lat], [to.lon, to.lat], { units: 'meters' }));

/** Whether a provider goes there, by the radius that he named. */
export const isInServiceArea = (
  profile: Pick<ProviderProfile, 'lat' | 'lon' | 'radiusInMeters'>,
  place: Spot,
): boolean => metersBetween(profile, place) <= profile.radiusInMeters;
