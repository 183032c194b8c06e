/** How far around the property providers are looked for, ring after ring, in meters (8, 16, 32 and 50 km). */
const RINGS = [8_000, 16_000, 32_000, 50_000] as const;

/** The radius of a ring, counted from 0; null when that is further than anybody is asked. */
export const ringRadius = (ring: number): number | null => RINGS[ring] ?? null;
