import type { Language } from './language.ts';

/** The name of one trade in one language. */
export interface TradeWords {
  /** "Plumbing" */
  readonly name: string;
  /** "plumbing", inside a sentence */
  readonly work: string;
  /** "a plumber" */
  readonly worker: string;
}

interface TradeFacts {
  readonly en: TradeWords;
  readonly es: TradeWords;
  /** How long a first visit usually takes. */
  readonly visitMinutes: number;
  /** What one visit usually costs, in US cents. */
  readonly usualCents: { readonly low: number; readonly high: number };
}

const inWords = (name: string, worker: string): TradeWords => ({
  name,
  work: /^[A-Z]{2}/.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1),
  worker,
});

const usual = (visitMinutes: number, low: number, high: number) => ({
  visitMinutes,
  usualCents: { low: low * 100, high: high * 100 },
});

const TRADES = {
  plumbing: { en: inWords('Plumbing', 'a plumber'), es: inWords('Plomería', 'un plomero'), ...usual(90, 125, 450) },
  electrical: {
    en: inWords('Electrical work', 'an electrician'),
    es: inWords('Electricidad', 'un electricista'),
    ...usual(90, 140, 500),
  },
  hvac: {
    en: inWords('Heating and cooling', 'a heating and cooling technician'),
    es: inWords('Calefacción y aire acondicionado', 'un técnico de calefacción y aire'),
    ...usual(90, 130, 500),
  },
  appliance_repair: {
    en: inWords('Appliance repair', 'an appliance technician'),
    es: inWords('Reparación de electrodomésticos', 'un técnico de electrodomésticos'),
    ...usual(60, 100, 350),
  },
  handyman: {
    en: inWords('Handyman work', 'a handyman'),
    es: inWords('Arreglos generales', 'un hombre de mantenimiento'),
    ...usual(120, 100, 350),
  },
  house_cleaning: {
    en: inWords('House cleaning', 'a house cleaner'),
    es: inWords('Limpieza de casa', 'una persona de limpieza'),
    ...usual(180, 110, 300),
  },
  pest_control: {
    en: inWords('Pest control', 'a pest control technician'),
    es: inWords('Control de plagas', 'un fumigador'),
    ...usual(60, 110, 350),
  },
  lawn_landscaping: {
    en: inWords('Lawn and yard work', 'a landscaper'),
    es: inWords('Césped y jardín', 'un jardinero'),
    ...usual(120, 60, 350),
  },
  painting: { en: inWords('Painting', 'a painter'), es: inWords('Pintura', 'un pintor'), ...usual(60, 300, 2500) },
  flooring: {
    en: inWords('Flooring', 'a flooring installer'),
    es: inWords('Pisos', 'un instalador de pisos'),
    ...usual(60, 300, 4000),
  },
  locksmith: {
    en: inWords('Locksmith work', 'a locksmith'),
    es: inWords('Cerrajería', 'un cerrajero'),
    ...usual(45, 85, 250),
  },
  carpet_cleaning: {
    en: inWords('Carpet cleaning', 'a carpet cleaner'),
    es: inWords('Limpieza de alfombras', 'un limpiador de alfombras'),
    ...usual(120, 120, 350),
  },
  tree_service: {
    en: inWords('Tree service', 'a tree crew'),
    es: inWords('Servicio de árboles', 'un equipo de poda'),
    ...usual(120, 250, 1500),
  },
  roofing: { en: inWords('Roofing', 'a roofer'), es: inWords('Techos', 'un techador'), ...usual(90, 250, 1800) },
  windows_glass: {
    en: inWords('Windows and glass', 'a glass technician'),
    es: inWords('Ventanas y vidrios', 'un vidriero'),
    ...usual(60, 150, 700),
  },
  fence_deck: {
    en: inWords('Fences and decks', 'a fence and deck builder'),
    es: inWords('Cercas y terrazas', 'un instalador de cercas'),
    ...usual(90, 200, 2500),
  },
  concrete_masonry: {
    en: inWords('Concrete and masonry', 'a mason'),
    es: inWords('Concreto y albañilería', 'un albañil'),
    ...usual(90, 300, 3000),
  },
  remodeling: {
    en: inWords('Remodeling', 'a remodeler'),
    es: inWords('Remodelación', 'un contratista de remodelación'),
    ...usual(90, 1500, 25000),
  },
  gutters: {
    en: inWords('Gutters', 'a gutter technician'),
    es: inWords('Canaletas', 'un técnico de canaletas'),
    ...usual(90, 120, 400),
  },
  drywall: {
    en: inWords('Drywall', 'a drywall technician'),
    es: inWords('Tablaroca', 'un tablarroquero'),
    ...usual(120, 150, 700),
  },
  garage_door: {
    en: inWords('Garage doors', 'a garage door technician'),
    es: inWords('Puertas de garaje', 'un técnico de puertas de garaje'),
    ...usual(75, 130, 450),
  },
  moving: { en: inWords('Moving', 'movers'), es: inWords('Mudanzas', 'una mudanza'), ...usual(180, 250, 1200) },
  junk_removal: {
    en: inWords('Junk removal', 'a junk removal crew'),
    es: inWords('Retiro de basura', 'alguien que se lleve la basura'),
    ...usual(60, 120, 450),
  },
  pool_spa: {
    en: inWords('Pools and spas', 'a pool technician'),
    es: inWords('Piscinas y spas', 'un técnico de piscinas'),
    ...usual(75, 100, 400),
  },
  assembly_mounting: {
    en: inWords('Assembly and mounting', 'an assembly and mounting pro'),
    es: inWords('Armado y montaje', 'un montador'),
    ...usual(90, 80, 300),
  },
  water_mold_restoration: {
    en: inWords('Water and mold restoration', 'a water and mold restoration crew'),
    es: inWords('Daños por agua y moho', 'un equipo de restauración por agua y moho'),
    ...usual(120, 400, 4000),
  },
} as const satisfies Record<string, TradeFacts>;

export type TradeId = keyof typeof TRADES;

/** All trades, in the order in which they are listed to people. */
export const TRADE_IDS = Object.keys(TRADES) as readonly TradeId[];

/** True when the text is the id of a trade that we know. */
export const isTradeId = (text: string): text is TradeId => Object.hasOwn(TRADES, text);

/** The words for a trade in the person's language. */
export const tradeWords = (id: TradeId, language: Language): TradeWords => TRADES[id][language];

/** How long a first visit of this trade usually takes, in minutes. */
export const usualVisitMinutes = (id: TradeId): number => TRADES[id].visitMinutes;

/** What one visit of this trade usually costs, in US cents. */
export const usualPrice = (id: TradeId): { readonly low: number; readonly high: number } => TRADES[id].usualCents;
