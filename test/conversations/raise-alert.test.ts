import { describe, expect, it } from 'vitest';
import { makeAlerts } from '../../src/conversations/raise-alert.ts';

const alert = { id: 'a.1.0', about: 'danger', ref: 'a', code: 'K7', at: new Date('2026-11-24T15:00:00Z') };

type Fate = 'done' | 'refused' | 'later' | 'unknown';
const answers = {
  done: { outcome: 'done', value: { sid: 'SM1' } },
  refused: { outcome: 'refused', reason: 'optedOut', code: 21_610 },
  later: { outcome: 'later', afterMs: 1_000 },
  unknown: { outcome: 'unknown' },
} as const;

/** A book that remembers, and a phone that takes texts as `fates` say, one after the other. */
const office = (to: string | null, ...fates: readonly Fate[]) => {
  const told = new Set<string>();
  const sent: string[] = [];
  const alerts = makeAlerts({
    to,
    book: {
      keep: ({ id }) => Promise.resolve({ isTold: told.has(id) }),
      noteTold: (id) => Promise.resolve(void told.add(id)),
    },
    texts: {
      send: ({ body }: { body: string }) => Promise.resolve(answers[fates[sent.push(body) - 1] ?? 'done']),
    } as never,
    mail: () => Promise.reject(new Error('nobody has a mail address')),
  });
  return { sent, raise: () => alerts.raise(alert) };
};

describe('an alert', () => {
  it('is told once, with ids only', async () => {
    const { raise, sent } = office('+15125550113', 'done');
    expect([await raise(), await raise()]).toEqual([true, true]);
    expect(sent).toEqual(['Fixline: danger K7 needs a person. See /admin (a).']);
  });

  it.each(['later', 'unknown'] as const)('is told again when the answer was %s', async (fate) => {
    const { raise, sent } = office('+15125550113', fate, 'done');
    expect([await raise(), await raise(), await raise()]).toEqual([false, true, true]);
    expect(sent).toHaveLength(2);
  });

  it('that nobody may be told is kept for the dashboard, and is over', async () => {
    const refused = office('+15125550113', 'refused');
    expect([await refused.raise(), await refused.raise(), refused.sent.length]).toEqual([true, true, 1]);
    const silent = office(null);
    expect([await silent.raise(), silent.sent.length]).toEqual([true, 0]);
  });
});
