// What others may read of the words about a job. Where a homeowner lives, his phone and his mail are not for them yet.
import { plainWords } from './plain-words.ts';
import { isAccessNote, namesProblem, wishesWork } from './visit-talk.ts';

const EMAIL = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g;
const PHONE = /(?:\+?1[\s.-]?)?\(?\b\d{3}\)?[\s.-]?\d{3}[\s.-]?\d{4}\b/g;

const LINK = /\b(?:https?:\/\/|www\.)\S+|\b[\w-]{1,63}(?:\.[\w-]{1,63}){0,3}\.[a-z]{2,12}\/\S*|(?<!\S)@\w+/gi;

const NAME = String.raw`\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?`;

/** Who somebody is, or how he is found: nothing of it is the work, and its sentence may go on with nothing but more of it. */
const CONTACT = new RegExp(
  [
    String.raw`\s*\b(?:(?:[Pp]lease |[Pp]ls )?(?:[Cc]all|[Tt]ext|[Aa]sk for|ring|buzz)(?: for)? (?:(?<!\b(?:[Ii]|[Ww]e|[Hh]e|[Ss]he|[Tt]hey) \w+ )(?:me|my|us|him|her)|\p{Lu}\p{Ll}+)`,
    String.raw`[Mm]y (?:phone|cell|number|tel|name|insta|whatsapp) is`,
    String.raw`(?:[Pp]regunt|[Ll]lam)\w{1,4} (?:por|al?|me|mi)\b`,
    String.raw`[Mm]i (?:tel\w*|celular|numero|número|nombre|whatsapp) es`,
    String.raw`[Mm]e llamo|ll[aá]m[ae]\w* al?)\b.*$`,
  ].join('|'),
  'su',
);
/** What comes behind it and may be the work. */
const GOES_ON = /\b(?:and|but|about|because|cause|y|pero|porque|sobre) (.*)$/su;

/** "Bob here, my sink leaks"; "toilet here is clogged" tells where, and "leak here, come quick" what. */
const THINGS =
  '(?:Toilets?|Sinks?|Faucets?|Pipes?|Water|Ac|Heat|Heater|Furnace|Doors?|Garage|Roof|Fence|Trees?|Outlets?|Lights?|House|Home|Problem|Emergency|Fridge|Washer|Dryer|Dishwasher|Oven|Stove|Shower|Tub|Drain|Windows?|Lock|Wall|Everything|Nothing|Someone|Help|Locked|Power|Kitchen|Bathroom)';
const HERE = new RegExp(
  String.raw`(?<=^|[,.;!]\s*)(?!${THINGS}\b)(${NAME}) (?:here|aqu[ií])(?:\s*[,.:;!-]\s*|\s+(?=(?:my|our|the|we|i|i'm|i've|need|mi|el|la|se|necesito)\b)|\s*$)`,
  'gu',
);
/** "Hi im Bob and my sink leaks", "soy Ana Lopez, se tapó"; "im freezing and my heat is out" tells no name. */
const INTRODUCED = new RegExp(
  String.raw`(?<=^|[,.;!]\s*)(?:(?:[Hh]i|[Hh]ey|[Hh]ello|[Hh]ola)[ ,]+)?(?:[Tt]his is|[Ii]['’]?m|[Ii] am|[Ss]oy|[Hh]abla|[Aa]qui|[Mm]y name is|[Mm]i nombre es|[Mm]e llamo) (?:${NAME}|(?!\p{L}+(?:ing|ed)\b|(?:not|so|at|in|on|out|sick|here|stuck|ok)\b)\p{Ll}{3,12}(?=,? (?:and|y) (?:my|i|the|we|our|mi|el|la|se)\b))(?:\s*[,.;]|\s+(?:and|y)\b)?\s*`,
  'gu',
);
/** "She is Linda". */
const CALLED = new RegExp(String.raw`\b(?:[Hh]e|[Ss]he|[Ee]lla|[Éé]l) (?:is|es|se llama) ${NAME}`, 'gu');

const KIN = new RegExp(
  String.raw`\b((?:[Mm]y|[Mm]i|[Oo]ur|[Nn]uestr[oa]) (?:mom|mother|dad|father|wife|husband|son|daughter|brother|sister|neighbor|tenant|landlord|roommate|boss|friend|grandma|grandpa|mama|mamá|papa|papá|esposa|esposo|hijo|hija|hermano|hermana|vecino|vecina|amigo|amiga|abuela|abuelo|inquilino|inquilina)),?(?: is| es)? ${NAME}`,
  'gu',
);
const STREET =
  /\s*\b(?:(?:on|at|in|off|near|by|en|por) )?(?:\p{Lu}[\p{L}']+ ){1,3}(?:St|Street|Ave|Avenue|Rd|Road|Blvd|Dr|Ln|Lane|Ct|Court|Cir|Pkwy|Ter|Trl|Way|Pl)\b\.?|\s*\b(?:(?:on|at|in|en|por) )?(?:la )?(?:Calle|Avenida|Av) (?:\p{Lu}[\p{L}']+ ?){1,3}/gu;
const DIGIT =
  'zero|oh|one|two|three|four|five|six|seven|eight|nine|cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve';
const SPELLED_NUMBER = new RegExp(`\\b(?:${DIGIT})(?:[ -](?:${DIGIT})){2,}\\b`, 'i');

/**
 * For those who are only asked: the work, without names, streets, ways to reach somebody or to get in, and whatever
 * names a number that may be a door, a code or a phone.
 */
export const publicWords = (words: string): string =>
  words
    .replace(LINK, '')
    .replace(HERE, (said, name: string) => (namesProblem(name) ? said : ''))
    .replace(INTRODUCED, (said) => (namesProblem(said) || wishesWork(said) ? said : ''))
    .replace(CALLED, '')
    .split(/[,.;]\s*/)
    .filter((clause) => !/\d{3}/.test(clause) && !SPELLED_NUMBER.test(clause) && !isWayIn(clause))
    .map((clause) => withoutContact(clause).replace(STREET, '').replace(KIN, '$1').replace(/\s+/g, ' ').trim())
    .filter((clause) => !EMPTY.test(clause))
    .join(', ')
    .replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

/** Whom to call goes; what is wrong stays, on either side of it. */
const withoutContact = (clause: string): string =>
  clause.replace(CONTACT, (contact) => {
    const rest = GOES_ON.exec(contact)?.[1] ?? '';
    return namesProblem(rest) || wishesWork(rest) ? ` ${withoutContact(rest)}` : '';
  });

const EMPTY =
  /^(?:i|we|so|and|but|please|hi|you|or|y|pero|e-?mail|(?:my|mi) (?:number|cell|phone|e-?mail|n[uú]mero|celular|correo)|)$/i;

const isWayIn = (clause: string): boolean => isAccessNote(clause) && !namesProblem(clause);

const WISH =
  /^(?:(?:hi|hey|hello|hola|yes|i|we|please|pls|just) ){0,3}(?:need|want|looking for|necesito|necesitamos|ocupo|busco|quiero) (?:an? |un |una )?(?:good |local |buen )?(?:plumber|electrician|handyman|roofer|painter|locksmith|cleaner|maid|landscaper|gardener|carpenter|mover|exterminator|technician|mason|plomero|fontanero|electricista|pintor|cerrajero|techero|carpintero|jardinero|albanil|tecnico|fumigador)(?: (?:please|pls|asap|today|por favor))?$/;

/** "I need a plumber": it names the trade, and nothing that is to be done. */
export const isBareWish = (words: string): boolean => WISH.test(plainWords(words));

const LOCAL_PHONE = /\b\d{3}[.-]\d{4}\b/g;

/** What one side of a visit tells the other: phones, mails and links are hidden, door codes are not. */
export const maskedWords = (words: string): string =>
  [LINK, EMAIL, PHONE, LOCAL_PHONE].reduce((text, hidden) => text.replace(hidden, '***'), words);
