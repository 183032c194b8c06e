// What the homeowner wants the pro to know: kept until the visit is paid, then passed on.
import { assign } from 'xstate';
import { maskedWords } from '../../domain/job-words.ts';
import { doesAll } from '../effect.ts';
import type { Effect } from '../effects.ts';
import type { BookingContext } from './context.ts';
import { tellHolder } from './letters.ts';
import { bookingSetup, type On } from './setup.ts';

const MOST_NOTES = 5;

const withNote = ({ context, event }: On<'note.added'>): Partial<BookingContext> => ({
  notes: [...(context.notes ?? []), event.words].slice(-MOST_NOTES),
});

/** The order to tell the pro; phones, mails and links of the homeowner stay hidden (I8). */
const passOn = (context: BookingContext, words: string): Effect =>
  tellHolder(context, { type: 'visit.noted', bookingId: context.bookingId, words: maskedWords(words) });

/** All that was noted before the visit was paid. */
export const passOnNotes = (context: BookingContext): readonly Effect[] => {
  const { notes = [] } = context;
  return notes.length === 0 ? [] : [passOn(context, notes.join('. '))];
};

/** Before the payment a note waits; nobody knows yet who the pro will be. */
export const keepsNotes = bookingSetup.createStateConfig({ on: { 'note.added': { actions: assign(withNote) } } }).on;

/** A visit under way: its pro is told at once. */
export const passesNotes = bookingSetup.createStateConfig({
  on: {
    'note.added': {
      actions: [assign(withNote), doesAll(({ context, event }) => [passOn(context, event.words)])],
    },
  },
}).on;
