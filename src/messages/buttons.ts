// The words on WhatsApp's buttons (at most 20 characters each), in the order of the numbers that they stand for.
import type { Language } from '../domain/reading.ts';
import type { Copy, CopyKey } from './catalog.ts';
import type { Buttons } from './copy/buttons.ts';
import { buttonsEn } from './en/buttons.ts';
import { buttonsEs } from './es/buttons.ts';
import { toGsm7 } from './segments.ts';

const BUTTONS: Readonly<Record<Language, Buttons>> = { en: buttonsEn, es: buttonsEs };

/** The titles for a question's answers; empty: its answers have numbers only. */
export function buttonTitles<Key extends CopyKey>(
  language: Language,
  key: Key,
  params: Parameters<Copy[Key]>[0],
): readonly string[] {
  const write = BUTTONS[language][key] as ((p: Parameters<Copy[Key]>[0]) => readonly string[]) | undefined;
  return (write?.(params) ?? []).map(toGsm7);
}
