// Who takes a "cancel" back: said while nothing is called off, or right after.
import { plainWords } from './plain-words.ts';

const KEEPS =
  /\b(?:(?:please |pls |no )?(?:do not|dont|dnt|(?<!\b(?:you|u|they|he|she) )(?:did not|didnt)) (?:(?:want|wanna|mean|need|try|have) (?:to )?|actually |really |ever )?(?:cancel\w*|cancle\w*|drop|call (?:it|this|that) off)|(?:not|never) (?:(?:wanted|meant|asked|trying|going|said) to |gonna )?(?:cancel\w*|drop(?:ping)?)|no (?:quiero |queria |quise |pedi )?(?:(?:me|lo|la|le|se) )?(?:cancel(?:e|en|es|ar|arlo|arla|o)|anul(?:e|en|es|ar|arlo|arla)))\b/;
/** "If not, cancel": the "not" is about something else. */
const UNLESS = /\b(?:if|si|why|or|o|por que) (?:\w+ )?(?:not|no)\b/;
const ENDS = /[.,;:!?\n]+/;

/** "Please don't cancel": nothing is to be called off. "No, cancel it" is not that. */
export const keepsIt = (words: string): boolean =>
  words.split(ENDS).some((clause) => {
    const plain = plainWords(clause);
    return KEEPS.test(plain) && !UNLESS.test(plain);
  });

const WANTS_BACK =
  /\b(?:(?:i|we) (?:do|still|really|did)(?: still| really)? (?:want|need)|still (?:want|need|interested)|(?:want|need) (?:it|him|her|them|this|that) (?:back|after all|anyway|anyways)|changed my mind|(?:take|took) (?:it|that) back|put (?:it|that|him|her) back|bring (?:it|that) back|un ?(?:do|drop|cancel)|by (?:mistake|accident)|accident\w*|wrong button|oops|keep (?:it|him|her)|never ?mind (?:the |that )?cancel\w*|siempre si|(?:todavia|aun|si|siempre) (?:si )?(?:lo |la )?(?:quier[eo]|queremos|necesit[oa]|necesitamos|ocup[oa])|(?:lo|la) (?:quiero|necesito|ocupo) (?:todavia|aun|de vuelta|siempre)|cambi(?:e|amos) de (?:opinion|idea|parecer)|me equivoque|por (?:error|accidente|equivocacion)|fue sin querer|deshacer)\b/;

/** Said after something was dropped: it is wanted after all. */
export const wantsItBack = (words: string): boolean => keepsIt(words) || WANTS_BACK.test(plainWords(words));
