/** How a bank answers when a card is used (docs.stripe.com/testing). */
export interface CardBehaviour {
  outcome: 'pays' | 'declines' | 'authenticates';
  /** Stripe's error code and, where the bank gave one, its decline code. */
  code?: string;
  declineCode?: string;
  message?: string;
  /** What goes wrong an hour later. */
  later?: 'dispute' | 'refundFails';
  /** The money is on the available balance at once. */
  isInstant?: boolean;
}

const declined = (declineCode: string, message = 'Your card was declined.'): CardBehaviour => ({
  outcome: 'declines',
  code: 'card_declined',
  declineCode,
  message,
});

const cards: Record<string, CardBehaviour> = {
  '4242424242424242': { outcome: 'pays' },
  '5555555555554444': { outcome: 'pays' },
  '4000000000000077': { outcome: 'pays', isInstant: true },
  '4000000000000259': { outcome: 'pays', later: 'dispute' },
  '4000000000005126': { outcome: 'pays', later: 'refundFails' },
  '4000002760003184': { outcome: 'authenticates' },
  '4000000000009995': declined('insufficient_funds', 'Your card has insufficient funds.'),
  '4000000000000002': declined('generic_decline'),
  '4000000000009987': declined('lost_card'),
  '4000000000000069': { outcome: 'declines', code: 'expired_card', message: 'Your card has expired.' },
  '4000000000000127': {
    outcome: 'declines',
    code: 'incorrect_cvc',
    message: "Your card's security code is incorrect.",
  },
};

/** Blanks and dashes are left out, as a person types them. */
export function cardNumber(typed: string): string {
  return typed.replace(/[\s-]/g, '');
}

/** A number that is no test card is declined without a reason, as a real card is in test mode. */
export function behaviourOf(number: string): CardBehaviour {
  return cards[number] ?? declined('generic_decline');
}
