export type Job = {
  /** An empty folder to work in; on the disk where the result will stand. */
  readonly folder: string;
  readonly log: (line: string) => void;
  /** Aborted when another source was faster. */
  readonly signal: AbortSignal;
};

/** Answers with the path of an unpacked mongod below `job.folder`. */
export type Source = { readonly name: string; readonly fetch: (job: Job) => Promise<string> };
