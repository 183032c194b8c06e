export interface JobCopy {
  'job.placeholder': (p: Record<string, never>) => string;
}
