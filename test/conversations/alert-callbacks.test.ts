import { expect, it } from 'vitest';
import { acceptStatus } from '../../src/conversations/accept-status.ts';
import type { Runner } from '../../src/conversations/run.ts';
import type { Tools } from '../../src/conversations/tools.ts';

it('keeps no row for the fate of a text that told an administrator of an alert', async () => {
  const rows: string[] = [];
  const advance = ({ id }: { id: string }) => {
    rows.push(id);
    return Promise.resolve({ isFirstNews: false, isForward: false });
  };
  const tools = { log: { advance } } as unknown as Tools;
  const news = { sid: 'SM1', status: 'delivered', rank: 4, isBad: false, code: null };
  for (const effectId of ['alert-stuck:ref.1.0', 'alert-uncompared:2035-03-06T15:00:00.000Z', 'ref.1.0'])
    await acceptStatus(tools, {} as Runner, { effectId, news });
  expect(rows).toEqual(['ref.1.0']);
});
