import type { Place } from '../../domain/place.ts';
import { splitUnit } from '../../domain/split-unit.ts';
import type { PlaceHint } from '../../domain/reading.ts';
import { isExact, type AskingState, type Draft, type TextReceived } from './draft.ts';

const MOST_CHOICES = 3;
const SAME =
  /\b(?:same|my|usual) (?:address|place|house|home)\b|\b(?:misma|mi) (?:direcci[oó]n|casa)\b|^(?:the )?same(?: one)?\W*$|^la misma\W*$/i;
const NOT_SAID: PlaceHint = { zip: null, city: null, state: null, street: null, number: null, lat: null, lon: null };

/** The place of a text, wherever it came; a street is kept until its ZIP is known, and the other way round. */
export function takePlace(draft: Draft, event: TextReceived, state: AskingState): Draft {
  const { place: hint } = event.reading;
  if (hint === null && event.place === null) return takeWords(draft, event.reading.words, state);
  const said = hint ?? NOT_SAID;
  const known = said.street === null ? withUnit(draft, said.unit) : { ...draft, street: said.street };
  return takeAnswer({ ...known, places: [] }, event, said);
}

/** "Apt 3c" without its street: it takes the place of the one that was said. */
function withUnit(draft: Draft, unit: string | undefined): Draft {
  if (unit === undefined) return draft;
  if (draft.place !== null && draft.place.street !== null) return { ...draft, place: { ...draft.place, unit } };
  const { street } = splitUnit(draft.street);
  return street === null ? draft : { ...draft, street: `${street} ${unit}` };
}

export const withPlace = (draft: Draft, place: Place): Draft => ({
  ...draft,
  place,
  street: place.street ?? draft.street,
  places: [],
  placeMisses: 0,
});

function takeAnswer(draft: Draft, { place: answer }: TextReceived, hint: PlaceHint): Draft {
  if (answer?.outcome === 'found') return takeFound(draft, answer.place, hint);
  if (answer?.outcome === 'ambiguous') return { ...draft, places: answer.options.slice(0, MOST_CHOICES), place: null };
  const isStreetOnly = hint.zip === null && hint.city === null;
  return isStreetOnly
    ? withStreet(draft, hint.street)
    : { ...draft, placeMisses: draft.placeMisses + 1, lead: 'placeUnknown' };
}

/** "1204 Oak Hill Rd Austin" after a ZIP of Austin: the ZIP is the better answer. */
function takeFound(draft: Draft, found: Place, hint: PlaceHint): Draft {
  const known = draft.place;
  const isKnownBetter = known !== null && isExact(known) && !isExact(found) && known.city === found.city;
  if (isKnownBetter) return withStreet(draft, hint.street);
  const street = found.street ?? draft.street;
  return withPlace({ ...draft, street }, { ...found, street });
}

/** A new street in a place that we know: its unit was the old street's. */
function withStreet(draft: Draft, street: string | null): Draft {
  if (street === null) return draft;
  const place = draft.place === null ? null : { ...draft.place, street, unit: null };
  return { ...draft, street, place };
}

/** No place was found in it: it may be the last one, or (when the street was asked for) anything with letters and a number. */
function takeWords(draft: Draft, words: string, state: AskingState): Draft {
  if (draft.lastPlace !== null && SAME.test(words)) return withPlace(draft, draft.lastPlace);
  const corrected = correctedStreet(draft, words);
  if (corrected !== null) return withStreet(draft, corrected);
  return state === 'askingPlace' && isStreetAsked(draft) && looksLikeStreet(words) ? withStreet(draft, words) : draft;
}

const NUMBERS = [
  /\b(?:house |street )?number (?:is |should be )?(\d{1,6})\b/i,
  /\bn[uú]mero (?:es |de casa es )?(?:el )?(\d{1,6})\b/i,
  /\b(\d{1,6})\b,? (?:not|no|y no) (?:el )?\d{1,6}\b/i,
  // "no its 1501": a time or a choice has fewer digits
  /^\W*(?:(?:no|nope|oops|ups|sorry|wait|actually|perd[oó]n|espere?)\W+)*(?:its|it's|it is|it should be|should be|i meant|quise decir|digo|es|era|no|oops|sorry)\W+(?:actually )?(?:el )?(\d{3,6})\W*$/i,
];

/** "The house number is 1240, not 1204", "no its 1240": the street stays. null: nothing of that kind. */
export function correctedStreet({ street }: Draft, words: string): string | null {
  if (street === null || !/^\d/.test(street)) return null;
  const said = NUMBERS.map((pattern) => pattern.exec(words)?.[1]).find((found) => found !== undefined);
  return said === undefined ? null : street.replace(/^\d+/, said);
}

const isStreetAsked = ({ place }: Draft): boolean => place !== null && isExact(place);

const looksLikeStreet = (words: string): boolean => words.length <= 120 && /\d/.test(words) && /[a-z]{3}/i.test(words);
