// From a `say` of a machine to the words that go out, in the person's language; the first text to anybody says who we are.
import type { Language } from '../domain/reading.ts';
import type { Say } from '../machines/effects.ts';
import { render } from '../messages/render.ts';
import type { Asked } from './ports/actor.ts';
import type { SpokenSay } from './plan.ts';

const BUTTONS = 3;
const LONGEST_BUTTON = 20;

export interface Listener {
  readonly language: Language;
  readonly isNew: boolean;
}

const buttonsOf = (say: Say): readonly string[] => {
  const options = say.asks?.options ?? [];
  return options.length <= BUTTONS && options.every((option) => option.length <= LONGEST_BUTTON) ? options : [];
};

/** `from` is the conversation that speaks, and the state it is in once this turn is over. */
export const speak = (say: Say, listener: Listener, from: { conversation: string; state: string }): SpokenSay => {
  const words = render(listener.language, say.key, say.params as never);
  const body = listener.isNew ? `${render(listener.language, 'desk.introduced', {})} ${words}` : words;
  const asks: Asked | null =
    say.asks === undefined ? null : { ...from, kind: say.asks.kind, options: say.asks.options };
  const isFarewell = say.key === 'desk.stopped';
  return {
    type: 'spoken',
    speech: { type: 'say', key: say.key, body, buttons: buttonsOf(say), until: say.until ?? null, isFarewell },
    asks,
  };
};
