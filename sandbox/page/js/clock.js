// @ts-check
import { byId, iconUrl, say } from './element.js';
import { notify, tryTo } from './notice.js';
import { dayOf, hourOf, longDayOf, nextMorning, timeOf } from './zone.js';
import { world } from './world.js';

const TICK_MS = 1_000;
/** How far business time is ahead of this browser's. @type {number | undefined} */
let aheadMs;
let isSkipping = false;

const now = () => Date.now() + (aheadMs ?? 0);

/** The business clock and its skip buttons. @param {() => void} afterSkip */
export const showClock = (afterSkip) => {
  setInterval(draw, TICK_MS);
  byId('skips').addEventListener('click', (/** @type {any} */ event) => {
    const step = event.target.closest('[data-skip]')?.dataset.skip;
    if (step) void skip(step, afterSkip);
  });
  byId('skip-toggle').addEventListener('click', () => {
    const isShown = document.body.dataset.skips !== 'open';
    document.body.dataset.skips = isShown ? 'open' : '';
    byId('skip-toggle').setAttribute('aria-expanded', String(isShown));
  });
  void world.due().then(
    ({ nextDueAt }) => void (byId('skip-due').hidden = nextDueAt === undefined),
    () => undefined,
  );
};

export const fetchClock = async () => {
  const answer = await world.clock();
  aheadMs = Date.parse(answer.now) - Date.now();
  draw();
};

const draw = () => {
  if (aheadMs === undefined) return;
  const at = now();
  const isDay = hourOf(at) >= 7 && hourOf(at) < 19;
  say(byId('clock-time'), timeOf(at));
  say(byId('clock-date'), matchMedia('(width < 1240px)').matches ? dayOf(at) : longDayOf(at));
  byId('clock-time').setAttribute('datetime', new Date(at).toISOString());
  byId('clock').dataset.sky = isDay ? 'day' : 'night';
  document.querySelector('.clock-sky use')?.setAttribute('href', iconUrl(isDay ? 'sun' : 'moon'));
};

/** @param {string} step @returns {Promise<{ advance: string } | { to: string } | null>} */
const orderOf = async (step) => {
  if (step === 'morning') return { to: new Date(nextMorning(now())).toISOString() };
  if (step !== 'due') return { advance: step };
  const { nextDueAt } = await world.due();
  if (nextDueAt) return { to: new Date(Math.max(Date.parse(nextDueAt), now() + 1_000)).toISOString() };
  notify('Nothing is due: the app waits for somebody to write.', 'good');
  return null;
};

/** @param {string} step @param {() => void} afterSkip */
const skip = async (step, afterSkip) => {
  if (isSkipping) return;
  setSkipping(true);
  await tryTo(async () => {
    const order = await orderOf(step);
    if (order) await world.moveClock(order);
    await fetchClock();
  });
  setSkipping(false);
  afterSkip();
};

/** @param {boolean} isOn */
const setSkipping = (isOn) => {
  isSkipping = isOn;
  document.body.classList.toggle('skipping-time', isOn);
  byId('skips').setAttribute('aria-busy', String(isOn));
  for (const button of byId('skips').querySelectorAll('button')) button.setAttribute('aria-disabled', String(isOn));
  say(byId('skipping'), isOn ? 'Skipping time' : '');
};
