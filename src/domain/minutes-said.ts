// How many minutes somebody says that he needs.

const HOUR = 60;
/** Longer than that is no delay any more. */
const MOST_MINUTES = 240;

const SPELLED: readonly (readonly [RegExp, number])[] = [
  [/\b(?:hour and a half|hora y media)\b/, 1.5 * HOUR],
  [/\b(?:half an? hour|half hour|media hora)\b/, HOUR / 2],
  [/\b(?:quarter of an hour|quarter hour|cuarto de hora)\b/, HOUR / 4],
  [/\b(?:an|one|una) (?:hour|hora)\b/, HOUR],
  [/\b(?:forty[ -]?five|cuarenta y cinco)\b/, 45],
  [/\b(?:forty|cuarenta)\b/, 40],
  [/\b(?:thirty|treinta)\b/, 30],
  [/\b(?:twenty[ -]?five|veinticinco)\b/, 25],
  [/\b(?:twenty|veinte)\b/, 20],
  [/\b(?:fifteen|quince)\b/, 15],
  [/\b(?:ten|diez)\b/, 10],
  [/\b(?:five|cinco)\b/, 5],
];

const HOURS = /\b(\d+(?:[.,]5)?) ?(?:h|hrs?|hours?|horas?)\b/;
/** "20", "15-20": the longer counts. "3:30" and "4 pm" are times. */
const MINUTES =
  /(?<![\d:]|\b(?:at|by|las) )\b(?:\d{1,3} ?(?:-|to|or|a|o) ?)?(\d{1,3})\b(?! ?(?::|am\b|pm\b|a\.m|p\.m))/;

const plain = (words: string): string => words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Minutes, 1 to 240; null when none are said. A booking code is no number of minutes. */
export const minutesSaid = (words: string): number | null => {
  const text = plain(words).slice(0, 200);
  const minutes = hoursIn(text) ?? SPELLED.find(([pattern]) => pattern.test(text))?.[1] ?? numberIn(text);
  return minutes !== null && minutes >= 1 && minutes <= MOST_MINUTES ? minutes : null;
};

const hoursIn = (text: string): number | null => {
  const said = HOURS.exec(text)?.[1];
  return said === undefined ? null : Number(said.replace(',', '.')) * HOUR;
};

const numberIn = (text: string): number | null => {
  const said = MINUTES.exec(text)?.[1];
  return said === undefined ? null : Number(said);
};
