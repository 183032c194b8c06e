import type { RequestCopy } from '../copy/request.ts';

export const requestEs: RequestCopy = {
  'request.placeholder': () => 'Fixline',
};
