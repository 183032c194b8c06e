import type { JobCopy } from '../copy/job.ts';

export const jobEs: JobCopy = {
  'job.placeholder': () => 'Fixline',
};
