import { describe, expect, it } from 'vitest';
import { understand } from '../../src/language/understand.ts';

const read = (text: string) =>
  understand(text, {
    now: '2026-06-09T09:40',
    zone: 'America/Chicago',
    language: null,
    asked: { kind: 'yesNo', options: [] },
  });

describe('danger', () => {
  it.each([
    ['it smells like gas in here', 'gas'],
    ['my house stinks of rotten eggs smell near stove, smells like rotten eggs', 'gas'],
    ['hay un olor fuerte a gas', 'gas'],
    ['fuga de gas en la cocina', 'gas'],
    ['carbon monoxide alarm keeps beeping', 'carbonMonoxide'],
    ['está sonando la alarma de monóxido', 'carbonMonoxide'],
    ['the dryer is on fire', 'fire'],
    ['theres smoke coming out of the wall', 'fire'],
    ['sale humo del horno, se está quemando', 'fire'],
    ['the plug is sparking', 'sparks'],
    ['breaker box has a burning smell', 'sparks'],
    ['salen chispas del enchufe', 'sparks'],
    ['a pipe burst and the kitchen is flooding', 'flooding'],
    ['water pouring out of the wall', 'flooding'],
    ['se reventó la tubería, agua por todas partes', 'flooding'],
    ['my dad fell off the ladder and is not breathing', 'medical'],
    ['she has chest pains', 'medical'],
    ['mi abuela se desmayó', 'medical'],
    ['call 911 please', 'medical'],
    ['sparks stopped but it smells burnt', 'sparks'],
    ['no more smoke, now it smells like gas', 'gas'],
    ['the smell is gone, the carbon monoxide alarm is going off', 'carbonMonoxide'],
    ['the baby is locked in the car', 'medical'],
  ])('%s', (text, danger) => {
    expect(read(text)).toMatchObject({ danger, urgency: 'emergency', intent: 'job' });
  });

  it.each([
    'hook up a new gas stove',
    'quote for running a gas line to the grill',
    'smoke detector needs a new battery',
    'clean my fireplace',
    'install a carbon monoxide detector',
    'the furnace pilot flame is yellow',
    'repair smoke damage from last year',
    'basement flooded last month, want an inspection',
    'put up two flood lights',
    'change the spark plugs in my mower',
    'me llamas por favor',
    'there is no gas smell, just a quote',
    'fire pit and patio',
    'should i call 911',
    'do i need an ambulance',
    'no more sparks',
    'the smoke is gone',
    'its not sparking anymore',
    'ya no huele a gas',
    'bleed the radiator',
    'my two stroke mower died',
    'i broke my arm last year and need help with the yard',
  ])('none in: %s', (text) => {
    expect(read(text).danger).toBeNull();
  });
});

describe('urgency', () => {
  it.each([
    ['im locked out', 'emergency'],
    ['locked out, the kids are inside', 'emergency'],
    ['the commode is overflowing', 'emergency'],
    ['se está desbordando la tina', 'emergency'],
    ['sewer coming up in the shower', 'emergency'],
    ['the furnace is out and it is snowing', 'emergency'],
    ['no heat and a newborn at home', 'emergency'],
    ['the gutter is overflowing', 'normal'],
    ['how much to fix an overflowing toilet', 'normal'],
    ['sewage is backing up into the tub', 'emergency'],
    ['ac is out, 99 degrees and a baby here', 'emergency'],
    ['no es urgente, pintar una recámara', 'flexible'],
    ['no rush, hang some blinds', 'flexible'],
    ['dishwasher stopped working', 'soon'],
    ['quote to paint two rooms', 'normal'],
    ['not an emergency but my sink drips', 'flexible'],
  ])('%s', (text, urgency) => {
    expect(read(text).urgency).toBe(urgency);
  });
});
