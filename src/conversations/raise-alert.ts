// What a person has to look at is kept once, and told to the address that an administrator named.
import type { Alerts, Remote, Texts } from './ports.ts';

interface AlertParts {
  readonly book: {
    readonly keep: (alert: Parameters<Alerts['raise']>[0]) => Promise<{ isTold: boolean }>;
    readonly noteTold: (id: string, at: Date) => Promise<void>;
  };
  readonly texts: Texts;
  readonly mail: (mail: { to: string; subject: string; text: string }) => Promise<Remote<unknown>>;
  /** E.164 number or mail address; null: only the dashboard shows it */
  readonly to: string | null;
}

/** Ids only: the dashboard shows what it is about to those who may see it. */
const wordsOf = ({ about, code, ref }: Parameters<Alerts['raise']>[0]) =>
  `Fixline: ${about}${code === null ? '' : ` ${code}`} needs a person. See /admin (${ref}).`;

const telling = ({ mail, texts }: AlertParts, to: string, alert: Parameters<Alerts['raise']>[0]) => {
  const words = wordsOf(alert);
  return to.startsWith('+')
    ? texts.send({ to: `sms:${to}`, body: words, buttons: [], effectId: `alert-${alert.id}`, until: null })
    : mail({ to, subject: `Fixline: ${alert.about}`, text: words });
};

/** Unlike a text to anybody else, an alert whose fate is unknown is told again: twice is better than never. */
export const makeAlerts = (parts: AlertParts): Alerts => ({
  raise: async (alert) => {
    const { book, to } = parts;
    const { isTold } = await book.keep(alert);
    if (isTold || to === null) return true;
    const { outcome } = await telling(parts, to, alert);
    const isOver = outcome === 'done' || outcome === 'refused';
    if (isOver) await book.noteTold(alert.id, alert.at);
    return isOver;
  },
});
