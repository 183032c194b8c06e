import { describe, expect, it } from 'vitest';
import { demoCity } from '../../src/domain/demo-city.ts';
import { isAboutPaying } from '../../src/domain/payment-talk.ts';
import { usualPrice } from '../../src/domain/trades.ts';

describe('how to pay', () => {
  it.each(['my card is at home', 'the link wont open', 'do u take cash', 'no tengo tarjeta aqui', 'no abre el enlace'])(
    'is what it is about: %s',
    (words) => {
      expect(isAboutPaying(words)).toBe(true);
    },
  );
  it.each(['friday works better', 'is he licensed', 'gate code 4411'])('is not: %s', (words) => {
    expect(isAboutPaying(words)).toBe(false);
  });
});

it('no pro of the demo city asks less than most jobs are said to cost', () => {
  for (const { profile } of demoCity())
    for (const trade of profile.trades) expect(profile.rateInCents).toBeGreaterThanOrEqual(usualPrice(trade).low);
});
