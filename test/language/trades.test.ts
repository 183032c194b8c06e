import { describe, expect, it } from 'vitest';
import type { Language } from '../../src/domain/reading.ts';
import { TRADE_IDS, isTradeId, tradeWords, usualPrice, usualVisitMinutes } from '../../src/domain/trades.ts';
import { foldText } from '../../src/language/fold-text.ts';
import { simplify } from '../../src/language/simplify.ts';
import { rankTrades } from '../../src/language/trades/rank-trades.ts';

const best = (text: string, language: Language | null = 'en') =>
  rankTrades(simplify(foldText(text)), language)[0]?.id ?? null;

describe('the trades', () => {
  it('are 26, each with words, time and price', () => {
    expect(TRADE_IDS).toHaveLength(26);
    for (const id of TRADE_IDS) {
      expect(isTradeId(id)).toBe(true);
      expect(usualVisitMinutes(id)).toBeGreaterThanOrEqual(30);
      expect(usualPrice(id).high).toBeGreaterThan(usualPrice(id).low);
      for (const language of ['en', 'es'] as const) expect(tradeWords(id, language).work).not.toBe('');
    }
    expect(isTradeId('toString')).toBe(false);
  });

  it.each(TRADE_IDS.flatMap((id) => (['en', 'es'] as const).map((language) => [id, language] as const)))(
    '%s is understood by its own name in %s',
    (id, language) => {
      expect(best(tradeWords(id, language).name, language)).toBe(id);
    },
  );
});

describe('which trade is meant', () => {
  it.each([
    ['the commode wont stop running', 'plumbing'],
    ['plummer needed', 'plumbing'],
    ['two outlets went dead in the den', 'electrical'],
    ['house wont cool down, a/c just hums', 'hvac'],
    ['the freezer is thawing everything', 'appliance_repair'],
    ['squeaky closet door and a loose knob', 'handyman'],
    ['someone to clean our condo twice a month', 'house_cleaning'],
    ['get coffee stains out of a rug', 'carpet_cleaning'],
    ['hear something scurrying above the ceiling at night', 'pest_control'],
    ['grass is knee high', 'lawn_landscaping'],
    ['elm is dead and has to come down', 'tree_service'],
    ['shingles blew off', 'roofing'],
    ['leaves clogging the downspouts', 'gutters'],
    ['repaint the nursery', 'painting'],
    ['new laminate for the hallway', 'flooring'],
    ['fist sized hole in the sheetrock', 'drywall'],
    ['storm shattered a bedroom window', 'windows_glass'],
    ['i lost my house keys', 'locksmith'],
    ['garage door is off its track', 'garage_door'],
    ['fence blew over', 'fence_deck'],
    ['repair cracks in the sidewalk', 'concrete_masonry'],
    ['redo the kitchen with new cabinets', 'remodeling'],
    ['help us move to a new apartment', 'moving'],
    ['haul off a broken sofa', 'junk_removal'],
    ['the hot tub is not heating', 'pool_spa'],
    ['put together a crib', 'assembly_mounting'],
    ['black mold behind the vanity', 'water_mold_restoration'],
    ['the cellar was flooding all night', 'water_mold_restoration'],
  ])('%s', (text, id) => {
    expect(best(text)).toBe(id);
  });

  it.each([
    ['la taza del baño no deja de correr', 'plumbing'],
    ['no sirve el enchufe de la sala', 'electrical'],
    ['quiero fumigar, hay muchas hormigas', 'pest_control'],
    ['podar un roble grande', 'tree_service'],
    ['llevarse un refri viejo', 'junk_removal'],
    ['colgar la tele en la pared', 'assembly_mounting'],
  ])('%s', (text, id) => {
    expect(best(text, 'es')).toBe(id);
  });

  it.each(['hello there', 'friday at 3 works', 'yes please', 'what do you mean', 'thanks'])('none in: %s', (text) => {
    expect(best(text)).toBeNull();
  });

  it('tries both languages when it knows neither', () => {
    expect([best('electricista', null), best('roofer', null)]).toEqual(['electrical', 'roofing']);
  });
});
