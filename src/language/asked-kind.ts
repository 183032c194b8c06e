import type { AskedKind } from '../domain/reading.ts';

export type Asked = { readonly kind: AskedKind; readonly options: readonly string[] } | string | null;

const KINDS = new Set<string>(['job', 'place', 'time', 'choice', 'yesNo', 'name', 'contact', 'rating', 'words']);

// What a question of somebody else's words asks for, the nearest first.
const SIGNS: readonly (readonly [AskedKind, RegExp])[] = [
  [
    'yesNo',
    /\b(?:anything else|something else|any other (?:help|way)|what else can|else (?:i|you)|correct|is (?:that|it|this) (?:right|ok|okay|correct)|confirm\w*|verify|make sure|lets be sure|shall i|should i|do you (?:want|need|wish|still)|did you want|would you like (?:to|me)|can i book|does (?:that|it) (?:work|suit)|want to (?:book|make|schedule))\b/,
  ],
  [
    'time',
    /\b(?:when|what (?:time|day|date)|which (?:time|day|date)|preferred (?:time|date)|time (?:would|do|should|works)|date (?:would|do)|day and time|cuando|que (?:dia|hora))\b/,
  ],
  [
    'place',
    /\b(?:where|what (?:city|area|zip|address)|which (?:city|area)|city|address|zip code|zip|area would|located|donde|direccion|ciudad)\b/,
  ],
  ['name', /\b(?:your name|what name|name please|como (?:se llama|te llamas)|su nombre)\b/],
  [
    'choice',
    /\b(?:which (?:one|of)|how about|what about|i (?:found|have|recommend|suggest)|pick|choose|reply with|would you like the|cual)\b/,
  ],
];

/** What was asked last, also when all we have is the sentence in which it was asked. */
export function askedKind(asked: Asked): { readonly kind: AskedKind | null; readonly options: readonly string[] } {
  if (asked === null) return { kind: null, options: [] };
  if (typeof asked !== 'string') return { kind: asked.kind, options: asked.options };
  if (KINDS.has(asked)) return { kind: asked as AskedKind, options: [] };
  const sentence = asked.slice(-300).toLowerCase().replace(/'/g, '');
  return { kind: SIGNS.find(([, sign]) => sign.test(sentence))?.[0] ?? null, options: [] };
}
