import type { JobCopy } from '../copy/job.ts';

export const jobEn: JobCopy = {
  'job.placeholder': () => 'Fixline',
};
