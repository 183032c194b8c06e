// What the people of the bench answer, by what they are told: one whole booking, from the job to the stars.
export type Act =
  | { readonly do: 'text'; readonly body: string }
  | { readonly do: 'pay'; readonly link: string }
  | { readonly do: 'end'; readonly as: Ending };

/** How a booking ended for its homeowner. */
export type Ending = 'served' | 'unfilled' | 'lapsed' | 'returned';

type Rule = readonly [pattern: RegExp, act: (found: RegExpExecArray) => Act];

const text = (body: string) => (): Act => ({ do: 'text', body });
const end = (as: Ending) => (): Act => ({ do: 'end', as });
const word =
  (command: string) =>
  (found: RegExpExecArray): Act => ({ do: 'text', body: `${command} ${found[1] ?? ''}` });

const HOMEOWNER: readonly Rule[] = [
  [/Who should come\? 1 /, text('1')],
  [/1 send, 2 change, 3 person/, text('1')],
  [/1 book, 2 next pro/, text('1')],
  [/pay \$[\d.,]+: (https?:\/\/\S+) Held until/, (found) => ({ do: 'pay', link: found[1] ?? '' })],
  [/1 all good, 2 problem/, text('1')],
  [/Reply 1-5, 5 is best/, text('5')],
  [/^Thank you! Text me any time/, end('served')],
  [/I found nobody free/, end('unfilled')],
  [/1 try again, 2 other time, 3 person/, end('lapsed')],
  [/I send back your/, end('returned')],
];

/** The providers of the demo city speak English or Spanish. */
const PROVIDER: readonly Rule[] = [
  [/(?:Reply|Responda) Y (\w+) /, word('Y')],
  [/(?:Still on for|¿Va a) (\w+) /, word('OTW')],
  [/(?:Reply|Responda) HERE (\w+) /, word('HERE')],
  [/(?:Reply|Responda) DONE (\w+) /, word('DONE')],
];

/** Providers of the demo city. */
export const isProvider = (phone: string): boolean => phone.startsWith('+1737555');

/** Null: nothing to do about it. */
export const answerTo = (phone: string, body: string): Act | null => {
  for (const [pattern, act] of isProvider(phone) ? PROVIDER : HOMEOWNER) {
    const found = pattern.exec(body);
    if (found !== null) return act(found);
  }
  return null;
};
