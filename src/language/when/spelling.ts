import type { Language } from '../../domain/reading.ts';

const NAMES: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'tomorrow',
    'wednesday',
    'thursday',
    'saturday',
    'tuesday',
    'monday',
    'sunday',
    'friday',
    'morning',
    'afternoon',
    'evening',
    'weekend',
    'tonight',
    'september',
    'february',
    'november',
    'december',
    'january',
    'october',
  ],
  es: [
    'manana',
    'miercoles',
    'viernes',
    'domingo',
    'sabado',
    'martes',
    'jueves',
    'septiembre',
    'noviembre',
    'diciembre',
    'febrero',
  ],
};

// Real words that lie one slip away from a name of a day.
const REAL = new Set([
  'warning',
  'mourning',
  'evenings',
  'sundry',
  'member',
  'manana',
  'manzana',
  'martens',
  'mating',
  'moaning',
  'semana',
  'sundeck',
  'ventana',
  'montana',
  'mounting',
]);

/** The name of a day or month that was meant by a misspelled word: one slip in six letters, two in eight; else null. */
export function repairSpelling(word: string, language: Language): string | null {
  if (word.length < 6 || word.length > 12 || REAL.has(word)) return null;
  const meant = NAMES[language].find((name) => name[0] === word[0] && slips(name, word) <= (name.length >= 8 ? 2 : 1));
  return meant ?? null;
}

/** Optimal string alignment distance, given up beyond 2. */
export function slips(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let before: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const next = nextRow({ a, b, i }, row, before);
    [before, row] = [row, next];
  }
  return cell(row, b.length);
}

const cell = (row: readonly number[], j: number): number => row[j] ?? 9;

function nextRow(
  { a, b, i }: { a: string; b: string; i: number },
  row: readonly number[],
  before: readonly number[],
): number[] {
  const next = [i];
  for (let j = 1; j <= b.length; j += 1) {
    const same = a[i - 1] === b[j - 1] ? 0 : 1;
    const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
    const plain = Math.min(cell(next, j - 1) + 1, cell(row, j) + 1, cell(row, j - 1) + same);
    next.push(isSwap ? Math.min(plain, cell(before, j - 2) + 1) : plain);
  }
  return next;
}
