import type { DeskCopy } from '../copy/desk.ts';

export const deskEs: DeskCopy = {
  'desk.introduced': () => 'Fixline',
};
