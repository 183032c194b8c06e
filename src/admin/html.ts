// Pages are made of this template only: whatever is put into it is escaped, unless it is itself made by it.
const MADE = Symbol('made by the html template');

export interface Html {
  readonly [MADE]: string;
}

export type Part = Html | string | number | null | undefined | false | readonly Part[];

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Safe between tags and within quoted attributes (https://owasp.org/www-community/xss-filter-evasion-cheatsheet, rules 1 and 2). */
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);

const isHtml = (part: object): part is Html => MADE in part;

const written = (part: Part): string => {
  if (part === null || part === undefined || part === false) return '';
  if (typeof part !== 'object') return escaped(String(part));
  return isHtml(part) ? part[MADE] : part.map(written).join('');
};

/** Attributes must be quoted in the template; nothing is put into script or style. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
  [MADE]: strings.reduce((text, string, index) => text + written(parts[index - 1]) + string),
});

export const markupOf = (page: Html): string => page[MADE];

/** Something that is shown only when it is known. */
export const given = <Value>(value: Value | null, show: (value: Value) => Part): Part =>
  value === null ? null : show(value);
