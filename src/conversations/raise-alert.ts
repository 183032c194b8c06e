// What a person has to look at is kept once, and told once to the address that an administrator named.
import type { Alerts, Remote, Texts } from './ports.ts';

interface AlertParts {
  readonly book: { readonly keep: (alert: Parameters<Alerts['raise']>[0]) => Promise<boolean> };
  readonly texts: Texts;
  readonly mail: (mail: { to: string; subject: string; text: string }) => Promise<Remote<unknown>>;
  /** E.164 number or mail address; null: only the dashboard shows it */
  readonly to: string | null;
}

/** Ids only: the dashboard shows what it is about to those who may see it. */
const wordsOf = ({ about, code, ref }: Parameters<Alerts['raise']>[0]) =>
  `Fixline: ${about}${code === null ? '' : ` ${code}`} needs a person. See /admin (${ref}).`;

export const makeAlerts = ({ book, mail, texts, to }: AlertParts): Alerts => ({
  raise: async (alert) => {
    const isNew = await book.keep(alert);
    if (!isNew || to === null) return;
    const words = wordsOf(alert);
    if (to.startsWith('+'))
      await texts.send({ to: `sms:${to}`, body: words, buttons: [], effectId: `alert-${alert.id}`, until: null });
    else await mail({ to, subject: `Fixline: ${alert.about}`, text: words });
  },
});
