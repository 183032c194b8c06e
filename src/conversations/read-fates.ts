// What became of our texts of which Twilio has told us no end: its callbacks can all be lost, and who was never reached is not silent.
import { acceptStatus } from './accept-status.ts';
import type { LoggedText } from './ports/message-log.ts';
import type { Runner } from './run.ts';
import type { Tools } from './tools.ts';

const HOUR_MS = 3_600_000;
/** A text waits ten hours at most in Twilio's queue; two more for its carrier to tell. */
const AGE_MS = 12 * HOUR_MS;
/** Before the first look: silence is taken for a yes after 48 hours, so who was asked longer ago has been paid for. */
const FIRST_LOOK_MS = 48 * HOUR_MS;
/** One look asks for so many; the next one goes on from there. */
const AT_ONCE = 200;

/** Asks Twilio once for each such text, when it is twelve hours old. Bad news are heard as if their callback had come. */
export const makeReadFates = (tools: Tools, runner: Runner) => async (): Promise<void> => {
  const to = new Date(tools.clock.now().getTime() - AGE_MS);
  const { upTo } = await tools.comparisons.last('fates');
  const from = upTo ?? new Date(to.getTime() + AGE_MS - FIRST_LOOK_MS);
  const open = await tools.log.withoutEnd({ from, to, limit: AT_ONCE });
  for (const text of open) {
    if (!(await isRead(tools, runner, text))) return tools.comparisons.note('fates', text.at);
  }
  const last = open.length < AT_ONCE ? undefined : open.at(-1);
  await tools.comparisons.note('fates', last === undefined ? to : last.at);
};

/** false: Twilio does not answer, so that the next look begins with this text. */
const isRead = async (tools: Tools, runner: Runner, { id, sid }: LoggedText): Promise<boolean> => {
  if (sid === null) return true;
  const fate = await tools.texts.fateOf(sid);
  if (fate.outcome === 'done') await acceptStatus(tools, runner, { effectId: id, news: { sid, ...fate.value } });
  return fate.outcome === 'done' || fate.outcome === 'refused';
};
