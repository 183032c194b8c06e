import type { Switchboard } from './switchboard.ts';
import type { Text } from './text.ts';

interface Asked {
  readonly phone: string;
  readonly after: number;
  readonly waitMs: number;
}

/** Texts of a phone later than the cursor; when there are none, waits for the first (real time) or gives none. */
export const awaitTexts = (switchboard: Switchboard, { phone, after, waitMs }: Asked): Promise<Text[]> =>
  new Promise((resolve) => {
    const present = switchboard.ofPhone(phone, after);
    if (present.length > 0 || waitMs === 0) {
      resolve(present);
      return;
    }
    const finish = () => {
      clearTimeout(timer);
      leave();
      resolve(switchboard.ofPhone(phone, after));
    };
    const timer = setTimeout(finish, waitMs).unref();
    const leave = switchboard.world.news.subscribe((topic) => {
      if (topic === `phone:${phone}` && switchboard.ofPhone(phone, after).length > 0) finish();
    });
  });
