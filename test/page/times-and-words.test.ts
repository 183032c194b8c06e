import { expect, it } from 'vitest';

// The page's modules are plain JavaScript for browsers; what they export is told here.
interface Zone {
  nextMorning(now: number): number;
  timeOf(at: number): string;
}
interface Words {
  linkParts(body: string): { text: string; url?: string }[];
  nameOf(phone: { label?: string; number: string }): { name: string; rest: string };
  readNumber(typed: string): string | null;
  initialsOf(name: string): string;
}

const load = async (name: string): Promise<unknown> =>
  import(new URL(`../../sandbox/page/js/${name}.js`, import.meta.url).href);
const zone = (await load('zone')) as Zone;
const words = (await load('words')) as Words;

const morningAfter = (iso: string) => new Date(zone.nextMorning(Date.parse(iso))).toISOString();

it('finds the next 8 am in Austin, on the days when clocks change too', () => {
  expect(morningAfter('2027-01-05T20:05:00Z')).toBe('2027-01-06T14:00:00.000Z');
  expect(morningAfter('2027-01-06T13:59:59Z')).toBe('2027-01-06T14:00:00.000Z');
  expect(morningAfter('2027-01-06T14:00:00Z')).toBe('2027-01-07T14:00:00.000Z');
  expect(morningAfter('2027-03-13T20:00:00Z')).toBe('2027-03-14T13:00:00.000Z');
  expect(morningAfter('2027-03-14T07:30:00Z')).toBe('2027-03-14T13:00:00.000Z');
  expect(morningAfter('2027-11-06T20:00:00Z')).toBe('2027-11-07T14:00:00.000Z');
  expect(morningAfter('2027-12-31T20:00:00Z')).toBe('2028-01-01T14:00:00.000Z');
  expect(zone.timeOf(Date.parse('2027-01-05T20:05:00Z'))).toBe('2:05 PM');
});

it('finds addresses in texts and leaves the sentence its full stop', () => {
  expect(words.linkParts('Pay (https://a.example/p/x?y=1). Or http://b.example!')).toEqual([
    { text: 'Pay (' },
    { text: 'https://a.example/p/x?y=1', url: 'https://a.example/p/x?y=1' },
    { text: ').' },
    { text: ' Or ' },
    { text: 'http://b.example', url: 'http://b.example' },
    { text: '!' },
  ]);
  expect(words.linkParts('javascript:alert(1)')).toEqual([{ text: 'javascript:alert(1)' }]);
});

it('tells name and trade of a label apart', () => {
  expect(words.nameOf({ number: '+1', label: 'Dana Ruiz - Plumbing' })).toEqual({
    name: 'Dana Ruiz',
    rest: 'Plumbing',
  });
  expect(words.nameOf({ number: '+1', label: 'Dana Ruiz (Plumbing)' })).toEqual({
    name: 'Dana Ruiz',
    rest: 'Plumbing',
  });
  expect(words.nameOf({ number: '+15125550100', label: '+15125550100' })).toEqual({ name: '(512) 555-0100', rest: '' });
  expect(words.initialsOf('Ana-Maria de la Cruz')).toBe('AC');
  expect(words.readNumber('512 555 0123')).toBe('+15125550123');
  expect(words.readNumber('12')).toBeNull();
});
