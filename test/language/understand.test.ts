import { describe, expect, it } from 'vitest';
import type { Language, Reading } from '../../src/domain/reading.ts';
import type { Asked } from '../../src/language/asked-kind.ts';
import { understand } from '../../src/language/understand.ts';

const read = (text: string, asked: Asked = null, language: Language | null = null): Reading =>
  understand(text, { now: '2026-06-09T09:40', zone: 'America/Chicago', language, asked });

const intents = (asked: Asked, table: readonly (readonly [string, string])[]): void => {
  it.each(table)('%s', (text, intent) => {
    expect(read(text, asked).intent).toBe(intent);
  });
};

describe('a request', () => {
  it('gives all that was said in one text', () => {
    const reading = read(
      'Hi, my bathroom faucet keeps dripping. 88 Cedar Creek Ln apt 12, 78745. Friday after 2, under $180. My name is Rosa Diaz 512-555-0134',
    );
    expect(reading).toMatchObject({
      intent: 'job',
      language: 'en',
      urgency: 'soon',
      danger: null,
      place: { street: '88 Cedar Creek Ln apt 12', number: '88', zip: '78745' },
      when: { bound: 'after', windows: [{ start: '2026-06-12T14:00', end: '2026-06-13T00:00' }] },
      money: { cents: 18000, currency: 'USD' },
      contact: { name: 'Rosa Diaz', phone: '+15125550134' },
    });
    expect(reading.categories[0]?.id).toBe('plumbing');
  });

  it('does so in Spanish', () => {
    const reading = read(
      'Hola, se me descompuso la secadora. Estoy en 410 calle Pecan, 78702, puede ser el sábado a las 11',
    );
    expect(reading).toMatchObject({
      intent: 'job',
      language: 'es',
      place: { street: '410 calle Pecan', zip: '78702' },
      when: { windows: [{ start: '2026-06-13T11:00' }] },
    });
    expect(reading.categories[0]?.id).toBe('appliance_repair');
  });

  it('keeps the text, trimmed and cut at 1,600', () => {
    expect(read('  my Sink  ').words).toBe('my Sink');
    expect(read('x'.repeat(5000)).words).toHaveLength(1600);
  });
});

describe('yes and no, by what was asked', () => {
  intents({ kind: 'yesNo', options: [] }, [
    ['yes please', 'yes'],
    ['sí, claro', 'yes'],
    ['dale pues', 'yes'],
    ['yep thats fine', 'yes'],
    ['sounds good to me', 'yes'],
    ['ok thanks', 'yes'],
    ['listo', 'yes'],
    ['👍', 'yes'],
    ['nope', 'no'],
    ['no gracias', 'no'],
    ['no that is not right', 'no'],
    ['maybe some other time', 'no'],
    ['👎', 'no'],
    ['no, the 15th please', 'correct'],
    ['actually make that 4pm', 'correct'],
    ['no hot water in the shower', 'job'],
    ['no more hot water', 'job'],
    ['no pressure in the tub', 'job'],
    ['no dogs here', 'unclear'],
    ['nothing works in the den', 'unclear'],
    ['yesterday the tub broke', 'job'],
    ['y también la tina', 'job'],
    ['n congress ave side', 'unclear'],
    ['no problem', 'yes'],
    ['that one looks good', 'yes'],
    ['yes that is all correct', 'yes'],
    ['no friday', 'correct'],
    ['yes but on friday', 'correct'],
    ['no, apt 9', 'correct'],
    ['ya no gracias', 'no'],
    ['no dont', 'no'],
    ['not sure yet', 'maybe'],
    ['is there somebody else?', 'more'],
  ]);
});

describe('what others said', () => {
  intents({ kind: 'choice', options: ['1', '2', '3'] }, [
    ['my husband says yes', 'yes'],
    ['mi esposa dice que sí', 'yes'],
    ['my wife said ok but later', 'unclear'],
    ['has anyone said yes?', 'question'],
    ['nobody said yes?', 'question'],
    ['lets go ahead', 'yes'],
    ['lets go somewhere cheaper', 'price'],
  ]);
});

describe('answers to what was asked', () => {
  intents({ kind: 'time', options: [] }, [
    ['saturday morning', 'answer'],
    ['ok friday at 1', 'answer'],
    ['no wait, monday', 'correct'],
    ['whenever you can', 'answer'],
    ['can we do another day?', 'change'],
  ]);
  intents({ kind: 'place', options: [] }, [
    ['78745', 'answer'],
    ['round rock', 'answer'],
    ['88 cedar creek ln', 'answer'],
    ['why do you need it?', 'question'],
  ]);
  intents({ kind: 'name', options: [] }, [
    ['Rosa', 'answer'],
    ['help', 'help'],
    ['its Luis Ortega', 'answer'],
  ]);
  intents({ kind: 'words', options: [] }, [
    ['Late, and he left a mess', 'answer'],
    ['cancel', 'cancel'],
  ]);
  intents({ kind: 'rating', options: [] }, [
    ['5', 'answer'],
    ['four stars', 'answer'],
  ]);
});

describe('at any time', () => {
  intents(null, [
    ['hello there', 'greet'],
    ['hola buenas', 'greet'],
    ['thanks a ton', 'thanks'],
    ['ok gracias', 'thanks'],
    ['bye now', 'bye'],
    ['help', 'help'],
    ['ayuda', 'help'],
    ['start over please', 'restart'],
    ['empezar de nuevo', 'restart'],
    ['go back', 'back'],
    ['what did you say?', 'repeat'],
    ['let me speak to a human', 'person'],
    ['quiero hablar con una persona', 'person'],
    ['is this a bot?', 'aboutUs'],
    ['español por favor', 'language'],
    ['how much will that be', 'price'],
    ['where is my electrician?', 'status'],
    ['a qué hora llega?', 'status'],
    ['cancel my visit', 'cancel'],
    ['cancelar la cita', 'cancel'],
    ['is my visit cancelled?', 'status'],
    ['have you cancelled it', 'status'],
    ['have my appointment cancelled please', 'cancel'],
    ['was hoping to get this cancelled', 'cancel'],
    ['is it possible to get it cancelled', 'cancel'],
    ['it has to be cancelled', 'cancel'],
    ['never mind, already fixed', 'dropJob'],
    ['i need to reschedule', 'change'],
    ['START', 'start'],
    ['asdf qwerty', 'unclear'],
    ['', 'unclear'],
  ]);
});

describe('opting out by meaning', () => {
  intents(null, [
    ['Please quit texting this number', 'stop'],
    ['dont message me again', 'stop'],
    ['remove me from your list', 'stop'],
    ['ya no me manden mensajes', 'stop'],
    ['quítenme de su lista', 'stop'],
    ['how do i stop the leak under the sink', 'job'],
    ['stop the water heater from leaking', 'job'],
    ['please stop by friday to look at my fence', 'job'],
  ]);
});

describe('choices', () => {
  const options = ['Luis, Thu 2pm', 'Dana, Thu 4pm', 'Kim, Fri 9am'];
  it.each([
    ['2', 2],
    ['2.', 2],
    ['#3', 3],
    ['option 1', 1],
    ['the third one', 3],
    ['la segunda por favor', 2],
    ['uno', 1],
    ['b', 2],
    ['dana', 2],
    ['the last one', 3],
    ['the 9am one', 3],
  ])('%s', (text, choice) => {
    const reading = read(text, { kind: 'choice', options });
    expect([reading.choice, reading.intent]).toEqual([choice, 'choose']);
  });

  it('names none when none was named', () => {
    expect(read('are they licensed?', { kind: 'choice', options }).choice).toBeNull();
  });
});

describe('ratings', () => {
  it.each([
    ['4', 4],
    ['5 stars', 5],
    ['tres estrellas', 3],
    ['10/10', 5],
    ['un 10', 5],
    ['6/10', 3],
    ['5, he was great', 5],
    ['⭐⭐⭐⭐', 4],
    ['he was great', null],
    ['11/10', null],
  ])('%s', (text, rating) => {
    expect(read(text, { kind: 'rating', options: [] }).rating).toBe(rating);
  });
});

describe('the language of a text', () => {
  it.each([
    ['my sink leaks', 'en'],
    ['mi lavabo gotea', 'es'],
    ['¿cuánto?', 'es'],
    ['my baño is flooded', null],
    ['K7', null],
    ['ok', null],
  ])('%s', (text, language) => {
    expect(read(text).language).toBe(language);
  });
});

it('hears nothing in a tap on a message of ours', () => {
  const reading = read('Liked “Your plumber comes Friday at 2. Reply YES to confirm”');
  expect(reading).toMatchObject({ isTapback: true, intent: 'unclear', when: null, word: null, categories: [] });
  expect(read('Loved an image').isTapback).toBe(true);
  expect(read('I loved the work').isTapback).toBe(false);
});
