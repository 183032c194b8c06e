import { maskSpan } from './fold-text.ts';

export interface FoundContact {
  readonly phone: string | null;
  readonly email: string | null;
  /** The text with both covered. */
  readonly rest: string;
}

// A US number with its usual signs; the area code and the exchange begin with 2 to 9 (NANPA).
const PHONE = /(?<![\d$#])(?:\+?1[\s.-]?)?\(?([2-9]\d\d)\)?[\s.-]{0,2}([2-9]\d\d)[\s.-]?(\d{4})(?!\d)/;
const EMAIL = /[a-z0-9][a-z0-9._%+-]{0,63}@[a-z0-9][a-z0-9-]{0,62}(?:\.[a-z0-9-]{1,40}){0,3}\.[a-z]{2,12}/;

/** A telephone number (E.164) and a mail address in a folded text. */
export function findContact(folded: string): FoundContact {
  const mail = folded.includes('@') ? EMAIL.exec(folded) : null;
  const afterMail = cover(folded, mail);
  const phone = PHONE.exec(afterMail);
  return { phone: phone && `+1${phone.slice(1).join('')}`, email: mail && mail[0], rest: cover(afterMail, phone) };
}

const cover = (text: string, found: RegExpExecArray | null): string =>
  found ? maskSpan(text, found.index, found.index + found[0].length) : text;

const SAID = /\b(?:my name is|my names|name is|i am called|me llamo|mi nombre es|se llama)\s+/;
/** "Hi, this is Ana": only so far as it is written like a name. */
const PRESENTED = /^(?:hi|hello|hey|hola)[,.!]? (?:this is|i am|i'?m|it'?s|soy) (?=\S)/;
const ALONE = /^(?:(?:it'?s|this is|i'?m|i am|soy|es|hi,?|hello,?|hola,?)\s+)?/;
/** A dot belongs to a title or an initial only: "My name is Ana. Sink leaks". */
const WORD = "(?:(?:\\p{L}{1,2}|[Mm]rs|[Ss]ra)\\.(?=\\s?\\p{L})|\\p{L}[\\p{L}'-]{0,30})";
const NEXT = '(?: |(?<=\\.))(?!(?:and|y|i|but|at|my|from|de la casa)\\b)';
/** All of it when nothing follows in its sentence; else so far as it is written like a name. */
const nameOf = (most: number) =>
  new RegExp(
    `^${WORD}(?:${NEXT}${WORD}){0,${String(most)}}(?=\\s*(?:$|[,;!?\\n]|\\.(?!\\s?\\p{Lu})))|^${WORD}(?:${NEXT}(?=\\p{Lu})${WORD}){0,3}`,
    'u',
  );
const NAME = nameOf(1);
const NAME_ASKED = nameOf(3);
const NO_NAME =
  /^(?:yes|no|ok|okay|sure|stop|help|the|a|an|my|your|what|why|who|how|when|where|need|want|can|please|it|its|this|that|si|claro|que|para|por|ayuda|here|not|dont|i|later|tomorrow|today|manana|hoy|at|back|when|to|and|y|hola|hi|hello|hey|thanks|gracias|none|nobody|cancel|person|more|start|quit)\b/;

/** A person's name: after "my name is", or the whole text when it was asked for. Spelled as said. */
export function findName(said: string, folded: string, isAsked: boolean): string | null {
  const cue = SAID.exec(folded) ?? presentation(said, folded) ?? (isAsked ? ALONE.exec(folded) : null);
  const from = cue ? cue.index + cue[0].length : folded.length;
  if (NO_NAME.test(folded.slice(from).trim())) return null;
  const name = (isAsked ? NAME_ASKED : NAME).exec(said.slice(from).trim());
  return name && name[0].replace(/[.'-]+$/, '');
}

const presentation = (said: string, folded: string): RegExpExecArray | null => {
  const cue = PRESENTED.exec(folded);
  return cue !== null && /^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?(?=[,.!]|$)/u.test(said.slice(cue[0].length)) ? cue : null;
};
