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
  const errors: unknown[] = [];
  const alerts = makeAlerts({
    to,
    book: {
      keep: ({ id }) => Promise.resolve({ isTold: told.has(id) }),
      noteTold: (id) => Promise.resolve(void told.add(id)),
    },
    texts: {
      send: ({ body }: { body: string }) => Promise.resolve(answers[fates[sent.push(body) - 1] ?? 'done']),
    } as never,
    journal: { error: (facts) => void errors.push(facts) },
    mail: () => Promise.reject(new Error('nobody has a mail address')),
  });
  return { sent, errors, raise: async () => (await alerts.raise(alert)).outcome };
};

describe('an alert', () => {
  it('is told once, with ids only', async () => {
    const { raise, sent } = office('+15125550113', 'done');
    expect([await raise(), await raise()]).toEqual(['done', 'done']);
    expect(sent).toEqual(['Fixline: danger K7 needs a person. See /admin (a).']);
  });

  it.each(['later', 'unknown'] as const)('is told again when the answer was %s', async (fate) => {
    const { raise, sent } = office('+15125550113', fate, 'done');
    expect([await raise(), await raise(), await raise()]).toEqual([fate, 'done', 'done']);
    expect(sent).toHaveLength(2);
  });

  it('that the address refuses is kept for the dashboard, and said in the log', async () => {
    const { errors, raise } = office('+15125550113', 'refused');
    expect(await raise()).toBe('refused');
    expect(errors).toEqual([{ alert: 'a.1.0', reason: 'optedOut', code: 21_610 }]);
  });

  it('is only kept where nobody is to be told', async () => {
    const { raise, sent } = office(null);
    expect([await raise(), sent.length]).toEqual(['done', 0]);
  });
});
