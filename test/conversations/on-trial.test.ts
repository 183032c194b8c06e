import { describe, expect, it } from 'vitest';
import { isFatal, isSuspect, makeAlone } from '../../src/conversations/on-trial.ts';

describe('what was taken up time and again', () => {
  it('comes on trial at the third time, and to a person only after three trials that nobody survived', () => {
    const judged = (takenUp: number, trials: number) => {
      const taken = { id: 'SM1', takenUp, trials };
      return [isSuspect(taken), isFatal(taken)];
    };
    expect(judged(2, 0)).toEqual([false, false]);
    expect(judged(3, 0)).toEqual([true, false]);
    expect(judged(40, 2)).toEqual([true, false]);
    expect(judged(6, 3)).toEqual([false, true]);
  });

  it('is begun one after the other, and one that fails holds up no other', async () => {
    const alone = makeAlone();
    const lines: string[] = [];
    const trial = (name: string) => () =>
      new Promise<void>((resolve) => {
        lines.push(`${name} begins`);
        setImmediate(() => {
          lines.push(`${name} ends`);
          resolve();
        });
      });
    const failing = alone(() => Promise.reject(new Error('broken')));
    await Promise.all([expect(failing).rejects.toThrow('broken'), alone(trial('first')), alone(trial('second'))]);
    expect(lines).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
  });
});
