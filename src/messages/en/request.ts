import type { RequestCopy } from '../copy/request.ts';

export const requestEn: RequestCopy = {
  'request.placeholder': () => 'Fixline',
};
