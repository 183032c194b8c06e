import { describe, expect, it, test } from 'vitest';
import { understand } from '../../src/language/understand.ts';

const read = (text: string) =>
  understand(text, { now: '2026-06-09T09:40', zone: 'America/Chicago', language: null, asked: null });

describe('what was said about the work', () => {
  it.each([
    ['tub drain is slow, friday after 2, 88 Birch Ln 78745', 'Tub drain is slow'],
    ['Handyman @ 88 birch ln at 4pm tomorrow please', 'Handyman'],
    ['need a painter wednesday at 9 @ 88 Birch Ln', 'Need a painter'],
    ['88 Birch Ln 78745. The oven stays cold. Tomorrow morning please', 'The oven stays cold'],
    [
      'Hello there! could someone come out and look at my boiler on monday between 1 and 3? thank you so much',
      'Look at my boiler',
    ],
    ['i live at 88 birch ln, the shower drips', 'The shower drips'],
    ['next tuesday works best, mow my lawn', 'Mow my lawn'],
    ["no, actually it's the hall lamp", 'The hall lamp'],
    ['Hi this is Ana, bathtub leaking', 'Bathtub leaking'],
    ['this is bad, the bathtub leaks', 'This is bad, the bathtub leaks'],
    ['water everywhere, can someone come now?', 'Water everywhere'],
    ['toilet runs, call me 512-555-0100 or a.b@example.com', 'Toilet runs, call me'],
    ['the heater wont turn on', 'The heater wont turn on'],
    ['no hot water since yesterday', 'No hot water since yesterday'],
    ['paint the den for under $400 on friday', 'Paint the den for under $400'],
    ['come saturday to fix the gate', 'Fix the gate'],
    ['make it 4pm', ''],
    ['thursday after 3', ''],
    ['hola, se tapó la tina, pueden venir mañana por la tarde por favor?', 'Se tapó la tina'],
    ['vivo en 88 Birch Ln 78745 y no sirve la estufa', 'No sirve la estufa'],
  ])('%s', (text, left) => {
    expect(read(text).about).toBe(left);
  });

  test('lines stand apart, and long words are cut', () => {
    expect(read('sink leaks\nthe one in the hall').about).toBe('Sink leaks, the one in the hall');
    expect(read('leak '.repeat(200)).about.length).toBeLessThanOrEqual(300);
  });
});

describe('several jobs in one text', () => {
  it.each([
    ['tub drips and the fan switch in the den is dead', ['plumbing', 'electrical']],
    ['need a locksmith and also an electrician', ['locksmith', 'electrical']],
    [
      'mow the yard, the garage door is stuck, and we need our gutters cleaned',
      ['lawn_landscaping', 'garage_door', 'gutters'],
    ],
    ['se tapó la tina y no sirve un enchufe', ['plumbing', 'electrical']],
  ])('%s', (text, ids) => {
    expect(read(text)).toMatchObject({ intent: 'job', jobs: ids.map((id) => ({ id })) });
    expect(read(text).categories.map(({ id }) => id)).toEqual(ids);
  });

  it.each([
    'tub and toilet are leaking',
    'the boiler leaks and the drywall below is wet',
    'haul off a sofa and a mattress',
    'the yard is full of weeds, need it cleaned up',
  ])('one in: %s', (text) => {
    expect(read(text).jobs).toHaveLength(1);
  });

  it('says each in its own words', () => {
    const { jobs } = read('tomorrow at 3: tub drips and i also need my lawn mowed, 88 Birch Ln');
    expect(jobs.map(({ words }) => words)).toEqual(['Tub drips', 'Need my lawn mowed']);
  });
});
