// @ts-check
/**
 * What this browser remembers: which phones lie open, what was being typed on them, what has been read. Everything
 * else belongs to the sandbox and is fetched.
 */
const KEY = 'fixline-phones-1';
const LONGEST_DRAFT = 2000;

/** @returns {Record<string, any>} */
const remembered = () => {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') ?? {};
  } catch {
    return {};
  }
};

const before = remembered();

export const isFirstVisit = !Array.isArray(before.open);

export const desk = {
  /** Numbers of the open phones, as they lie from left to right. @type {string[]} */
  open: before.open ?? [],
  /** The phone in front: the only one that a small screen shows. @type {string} */
  active: before.active ?? '',
  /** Of each open phone: the last text that was there when somebody touched it. @type {Record<string, string>} */
  seen: before.seen ?? {},
  /** @type {Record<string, string>} */
  drafts: before.drafts ?? {},
  /** @type {Record<string, 'sms' | 'whatsapp'>} */
  channels: before.channels ?? {},
  isGuideShut: before.isGuideShut === true,
  /** @type {string | undefined} */
  theme: before.theme,
};

export const keepDesk = () => {
  try {
    localStorage.setItem(KEY, JSON.stringify(desk));
  } catch {
    // Private windows may refuse to store: the page then forgets on reload, and works.
  }
};

/** @param {string} number @param {string} text */
export const keepDraft = (number, text) => {
  if (text) desk.drafts[number] = text.slice(0, LONGEST_DRAFT);
  else delete desk.drafts[number];
  keepDesk();
};
