/** One text in the message log. For one that came in, `id` is the vendor's sid; for one of ours, the effect's id. */
export interface LoggedText {
  readonly id: string;
  readonly thread: string;
  readonly direction: 'in' | 'out';
  readonly body: string;
  readonly media: readonly string[];
  /** person, machine, vendor, or the id of an administrator */
  readonly by: string;
  readonly key: string | null;
  /** whose text it is: it hears of bad news */
  readonly conversation?: string | null;
  readonly at: Date;
  readonly sid: string | null;
  readonly status: string;
  /** of the status; a row only moves forward. 5 and more: its way has come to an end, good or bad */
  readonly rank: number;
  readonly code: number | null;
}

export interface MessageLog {
  /** gathered with others; resolves when durable */
  readonly write: (row: LoggedText) => Promise<void>;
  /** moves a row forward by a status callback; isFirstNews: nobody had noted yet that this text was sent */
  readonly advance: (news: {
    readonly id: string;
    readonly sid: string;
    readonly status: string;
    readonly rank: number;
    readonly code: number | null;
  }) => Promise<{ readonly isFirstNews: boolean }>;
  readonly byId: (id: string) => Promise<LoggedText | null>;
  /** our texts of that time that Twilio took and that have come to no end as far as we know, oldest first */
  readonly withoutEnd: (search: {
    readonly from: Date;
    readonly to: Date;
    readonly limit: number;
  }) => Promise<readonly LoggedText[]>;
  readonly knownSids: (sids: readonly string[]) => Promise<ReadonlySet<string>>;
  readonly ofThread: (thread: string, limit: number) => Promise<readonly LoggedText[]>;
}
