// What a person has to look at is kept once, and told to the address that an administrator named.
import type { Alert, Alerts, Remote, Texts } from './ports.ts';
import type { Journal } from './tools.ts';

interface AlertParts {
  readonly book: {
    readonly keep: (alert: Alert) => Promise<{ readonly isTold: boolean }>;
    readonly noteTold: (id: string) => Promise<void>;
  };
  readonly texts: Texts;
  readonly mail: (mail: { to: string; subject: string; text: string }) => Promise<Remote<unknown>>;
  readonly journal: Pick<Journal, 'error'>;
  /** E.164 number or mail address; null: only the dashboard shows it */
  readonly to: string | null;
}

const NOTHING_TO_DO: Remote<unknown> = { outcome: 'done', value: null };

/** Ids only: the dashboard shows what it is about to those who may see it. */
const wordsOf = ({ about, code, ref }: Alert) =>
  `Fixline: ${about}${code === null ? '' : ` ${code}`} needs a person. See /admin (${ref}).`;

const tell = ({ mail, texts }: AlertParts, to: string, alert: Alert): Promise<Remote<unknown>> => {
  const words = wordsOf(alert);
  return to.startsWith('+')
    ? texts.send({ to: `sms:${to}`, body: words, buttons: [], effectId: `alert-${alert.id}`, until: null })
    : mail({ to, subject: `Fixline: ${alert.about}`, text: words });
};

/** Unlike a text to anybody else, an alert whose fate is unknown may be told again: twice is better than never. */
export const makeAlerts = (parts: AlertParts): Alerts => ({
  raise: async (alert) => {
    const { book, journal, to } = parts;
    const { isTold } = await book.keep(alert);
    if (isTold || to === null) return NOTHING_TO_DO;
    const answer = await tell(parts, to, alert);
    if (answer.outcome === 'done') await book.noteTold(alert.id);
    if (answer.outcome === 'refused')
      journal.error({ alert: alert.id, reason: answer.reason, code: answer.code }, 'ALERT_TO takes no alerts');
    return answer;
  },
});
