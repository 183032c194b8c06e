import type { Language } from '../domain/reading.ts';
import { CATALOG, type Copy, type CopyKey } from './catalog.ts';
import { toGsm7 } from './segments.ts';

/** The text of one key in one language, ready to be sent; GSM-7 unless its parameters (names, words) cannot be. */
export function render<Key extends CopyKey>(language: Language, key: Key, params: Parameters<Copy[Key]>[0]): string {
  const write = CATALOG[language][key] as (params: Parameters<Copy[Key]>[0]) => string;
  return toGsm7(write(params));
}
