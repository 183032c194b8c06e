// What a text costs. One character outside GSM-7 more than halves what a segment holds.
import { SegmentedMessage } from 'sms-segments-calculator';

// GSM 03.38, default alphabet and its extension table
const GSM7 = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿' +
    'abcdefghijklmnopqrstuvwxyzäöñüà^{}\\[~]|€',
);

const LOOK_ALIKES: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201a': "'",
  '\u2032': "'",
  '\u00b4': "'",
  '`': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u201e': '"',
  '\u2033': '"',
  '\u00ab': '"',
  '\u00bb': '"',
  '\u2026': '...',
  '\u2022': '-',
  '\u00b7': '-',
  '\u00d7': 'x',
  '\u00ba': 'o',
  '\u00aa': 'a',
};

/**
 * The same text in GSM-7 where look-alikes allow it: quotes, dashes, spaces, and Latin letters without their accent
 * when the alphabet has no other ("más" is sent as "mas", "José" stays). A text that cannot become GSM-7 (a name in
 * another script, an emoji) is given back as it was, since accents then cost nothing; nothing is ever dropped.
 */
export function toGsm7(text: string): string {
  const clean = Array.from(text.normalize('NFC'), cleanCharacter).join('');
  return isGsm7(clean) ? clean : text;
}

/** Whether every character is in GSM-7, extension included. */
export const isGsm7 = (text: string): boolean => Array.from(text).every((character) => GSM7.has(character));

/** How many segments a text costs, by Twilio's own calculator. */
export const segmentCount = (text: string): number => new SegmentedMessage(text).segmentsCount;

function cleanCharacter(character: string): string {
  if (GSM7.has(character)) return character;
  const known = LOOK_ALIKES[character];
  if (known !== undefined) return known;
  if (/\p{Pd}|\u2212/u.test(character)) return '-';
  if (/\p{Zs}|\t/u.test(character)) return ' ';
  if (/[\u200b-\u200d\u2060\ufeff\u00ad]/u.test(character)) return '';
  const plain = character.normalize('NFD').replace(/\p{M}/gu, '');
  return plain.length === 1 && GSM7.has(plain) ? plain : character;
}
