import type { VisitCopy } from '../copy/visit.ts';

export const visitEs: VisitCopy = {
  'visit.placeholder': () => 'Fixline',
};
