/** The languages people may text in. */
export type Language = 'en' | 'es';
