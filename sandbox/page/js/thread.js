// @ts-check
import { bubble } from './bubble.js';
import { make } from './element.js';
import { dayOf } from './zone.js';

/** @typedef {import('./world.js').Text} Text */

const NEAR_END_PX = 90;

/**
 * The scrolling texts of one phone. `show` changes only what differs, so that the place scrolled to and a selection
 * stay; it follows new texts only when the end was in view.
 *
 * @param {{ name: string, onTap: (text: Text, button: { id: string, title: string }) => void, onBelow: (isBelow: boolean) => void }} view
 */
export const thread = ({ name, onTap, onBelow }) => {
  const list = make('ol', { class: 'thread-list' });
  const element = make('div', { class: 'thread', role: 'log', 'aria-label': `Texts of ${name}`, tabindex: '0' }, list);
  /** @type {Map<string, { key: string, node: HTMLElement }>} */
  const shown = new Map();
  const isAtEnd = () => element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_END_PX;
  const toEnd = () => {
    element.scrollTop = element.scrollHeight;
    onBelow(false);
  };
  element.addEventListener('scroll', () => isAtEnd() && onBelow(false), { passive: true });
  // Pictures and a keyboard that opens change the height: the end stays in view when it was.
  let wasAtEnd = true;
  element.addEventListener('scroll', () => void (wasAtEnd = isAtEnd()), { passive: true });
  new ResizeObserver(() => wasAtEnd && toEnd()).observe(element);
  element.addEventListener('load', () => wasAtEnd && toEnd(), true);

  /** @param {Text[]} texts @param {Map<string, string>} notes */
  const show = (texts, notes) => {
    const follows = isAtEnd() || shown.size === 0;
    const before = shown.size;
    const nodes = rowsOf(texts).map((row) => keep(shown, row, () => draw(row, { notes, onTap })));
    dropGone(shown, nodes);
    place(list, nodes);
    const isNew = shown.size > before;
    if (isNew && (follows || texts.at(-1)?.direction === 'in')) toEnd();
    else if (isNew) onBelow(true);
  };
  return { element, show, toEnd };
};

/** @typedef {{ id: string, day?: string, text?: Text }} Row */

/** Texts with a line before the first of each day. @param {Text[]} texts @returns {Row[]} */
const rowsOf = (texts) =>
  texts.flatMap((text, index) => {
    const day = dayOf(Date.parse(text.at));
    const previous = texts[index - 1];
    const isSameDay = previous && dayOf(Date.parse(previous.at)) === day;
    return isSameDay
      ? [{ id: text.sid, text }]
      : [
          { id: `day of ${text.sid}`, day },
          { id: text.sid, text },
        ];
  });

/**
 * @param {Row} row
 * @param {{ notes: Map<string, string>, onTap: (text: Text, button: { id: string, title: string }) => void }} view
 */
const draw = (row, { notes, onTap }) => {
  const { text, day } = row;
  if (!text) return { key: day ?? '', make: () => make('li', { class: 'day' }, day) };
  const note = notes.get(text.sid);
  return {
    key: JSON.stringify([text, note]),
    make: () => bubble(text, { ...(note ? { note } : {}), onTap: (button) => onTap(text, button) }),
  };
};

/** @param {Map<string, { key: string, node: HTMLElement }>} shown @param {Row} row @param {() => { key: string, make: () => HTMLElement }} drawn */
const keep = (shown, row, drawn) => {
  const { key, make: build } = drawn();
  const old = shown.get(row.id);
  if (old?.key === key) return old.node;
  const node = build();
  old?.node.replaceWith(node);
  shown.set(row.id, { key, node });
  return node;
};

/** @param {Map<string, { key: string, node: HTMLElement }>} shown @param {HTMLElement[]} nodes */
const dropGone = (shown, nodes) => {
  const there = new Set(nodes);
  for (const [id, { node }] of shown) {
    if (there.has(node)) continue;
    node.remove();
    shown.delete(id);
  }
};

/** Puts the nodes in order and moves only those that stand elsewhere. @param {HTMLElement} list @param {HTMLElement[]} nodes */
const place = (list, nodes) => {
  nodes.forEach((node, index) => {
    if (list.children[index] !== node) list.insertBefore(node, list.children[index] ?? null);
  });
};
