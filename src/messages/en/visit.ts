import type { VisitCopy } from '../copy/visit.ts';

export const visitEn: VisitCopy = {
  'visit.placeholder': () => 'Fixline',
};
