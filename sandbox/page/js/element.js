// @ts-check
const SVG = 'http://www.w3.org/2000/svg';

/**
 * Builds an element. Children that are strings become text nodes and nothing is ever read as markup, so what people
 * wrote cannot become part of the page. Properties: attributes, or listeners where the name begins with "on".
 *
 * @param {string} tag
 * @param {Record<string, any>} [properties] undefined, null and false leave the attribute out
 * @param {...(Node | string | null | undefined | false)} children
 * @returns {any}
 */
export const make = (tag, properties = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) setProperty(element, name, value);
  element.append(...children.flatMap((child) => (child ? [child] : [])));
  return element;
};

/** @param {HTMLElement} element @param {string} name @param {any} value */
const setProperty = (element, name, value) => {
  if (value === undefined || value === null || value === false) return;
  if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
  else element.setAttribute(name, value === true ? '' : String(value));
};

/** @param {string} name */
export const iconUrl = (name) => new URL(`../icons.svg#${name}`, import.meta.url).href;

/** A drawing from icons.svg, hidden from screen readers: its button carries the name. @param {string} name */
export const icon = (name) => {
  const drawing = document.createElementNS(SVG, 'svg');
  const use = document.createElementNS(SVG, 'use');
  drawing.setAttribute('class', 'icon');
  drawing.setAttribute('aria-hidden', 'true');
  use.setAttribute('href', iconUrl(name));
  drawing.append(use);
  return drawing;
};

/** The element of the page with this id; it is there, or the page is broken. @param {string} id @returns {any} */
export const byId = (id) => {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`The page has no element #${id}.`);
  return element;
};

/** Sets the text only when it differs, so that live regions and selections are left in peace. @param {Node} node @param {string} text */
export const say = (node, text) => {
  if (node.textContent !== text) node.textContent = text;
};
