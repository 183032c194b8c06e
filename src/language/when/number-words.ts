import type { Language } from '../../domain/reading.ts';

/** A number said in a word. */
export interface NumberWord {
  readonly value: number;
  readonly isOrdinal: boolean;
}

const list = (words: string, isOrdinal: boolean, from = 1): [string, NumberWord][] =>
  words
    .split(' ')
    .flatMap((word, i) => word.split('/').map((one): [string, NumberWord] => [one, { value: from + i, isOrdinal }]));

const tens = (words: string, isOrdinal: boolean): [string, NumberWord][] =>
  words.split(' ').map((word, i): [string, NumberWord] => [word, { value: 20 + 10 * i, isOrdinal }]);

const EN = new Map<string, NumberWord>([
  ...list('zero', false, 0),
  ...list(
    'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
    false,
  ),
  ...list(
    'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth',
    true,
  ),
  ...tens('twenty thirty forty fifty', false),
  ['thirtieth', { value: 30, isOrdinal: true }],
]);

const ES = new Map<string, NumberWord>([
  ...list('cero/zero', false, 0),
  ...list(
    'uno/una/un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte veintiuno/veintiun veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve treinta',
    false,
  ),
  ...list(
    'primero/primer/primera segundo/segunda tercero/tercer/tercera cuarto/cuarta quinto/quinta sexto/sexta septimo/septima',
    true,
  ),
  ['cuarenta', { value: 40, isOrdinal: false }],
  ['cincuenta', { value: 50, isOrdinal: false }],
]);

/** The number that a word says ("third", "veintidos"), without tens and ones joined. */
export const numberWord = (word: string, language: Language): NumberWord | undefined =>
  (language === 'es' ? ES : EN).get(word);
