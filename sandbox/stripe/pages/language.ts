export type Language = 'en' | 'es';

/** English unless the browser puts Spanish first. */
export function languageOf(acceptLanguage: string | undefined): Language {
  return /^\s*es\b/i.test(acceptLanguage ?? '') ? 'es' : 'en';
}
