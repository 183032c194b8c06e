import { describe, expect, test } from 'vitest';
import type { Event } from '../../src/machines/events.ts';
import { jobMachine } from '../../src/machines/job.ts';
import { letter } from './job-letters.ts';
import { back, change, drop, friday, fridayAt9, hearAll, no, number, talk, text, yes, type Talk } from './talk.ts';

const searching = () => talk(jobMachine, letter['search.started']);
const proposed = () => searching().hear(letter['provider.proposed']);
const paying = () => hearAll(proposed(), number(1), letter['payment.requested']);
const booked = () => paying().hear(letter['booking.confirmed']);

const told = (after: Talk): readonly Event[] => after.orders('tell').map(({ event }) => event);

test('the whole way, as it is read', () => {
  const story: string[] = [];
  let now = searching();
  story.push(now.words());
  const events: readonly (readonly [string, Event])[] = [
    ['', letter['provider.proposed']],
    ['1', number(1)],
    ['', letter['payment.requested']],
    ['', letter['hold.ending']],
    ['paid!', text('paid!')],
    ['', letter['booking.confirmed']],
    ['', letter['visit.remembered']],
    ['', letter['visit.departed']],
    ['', letter['visit.arrived']],
    ['', letter['visit.finished']],
    ['1', number(1)],
    ['', letter['booking.settled']],
    ['5', text('5', { rating: 5, choice: 5 })],
  ];
  for (const [words, event] of events) {
    now = now.hear(event);
    story.push(`> ${words}`, now.words());
  }
  expect(story.filter((line) => line !== '> ' && line !== '').join('\n')).toMatchInlineSnapshot(`
    "Looking for a plumber near you for Thu Nov 26, 3-5 pm. I'll text you by 3:40 pm.
    Dana, 4.9 (120), 3 mi, Thu Nov 26, 3-5 pm, $135.45 in all (fee $6.45), nothing more without your yes. Answer by 3:55 pm, then 15 min to pay. 1 book, 2 next pro, 3 other time
    > 1
    To book Dana for Thu Nov 26, 3-5 pm (K7), pay $135.45: https://fixline.example/p/abc Held until 4:05 pm. Other plans? CHANGE or DROP
    Dana is held for you only until 4:05 pm. Pay here to book: https://fixline.example/p/abc Paid already? I text you as soon as it is here.
    > paid!
    Your payment is not here yet. Once it is, I text you at once. Link: https://fixline.example/p/abc It holds until 4:05 pm.
    Booked (K7): Dana, Thu Nov 26, 3-5 pm, $135.45 paid. I text you the day before and when Dana is on the way. Other plans? CHANGE K7
    Tomorrow: Dana comes Thu Nov 26, 3-5 pm (K7). Other plans? CHANGE K7
    Dana is on the way to you (K7).
    Dana is at your place (K7). I text you when the work is done.
    Dana says the job is done (K7). 1 all good, 2 problem. If I hear nothing by Sat 4 pm, the pro is paid.
    > 1
    How was Dana? Reply 1-5, 5 is best (K7).
    > 5
    Thank you! Text me any time you need a pro."
  `);
  expect(now.value).toBe('thanked');
});

describe('choosing', () => {
  test('1 chooses, the link follows by letter', () => {
    const chosen = proposed().hear(number(1));
    expect(chosen.value).toBe('awaitingLink');
    expect(told(chosen)).toEqual([{ type: 'provider.chosen', attempt: 1 }]);
    expect(chosen.hear(text('ok', { intent: 'yes' })).words()).toContain('Your payment link comes in a moment');
  });
  test.each([number(2), no, text('another one', { intent: 'more' }), text('too expensive'), text('muy caro')])(
    '2 asks the next: %#',
    (next) => {
      const passed = proposed().hear(next);
      expect(passed.value).toBe('awaitingProvider');
      expect(told(passed)).toEqual([{ type: 'provider.passed', attempt: 1, wants: 'nextProvider' }]);
    },
  );
  test('3 asks for another time; it is asked for with the same booking', () => {
    const asked = proposed().hear(number(3));
    expect(asked.words()).toContain('Which time?\n1 Tue Nov 24, 12-2 pm');
    expect(told(asked)).toEqual([]);
    const chosen = asked.hear(number(1));
    expect(chosen.value).toBe('awaitingProvider');
    expect(told(chosen)).toEqual([
      { type: 'provider.passed', attempt: 1, wants: 'otherTime' },
      { type: 'search.repeated', windows: [expect.objectContaining({ start: '2026-11-24T18:00:00Z' })] },
    ]);
    expect(chosen.hear(letter['search.started']).words()).toContain('Looking for a plumber');
  });
  test('another time in words, at once or in two steps', () => {
    expect(told(proposed().hear(text('friday at 9', { when: fridayAt9 })))).toHaveLength(2);
    const day = proposed().hear(text('friday', { when: friday }));
    expect(day.value).toBe('askingOtherTime');
    expect(day.words()).toContain('1 Fri Nov 27, 8-10 am');
    expect(day.hear(text('none', { intent: 'more' })).words()).toContain('1 Fri Nov 27, 6-8 pm');
    const past = { windows: [{ start: '2026-11-23T09:00', end: null }], precision: 'time', bound: 'at' } as const;
    expect(day.hear(text('yesterday', { when: past })).words()).toContain("That time can't be had");
  });
  test('back to the proposal', () => {
    const again = hearAll(proposed(), number(3), back);
    expect([again.value, again.words()]).toEqual([
      'choosingProvider',
      expect.stringContaining('Ok, one step back. Dana'),
    ]);
  });
  test('the pro is let go while another time is chosen', () => {
    const chosen = hearAll(proposed(), number(3), letter['choice.lapsed'], number(2));
    expect(told(chosen).map(({ type }) => type)).toEqual(['search.repeated']);
  });
  test('a proposal is not sent after its end', () => {
    expect(proposed().orders('say')[0]?.until).toBe('2026-11-24T21:55:00Z');
  });
});

describe('the search', () => {
  test('a "1" to a list that is over is answered with what holds now', () => {
    expect(searching().hear(number(1)).words()).toContain('Still looking for a plumber');
  });
  test('another time while it goes on: this one is withdrawn, a new one sent', () => {
    const moved = searching().hear(text('make it friday at 9', { intent: 'change', when: fridayAt9 }));
    expect(moved.value).toBe('withdrawn');
    expect(moved.orders('tell').map(({ to, event }) => [to.id === 'b1', event.type])).toEqual([
      [true, 'request.withdrawn'],
      [false, 'request.sent'],
    ]);
    expect(told(moved)[1]).toMatchObject({
      job: { words: 'Kitchen sink leaking' },
      homeowner: { thread: 'sms:+15125550100' },
      windows: [{ start: '2026-11-27T15:00:00Z' }],
    });
    expect(hearAll(searching(), change, back).value).toBe('awaitingProvider');
  });
  test('nobody found: again, other time, person, no', () => {
    const failed = searching().hear(letter['search.failed']);
    expect(failed.words()).toContain('I found nobody free for plumbing, Thu Nov 26, 3-5 pm. 1 ask again');
    expect(told(failed.hear(number(1)))).toEqual([{ type: 'search.repeated', windows: null }]);
    expect(failed.hear(number(2)).value).toBe('askingOtherTime');
    expect(failed.hear(number(3)).orders('alertPerson')[0]?.about).toBe('personAsked');
    expect(failed.hear(no).value).toBe('withdrawn');
  });
  test('"again" after the time has gone by asks for another one; an emergency is now again', () => {
    const friday4am = '2026-11-27T10:00:00Z';
    const late = searching().hear(letter['search.failed']).hear(number(1), friday4am);
    expect([late.value, told(late)]).toEqual(['askingOtherTime', []]);
    expect(late.words()).toContain("That time can't be had");
    const job = { ...letter['search.started'].job, urgency: 'emergency' } as const;
    const burst = talk(jobMachine, { ...letter['search.started'], job }).hear(letter['search.failed']);
    expect(told(burst.hear(number(1), friday4am))).toMatchObject([
      { type: 'search.repeated', windows: [{ start: '2026-11-27T10:00:00Z' }, {}, {}] },
    ]);
    // now it is Tuesday, and Thursday was chosen for it
    expect(told(burst.hear(number(1)))).toEqual([{ type: 'search.repeated', windows: null }]);
  });
  test('a question that nobody answers is let go after a day', () => {
    const failed = searching().hear(letter['search.failed']);
    expect(failed.orders('setTimer')).toEqual([{ type: 'setTimer', name: 'draft.idled', at: '2026-11-25T15:10:00Z' }]);
    expect(failed.hear(number(1)).orders('cancelTimer')).toEqual([{ type: 'cancelTimer', name: 'draft.idled' }]);
    const idle = failed.hear({ type: 'draft.idled' });
    expect([idle.value, idle.words(), told(idle)]).toEqual(['withdrawn', '', [{ type: 'request.withdrawn' }]]);
  });
  test('the choice lapsed: 1 tries again', () => {
    const lapsed = proposed().hear(letter['choice.lapsed']);
    expect(lapsed.words()).toMatch(/^The time to choose is over.*1 try again, 2 other time, 3 person$/);
    expect(told(lapsed.hear(yes))).toEqual([{ type: 'search.repeated', windows: null }]);
  });
});

describe('paying', () => {
  test('a word is no payment', () => {
    const said = paying().hear(text('i paid already'));
    expect([said.value, said.words()]).toEqual([
      'awaitingPayment',
      expect.stringContaining('Your payment is not here yet'),
    ]);
  });
  test('once the time to pay is over, nobody is sent to the link again', () => {
    for (const words of ['is it booked?', 'i paid already'])
      expect(paying().hear(text(words), '2026-11-24T22:05:00Z').words()).toContain('I am checking');
  });
  test('what did not come through brings a person, once', () => {
    const failed: Event = { type: 'text.failed', key: 'job.paymentRequested', code: 30003 };
    const lost = paying().hear(failed);
    expect(lost.orders('alertPerson')).toEqual([{ type: 'alertPerson', about: 'unreachable', code: 'K7' }]);
    expect([lost.value, lost.hear(failed).effects]).toEqual(['awaitingPayment', []]);
  });
  test('a declined card, a hold that ends, a link that could not be made', () => {
    expect(paying().hear(letter['payment.failed']).words()).toContain('Your card was declined. Nothing was charged.');
    expect(paying().hear(letter['hold.lapsed']).words()).toContain('The time to pay is over');
    const impossible = hearAll(proposed(), number(1), letter['payment.impossible']);
    expect([impossible.value, impossible.words()]).toEqual([
      'lapsed',
      expect.stringContaining('could not make a payment link'),
    ]);
  });
  test('dropped before the payment, paid all the same: the booking decides', () => {
    const dropped = paying().hear(drop);
    expect([dropped.value, told(dropped)]).toEqual(['withdrawn', [{ type: 'request.withdrawn' }]]);
    expect(dropped.words()).toContain('If a payment still comes in, it goes back');
    expect(dropped.hear(letter['hold.lapsed']).words()).toBe('');
    expect(dropped.hear({ ...letter['payment.returned'], reason: 'withdrawn' }).value).toBe('refunded');
    expect(dropped.hear(letter['booking.confirmed']).value).toBe('booked');
  });
  test('another time before the payment', () => {
    expect(told(paying().hear(text('friday at 9', { when: fridayAt9 }))).map(({ type }) => type)).toEqual([
      'request.withdrawn',
      'request.sent',
    ]);
    const asked = paying().hear(change);
    expect(asked.hear(back).words()).toContain('To book Dana');
    expect(told(hearAll(asked, letter['hold.lapsed'], number(1))).map(({ type }) => type)).toEqual(['search.repeated']);
    expect(asked.hear(letter['booking.confirmed']).value).toBe('booked');
  });
  test('paid twice: the visit stays', () => {
    const twice = booked().hear({ ...letter['payment.returned'], reason: 'paidTwice' });
    expect([twice.value, twice.words()]).toEqual([
      'booked',
      expect.stringContaining('You paid twice, the visit stays booked'),
    ]);
  });
  test('paid too late', () => {
    expect(hearAll(paying(), letter['hold.lapsed'], letter['booking.confirmed']).value).toBe('booked');
    const late = hearAll(paying(), letter['hold.lapsed'], letter['payment.returned']);
    expect([late.value, late.words()]).toEqual(['refunded', expect.stringContaining('I sent your $135.45 back')]);
  });
});
