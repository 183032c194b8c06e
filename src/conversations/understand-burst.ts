// What a text, or a burst of texts, says: read in the zone where the work is, with the question that is open.
import { localMinute } from '../domain/instants.ts';
import type { Reading } from '../domain/reading.ts';
import type { PlaceAnswer } from '../machines/events.ts';
import type { ActorImage, InboxItem, RawText } from './ports/actor.ts';
import { factsOf, zoneOf } from './thread-facts.ts';
import type { Tools } from './tools.ts';

/** What one reading of a burst found; kept over a lost compare-and-set if the same question is still open. */
export interface Understood {
  readonly reading: Reading;
  readonly place: PlaceAnswer | null;
}

export const rawOf = (item: InboxItem): RawText =>
  item.what.kind === 'text' ? item.what.text : { body: '', media: [], button: null, location: null };
export const bodyOf = (items: readonly InboxItem[]) =>
  items
    .map((item) => rawOf(item).button ?? rawOf(item).body)
    .join('\n')
    .slice(0, 1_600);

/** What was asked last, while it is still open: an old question would colour what is said now. */
const openQuestion = (image: ActorImage) => {
  const { asked } = factsOf(image);
  return image.machines.some(({ id, value }) => id === asked?.conversation && value === asked.state) ? asked : null;
};

/** The slow part of a turn; nothing is locked meanwhile. */
export const understandBurst = async (
  tools: Tools,
  image: ActorImage,
  items: readonly InboxItem[],
): Promise<Understood> => {
  const read = (zone: string) => readIn(tools, image, { items, zone });
  const zone = zoneOf(image) ?? tools.zone;
  const reading = await read(zone);
  const place = await placeOf(tools, items, reading);
  // "tomorrow at 9" is meant where the work is, and that may be said in this very text
  const saidZone = place?.outcome === 'found' ? place.place.zone : zone;
  return { reading: saidZone === zone ? reading : await read(saidZone), place };
};

const readIn = (
  tools: Tools,
  image: ActorImage,
  { items, zone }: { items: readonly InboxItem[]; zone: string },
): Promise<Reading> => {
  const asked = openQuestion(image);
  return tools.understand(bodyOf(items), {
    now: localMinute(tools.clock.now(), zone),
    zone,
    language: factsOf(image).language,
    asked: asked === null ? null : { kind: asked.kind, options: asked.options },
  });
};

const placeOf = async (tools: Tools, items: readonly InboxItem[], reading: Reading): Promise<PlaceAnswer | null> => {
  const location = items.map((item) => rawOf(item).location).find((found) => found !== null);
  const hint =
    location == null
      ? reading.place
      : { zip: null, city: null, state: null, street: null, number: null, ...reading.place, ...location };
  return hint === null ? null : tools.places.find(hint);
};
