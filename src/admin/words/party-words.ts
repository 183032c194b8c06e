// Numbers, names, languages, trades and money as they are read.
import { addressOf, channelOf } from '../../domain/actor.ts';
import type { Language } from '../../domain/reading.ts';
import { isTradeId, tradeWords } from '../../domain/trades.ts';
import type { ThreadView } from '../../conversations/thread-view.ts';

/** "+1 512 555 0100"; what is no such number stays as it is. */
export const numberWords = (address: string): string => address.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '+1 $1 $2 $3');

/** "+1 512 555 0100", "WhatsApp +1 512 555 0100". */
export const threadWords = (id: string): string =>
  `${channelOf(id) === 'whatsapp' ? 'WhatsApp ' : ''}${numberWords(addressOf(id))}`;

export const nameOf = ({ address, channel, name }: Pick<ThreadView, 'address' | 'channel' | 'name'>): string =>
  name ?? threadWords(`${channel}:${address}`);

const LANGUAGES: Readonly<Record<Language, string>> = { en: 'English', es: 'Spanish' };
export const languageWords = (language: Language | null): string | null =>
  language === null ? null : LANGUAGES[language];

export const tradeName = (trade: string | null): string =>
  trade !== null && isTradeId(trade) ? tradeWords(trade, 'en').name : 'Trade not known';

const dollars = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });

/** "$135.45", "$129", "-$12" */
export const moneyWords = (cents: number): string => dollars.format(cents / 100).replace(/\.00$/, '');

/** With a sign and always with cents, for columns of figures. */
export const figureWords = (cents: number): string =>
  `${cents > 0 ? '+' : '−'}${dollars.format(Math.abs(cents) / 100)}`;

const METERS_IN_A_MILE = 1_609.344;
export const milesWords = (meters: number): string => `${Math.max(0.1, meters / METERS_IN_A_MILE).toFixed(1)} mi`;
