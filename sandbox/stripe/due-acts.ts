import type { Desk } from './desk.ts';
import { failRefund } from './failing-refunds.ts';
import { closeDispute, openDispute } from './disputes.ts';
import { arrivePayout, payOut } from './payouts.ts';
import type { DueAct, DueKind } from './records.ts';
import { expireByTime } from './sessions.ts';

const acts: Record<DueKind, (desk: Desk, subject: string) => void> = {
  expireSession: expireByTime,
  dispute: (desk, charge) => void openDispute(desk, { charge, reason: 'fraudulent' }),
  failRefund,
  loseDispute: (desk, dispute) => closeDispute(desk, dispute, 'lost'),
  payOut,
  arrivePayout,
};

/** Notes what will happen at a moment of the business clock. The same kind, subject and moment twice is once. */
export function scheduleAct(desk: Desk, act: Omit<DueAct, 'id'>): void {
  const id = `${act.kind}:${act.subject}:${act.due}`;
  if (desk.due.has(id)) return;
  desk.due.set(id, { ...act, id });
  arm(desk, { ...act, id });
}

/** Arms again what was noted before a restart; what fell due meanwhile happens at once. */
export function rearmActs(desk: Desk): void {
  for (const act of [...desk.due.values()]) arm(desk, act);
}

function arm(desk: Desk, act: DueAct): void {
  desk.world.clock.at(new Date(act.due * 1000), `stripe ${act.kind}`, () => {
    if (!desk.due.delete(act.id)) return;
    acts[act.kind](desk, act.subject);
  });
}
