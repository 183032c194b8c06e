// From a `say` of a machine to the words that go out, in the person's language; the first text to anybody says who we are.
import type { Language } from '../domain/reading.ts';
import type { Say } from '../machines/effects.ts';
import { buttonTitles } from '../messages/buttons.ts';
import { render } from '../messages/render.ts';
import type { Asked, Button } from './ports/actor.ts';
import type { SpokenSay } from './plan.ts';

const BUTTONS = 3;
const LONGEST_BUTTON = 20;

export interface Listener {
  readonly language: Language;
  readonly isNew: boolean;
}

/** Answers with their words, as buttons; where the words are missing or too long, or two are alike, the numbers alone. */
const buttonsOf = (say: Say, language: Language): readonly Button[] => {
  const options = say.asks?.options ?? [];
  if (options.length > BUTTONS) return [];
  const titles = buttonTitles(language, say.key, say.params as never);
  const isFit = titles.length === options.length && new Set(titles).size === titles.length;
  const isShort = titles.every((title) => title.length > 0 && title.length <= LONGEST_BUTTON);
  return options.map((id, index) => ({ id, title: isFit && isShort ? (titles[index] ?? id) : id }));
};

/** `from` is the conversation that speaks, the state it is in once this turn is over, and when it is. */
export const speak = (
  say: Say,
  listener: Listener,
  from: { conversation: string; state: string; at: string },
): SpokenSay => {
  const words = render(listener.language, say.key, say.params as never);
  const body = listener.isNew ? `${render(listener.language, 'desk.introduced', {})} ${words}` : words;
  const asks: Asked | null =
    say.asks === undefined ? null : { ...from, kind: say.asks.kind, options: say.asks.options };
  const isFarewell = say.key === 'desk.stopped';
  return {
    type: 'spoken',
    speech: {
      type: 'say',
      key: say.key,
      body,
      buttons: buttonsOf(say, listener.language),
      until: say.until ?? null,
      isFarewell,
    },
    asks,
  };
};
