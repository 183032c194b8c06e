// What a person said about the work itself: no time, no place, no courtesy, no "can somebody come and". All cleaning
// covers pieces of the folded text, so that what is left is a piece of what was said.
import { MASK } from './fold-text.ts';

const MOST = 300;
/** Covers a time, or words that go with one; the sentence may go on behind it. */
const SOFT = '\u0002';

/**
 * `said`, and the same text folded with what was understood as contact and place covered (`placed`), and then also what
 * was understood as a time (`timed`). '' when nothing about work is left.
 */
export function jobWords(said: string, placed: string, timed: string): string {
  const marked = uncoupled(withLines(said, withTimes(placed, timed)));
  return clausesOf(said, marked)
    .join(', ')
    .replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
    .slice(0, MOST);
}

function withTimes(placed: string, timed: string): string {
  if (placed === timed) return timed;
  return Array.from({ length: timed.length }, (_, i) =>
    timed[i] === MASK && placed[i] !== MASK ? SOFT : timed.charAt(i),
  ).join('');
}

/** The end of a line ends a clause. */
function withLines(said: string, marked: string): string {
  if (!said.includes('\n')) return marked;
  return Array.from({ length: marked.length }, (_, i) => (said[i] === '\n' ? ';' : marked.charAt(i))).join('');
}

const cover = (text: string, pattern: RegExp, sign: string): string =>
  text.replace(pattern, (found) => sign.repeat(found.length));

// No two alternatives may read the same words: a row of them must not be tried in two ways.
const PREPOSITIONS =
  'at|in|on|by|for|from|to|near|around|about|between|before|after|until|till|and|or|but|so|with|of|the|my|our|this|next|come(?: out| over)?|' +
  'also|maybe|preferably|ideally|sometime|anytime|a|al|en|el|la|los|las|mi|para|por|de|del|desde|y|o|u|entre|como|que';
const LIVING =
  "i live|we live|i'?m|i am|we'?re|we are|it'?s|it is|located|living|(?:house|home|place|casa) (?:is|es|queda)|(?:address|zip(?: ?code)?)(?: is)?|" +
  'vivo|vivimos|estoy|estamos|(?:direccion|codigo postal)(?: es)?';
/** What leads to a time or a place, and says nothing without it. */
const LEADS_IN = new RegExp(
  `(?:(?<![\\w'])(?:${LIVING}|${PREPOSITIONS})(?![\\w'])\\s*(?::\\s*)?|[@#&(-]\\s*)+(?=[\\u0001\\u0002])`,
  'g',
);
/** "[thursday] works best" */
const LEADS_OUT =
  /(?<=[\u0001\u0002]\s?)\s*(?:(?:that |it |which )?(?:works?|is|would be|would work|will work|if possible|or so|ish|sharp|me queda|esta|estaria|seria)(?: (?:best|better|fine|good|great|perfect|ok|okay|ideal|nice|for (?:me|us)|bien|mejor|perfecto|i think))*|or (?:later|sooner|earlier)|at the (?:latest|earliest)|instead|apt|unit|texas|tx|usa)(?![\w'])/g;

/** Covers what goes with a time or a place and is nothing without it. */
const uncoupled = (marked: string): string =>
  MARK.test(marked) ? cover(cover(marked, LEADS_IN, SOFT), LEADS_OUT, SOFT) : marked;

const MARK = /[\u0001\u0002]/;
const ENDS = /[\u0001,;!?()"]+|(?<!\b(?:mr|mrs|ms|dr|sr|sra))\.(?=[\s\u0001\u0002]|$)|:(?=\s)| - /g;

interface Range {
  readonly from: number;
  readonly to: number;
}

function clausesOf(said: string, marked: string): readonly string[] {
  const ranges: Range[] = [];
  let from = 0;
  for (const end of marked.matchAll(ENDS)) {
    ranges.push({ from, to: end.index });
    from = end.index + end[0].length;
  }
  ranges.push({ from, to: marked.length });
  return ranges.map((range) => clauseIn(said, marked, range)).filter((clause) => clause !== '');
}

/** One clause without its courtesies; a time in its middle is passed over. */
function clauseIn(said: string, marked: string, { from, to }: Range): string {
  if (isAboutUs(marked.slice(from, to).trim(), said.slice(from, to).trim())) return '';
  const head = HEAD.exec(marked.slice(from, to));
  const start = from + (head ? head[0].length : 0);
  const tail = TAIL.exec(marked.slice(start, to));
  const end = tail ? start + tail.index : to;
  const left = marked.slice(start, end);
  return isEmpty(left) ? '' : wordsIn(said.slice(start, end), left);
}

/** What was said at the places that are not covered. */
function wordsIn(said: string, marked: string): string {
  let words = '';
  let last = 0;
  for (const gap of marked.matchAll(/\s*\u0002[\s\u0002]*/g)) {
    const next = gap.index + gap[0].length;
    words += said.slice(last, gap.index) + (GOES_ON.test(marked.slice(next)) ? ' ' : ', ');
    last = next;
  }
  return (words + said.slice(last)).trim().replace(/\s+/g, ' ');
}

/** How a sentence goes on behind a time: "come [thursday] to fix the sink". */
const GOES_ON = /^(?:to|for|and|because|cause|so|since|with|in|on|under|of|para|porque|y|con|de|del|a)\b/;

const COURTESY =
  '(?:hi|hello|hey|hiya|howdy|good (?:morning|afternoon|evening|day))(?: there| all| dear| guys| everyone| sir| maam| team)?|h?ola|buenas(?: tardes| noches)?|buenos dias|buen dia|saludos|' +
  "ok|okay|yes|yeah|yep|si|sure|actually|also|sorry|i mean|i meant|i forgot|please|pls|plz|just|well|um|uh|and|but|so|then|plus|it'?s|it is|thats|that'?s|" +
  'bueno|mejor|perdon|digo|en realidad|tambien|ademas|oiga|oye|disculpe|por favor|porfa|porfavor|pues|y|pero|entonces|es que|que|' +
  '(?:thank (?:you|u)|thanks|thx)(?: (?:so|very) much| a lot| again)?|(?:muchas |mil )?gracias|to|(?:i|we) also|no (?=actually|wait|sorry|i mean|its|perdon|digo|espera)';
const ASKS =
  '(?:(?:i was )?wondering if |do you know if |is it possible (?:for|that) |any chance |me gustaria que |quisiera que )?(?:can|could|would|will|may) (?:you|u|y?all|ya|someone|somebody|anyone|anybody|we|i)(?: guys| all)?|' +
  'do you (?:guys )?have (?:someone|somebody|anyone|anybody)(?: (?:who|that))?(?: (?:can|could))?|is there (?:someone|somebody|anyone|anybody|any way)(?: (?:who|that|you))?(?: (?:can|could))?|' +
  '(?:me |nos )?(?:puede|pueden|podria|podrian|puedes|podrias)(?: alguien| ustedes| usted)?';
const COMES =
  'please|pls|come|come by|come over|come out|over|out|by|and|to|help|help (?:me|us)|help (?:me|us) with|send|find|get|have|someone|somebody|anyone|be able to|possibly|get|me|us|' +
  'venir|a|mandar|enviar|mandarme|enviarme|mandarnos|alguien|a alguien|ayudar|ayudarme|ayudarnos|con|que|venga|vengan|por favor';
/** Greetings, and the asking before what is asked for. */
const HEAD = new RegExp(
  `^(?:[\\s\\u0002]|(?:${COURTESY})(?![\\w'])|(?:${ASKS})(?![\\w'])(?: (?:${COMES})(?![\\w']))*)+`,
);
/** Thanks, and what begs at the end. */
const TAIL =
  /(?:[\s\u0002.:-]|(?<![\w'])(?:please|pls|plz|thanks|thank (?:you|u)|thx|ty|tysm|so much|a lot|very much|gracias|muchas|mil|por favor|porfa|porfavor|ok|okay|asap|if (?:possible|you can)|if that works|si (?:se puede|es posible|pueden|puede)|cuanto antes|let me know|avisenme|need help|help|ayuda|can (?:someone|somebody|anyone|you) (?:please )?(?:come|help)(?: me| us| over| out)?|(?:me )?pueden? (?:ayudar(?:me|nos)?|venir)|(?:can|could) you send (?:someone|somebody))(?![\w']))+$/;

const NAMED =
  /^(?:(?:hi|hello|hey|hola)(?: dear)?,? )?(?:this is|my name is|i am|i'?m|soy|me llamo|mi nombre es) (?=\S)/;
const PLEA =
  /^(?:help(?: me| us)?|ayuda(?:me|nos)?|ayudenme|urgente?|emergency|emergencia|hurry|auxilio|when can (?:you|someone|somebody|they) (?:come|be here|make it)|how soon can (?:you|someone|somebody) (?:come|be here)|cuando pueden? venir|(?:does|will|would) that work|what do you have|how much(?: (?:is it|would (?:it|that) (?:cost|be)|do you charge))?|cuanto (?:cuesta|cobran|seria|sale)|(?:i )?hope (?:you|all|this)[\w' ]{0,40}|(?:i|we) (?:need|want) (?:someone|somebody|help)(?: (?:to )?(?:come|over|out|quick\w*))*|(?:necesito|quiero) (?:ayuda|a alguien|que vengan?))$/;

/** Who speaks, or a cry for help: nothing about the work. */
const isAboutUs = (marked: string, said: string): boolean =>
  PLEA.test(marked) ||
  (NAMED.test(marked) &&
    /^\p{L}[\p{L}' ,]*? (?:is |am |llamo |es |soy |[Ii]'?m )?(?:\p{L}{2,3}\. )?\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?$/u.test(
      said,
    ));

const SMALL = new Set(
  (
    'i we you u it do does serve serves service cover yall guys area south north east west downtown a an of for at in on by to from is are be am my our the this that and or but with here there near around about after before between ' +
    "i'm im we're its it's il'l ill no not yes need want come make can do will would let lets works work best fine good any have please address zip apt unit code " +
    'el la los las un una de del en por para con y o mi su es soy estoy vivo que a al lo le me se ya si no favor direccion codigo postal usa tx texas'
  ).split(' '),
);

/** Only small words and numbers are left. */
const isEmpty = (left: string): boolean =>
  (left.match(/[a-z']+/g) ?? []).every((word) => SMALL.has(word) || word.length < 2);
