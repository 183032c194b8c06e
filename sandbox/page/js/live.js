// @ts-check
import { world } from './world.js';

const POLL_MS = 3_000;
const SHORTEST_MS = 300;

/**
 * Calls `onNews` with the topic whenever the sandbox has something new: by server-sent events, and where these do not
 * come through, by a long poll of the phone in front.
 *
 * @param {(topic: string) => void} onNews
 * @param {() => string} frontNumber
 */
export const listen = (onNews, frontNumber) => {
  const polling = startPolling(onNews, frontNumber);
  const source = new EventSource('/news');
  source.onopen = () => {
    polling.stop();
    onNews('all');
  };
  source.onmessage = ({ data }) => onNews(topicOf(data));
  // The browser tries again by itself, unless the answer was no stream at all.
  source.onerror = () => polling.start();
};

/** A topic, bare or as `{ topic }`. @param {string} data */
const topicOf = (data) => {
  try {
    return String(JSON.parse(data).topic ?? 'all');
  } catch {
    return data;
  }
};

/** @param {(topic: string) => void} onNews @param {() => string} frontNumber */
const startPolling = (onNews, frontNumber) => {
  let isOn = false;
  const loop = async () => {
    while (isOn) {
      await waitForText(frontNumber());
      if (isOn) onNews('all');
    }
  };
  return {
    start: () => {
      if (isOn) return;
      isOn = true;
      void loop();
    },
    stop: () => {
      isOn = false;
    },
  };
};

/** Returns when the phone has a new text, or after a while: other phones and the clock move too. @param {string} number */
const waitForText = async (number) => {
  const seen = number ? await world.texts(number).catch(() => null) : null;
  if (seen === null) return pause(POLL_MS);
  const arrival = world.texts(number, { after: seen.cursor, waitMs: POLL_MS }).catch(() => pause(POLL_MS));
  return Promise.all([arrival, pause(SHORTEST_MS)]);
};

/** @param {number} ms */
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
