// Providers as the search reads them: facts of the provider actor, found by trade and distance, decided by the domain.
import type { Model } from 'mongoose';
import type { StoredActor } from './actor-models.ts';
import type { ProviderSearch, SearchedProvider } from '../conversations/ports.ts';
import type { ProviderProfile } from '../domain/provider.ts';

interface Facts {
  readonly profile: ProviderProfile;
  readonly accountId?: string;
  readonly ratingSum?: number;
  readonly ratings?: number;
}

const factsOf = (image: { facts: unknown }) => image.facts as Facts;

export const makeProviderSearch = (model: Model<StoredActor>): ProviderSearch => ({
  near: async ({ trade, lat, lon, radiusInMeters, skip, limit }) => {
    const found = await model.collection
      .aggregate([
        {
          $geoNear: {
            near: { type: 'Point', coordinates: [lon, lat] },
            key: 'facts.location',
            distanceField: 'meters',
            maxDistance: radiusInMeters,
            query: { 'facts.trades': trade, 'facts.isActive': true },
          },
        },
        // Everybody names his own radius; 2dsphere knows only the largest.
        { $match: { $expr: { $lte: ['$meters', '$facts.profile.radiusInMeters'] } } },
        { $skip: skip },
        { $limit: limit },
        { $project: { facts: 1, meters: 1 } },
      ])
      .toArray();
    return found.map((row): SearchedProvider => {
      const facts = factsOf(row as never);
      return {
        providerId: String(row['_id']),
        profile: facts.profile,
        meters: Math.round(row['meters'] as number),
        ratingSum: facts.ratingSum ?? 0,
        ratings: facts.ratings ?? 0,
      };
    });
  },
  byId: async (providerId) => {
    const row = await model.collection.findOne({ _id: providerId as never }, { projection: { facts: 1 } });
    if (row === null) return null;
    const facts = factsOf(row as never);
    return { accountId: facts.accountId ?? null, profile: facts.profile };
  },
  byAccount: async (accountId) => {
    const row = await model.collection.findOne({ 'facts.accountId': accountId }, { projection: { _id: 1 } });
    return row === null ? null : String(row._id);
  },
});
