// @ts-check
import { byId } from './element.js';

/** The drawer that is open, or ''. */
export let openDrawer = '';

/** Opens and closes the drawers at the right; Escape closes. @param {(name: string) => void} onOpen */
export const offerDrawers = (onOpen) => {
  const show = (/** @type {string} */ name) => {
    const isOpening = name !== '';
    const last = openDrawer;
    openDrawer = name;
    for (const button of document.querySelectorAll('[data-drawer]')) {
      const of = /** @type {HTMLElement} */ (button).dataset.drawer ?? '';
      button.setAttribute('aria-expanded', String(of === name));
      byId(of).hidden = of !== name;
    }
    if (isOpening) {
      onOpen(name);
      byId(name).focus({ preventScroll: true });
    } else if (last) /** @type {any} */ (document.querySelector(`[data-drawer="${last}"]`)).focus();
  };
  document.addEventListener('click', (event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    const opener = target.closest('[data-drawer]');
    const name = /** @type {HTMLElement | null} */ (opener)?.dataset.drawer ?? '';
    if (opener) show(name === openDrawer ? '' : name);
    else if (target.closest('[data-close]')) show('');
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && openDrawer && !document.querySelector('dialog[open]')) show('');
  });
};
