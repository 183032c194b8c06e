import type { DeskCopy } from '../copy/desk.ts';

export const deskEn: DeskCopy = {
  'desk.introduced': () => 'Fixline',
};
