// A booking's money: what it costs, what came in, and the entries of the ledger with all their legs.
import type { BookingView } from '../../conversations/booking-view.ts';
import type { Account, LedgerEntry } from '../../domain/ledger.ts';
import { html, type Html } from '../html.ts';
import { figureWords, moneyWords } from '../words/party-words.ts';
import { spelled } from '../words/state-words.ts';
import { momentTime } from '../words/time-words.ts';
import { nothing } from './layout.ts';
import { box, pairs, type Around } from './pieces.ts';

export const priceBox = ({ price }: BookingView): Html | false =>
  price !== null &&
  box(
    'price',
    'Price',
    pairs([
      ['Provider’s price', moneyWords(price.price.cents)],
      ['Homeowner’s fee', moneyWords(price.fee.cents)],
      ['Homeowner pays', html`<strong>${moneyWords(price.total.cents)}</strong>`],
      ['Provider gets', moneyWords(price.net.cents)],
    ]),
  );

const USES = { visit: 'for the visit', return: 'to be given back', strange: 'not the amount that was asked' } as const;

const payments = ({ payments: all }: BookingView): Html | false =>
  all.length > 0 &&
  html`<ul class="lines">
    ${all.map(
      ({ amountInCents, paymentIntent, use }) =>
        html`<li>
          <span>${moneyWords(amountInCents)} paid ${USES[use]}</span> <span class="soft id">${paymentIntent}</span>
        </li>`,
    )}
  </ul>`;

const OUTCOMES = { open: 'the bank decides', won: 'won', lost: 'lost' } as const;

/** What a person has to know to answer the bank. */
const disputes = ({ disputes: all }: BookingView, { now, zone }: Around): Html | false =>
  all.length > 0 &&
  html`<ul class="lines">
    ${all.map(
      ({ amountInCents, answerBy, disputeId, reason, state }) =>
        html`<li>
          <span>
            ${moneyWords(amountInCents)} disputed (${spelled(reason).toLowerCase()}),
            ${OUTCOMES[state]}${state === 'open' && answerBy !== null && html`, evidence until ${momentTime(new Date(answerBy), now, zone)}`}
          </span>
          <span class="soft id">${disputeId}</span>
        </li>`,
    )}
  </ul>`;

const ACCOUNTS: Readonly<Record<Account, string>> = {
  stripe: 'At Stripe',
  held: 'Held for the homeowner',
  disputed: 'Held back by a bank',
  revenue: 'Earned',
  losses: 'Lost',
  stripeFees: 'Stripe’s fees',
};

const entryRows = ({ at, kind, legs, source }: LedgerEntry, { now, zone }: Around): Html =>
  html`<tbody>
    ${legs.map(
      ({ account, cents }, index) =>
        html`<tr>
          ${index === 0 && html`<th scope="rowgroup" rowspan="${legs.length}">${spelled(kind)}<br /><span class="soft">${momentTime(new Date(at), now, zone)}</span><br /><span class="soft id">${source}</span></th>`}
          <td>${ACCOUNTS[account]}</td>
          <td class="figure">${figureWords(cents)}</td>
        </tr>`,
    )}
  </tbody>`;

export const moneyBox = (booking: BookingView, entries: readonly LedgerEntry[], around: Around): Html =>
  box(
    'money',
    'Money',
    html`${payments(booking)} ${disputes(booking, around)}
    ${
      entries.length === 0
        ? nothing('Nothing has been posted yet.')
        : html`<div class="wide">
            <table class="ledger">
              <caption class="unseen">
                Ledger entries
              </caption>
              <thead>
                <tr>
                  <th scope="col">Entry</th>
                  <th scope="col">Account</th>
                  <th scope="col" class="figure">Amount</th>
                </tr>
              </thead>
              ${entries.map((entry) => entryRows(entry, around))}
            </table>
          </div>`
    }`,
  );
