// @ts-check
/**
 * @typedef {{ number: string, label?: string, role?: string, unread?: number, autopilot?: boolean }} Phone
 * @typedef {{ sid: string, direction: 'in' | 'out', from: string, to: string, body: string, media?: any[], buttons?: any[],
 *   status?: string, segments?: number, at: string, errorCode?: number | null }} Text
 * @typedef {{ id: string, url: string, amount: number, currency: string, status: string, description?: string }} Payment
 */

/** Asks the sandbox; throws an Error with a sentence for people. @param {string} method @param {string} path @param {object} [body] @returns {Promise<any>} */
const ask = async (method, path, body) => {
  const init =
    body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const answer = await fetch(path, { method, ...init }).catch(() => {
    throw new Error('The sandbox does not answer. Is npm start still running?');
  });
  const text = await answer.text();
  if (!answer.ok) throw Object.assign(new Error(reasonOf(text, answer.status)), { status: answer.status });
  return parsed(text);
};

/** @param {string} text */
const parsed = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** @param {string} text @param {number} status */
const reasonOf = (text, status) => {
  const told = parsed(text);
  const reason = told?.message ?? told?.error?.message ?? told?.error;
  return typeof reason === 'string' ? reason : `The sandbox answered ${status}.`;
};

/** @param {string} number */
const phonePath = (number) => `/phones/${encodeURIComponent(number)}`;

/** The sandbox's routes, one function each. */
export const world = {
  /** @returns {Promise<Phone[]>} */
  phones: () => ask('GET', '/phones'),
  /** @param {string} number @param {object} change */
  putPhone: (number, change) => ask('PUT', phonePath(number), change),
  /** All texts of a phone; given a cursor it waits up to `waitMs` for later ones. @param {string} number @param {{ after: string, waitMs: number }} [wait] @returns {Promise<{ texts: Text[], cursor: string }>} */
  texts: (number, wait) =>
    ask(
      'GET',
      `${phonePath(number)}/texts${wait ? `?after=${encodeURIComponent(wait.after)}&waitMs=${wait.waitMs}` : ''}`,
    ),
  /** @param {string} number @param {object} text */
  send: (number, text) => ask('POST', `${phonePath(number)}/texts`, text),
  /** @param {boolean} on @param {string[]} [numbers] */
  autopilot: (on, numbers) => ask('POST', '/autopilot', numbers ? { on, numbers } : { on }),
  clock: () => ask('GET', '/clock'),
  /** When the next thing falls due in the app or in the world outside. */
  due: () => ask('GET', '/due'),
  /** @param {{ advance: string } | { to: string }} step */
  moveClock: (step) => ask('POST', '/clock', step),
  /** @returns {Promise<Payment[]>} */
  payments: () => ask('GET', '/payments'),
  /** @param {string} id @param {object} body */
  pay: (id, body) => ask('POST', `/pay/${encodeURIComponent(id)}`, body),
  books: () => ask('GET', '/books'),
  account: () => ask('GET', '/account'),
  faults: () => ask('GET', '/faults'),
  /** @param {object} fault */
  addFault: (fault) => ask('POST', '/faults', fault),
  clearFaults: () => ask('DELETE', '/faults'),
};
