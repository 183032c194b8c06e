// @ts-check
import { byId, make, say } from './element.js';

const SHOWN_MS = 7_000;

/** Shows a sentence at the foot of the page for a while. @param {string} sentence @param {'bad' | 'good'} [mood] */
export const notify = (sentence, mood = 'bad') => {
  const toast = make('p', { class: `toast ${mood}` }, sentence);
  byId('toasts').append(toast);
  setTimeout(() => toast.remove(), SHOWN_MS);
};

/** Speaks to screen readers only. @param {string} sentence */
export const announce = (sentence) => say(byId('announce'), sentence);

/** Runs something that asks the sandbox; a failure is told at the foot of the page. @template T @param {() => Promise<T>} act @returns {Promise<T | undefined>} */
export const tryTo = async (act) => {
  try {
    return await act();
  } catch (error) {
    notify(error instanceof Error ? error.message : String(error));
    return undefined;
  }
};
