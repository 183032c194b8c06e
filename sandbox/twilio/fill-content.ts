import type { Content, ContentTypes } from './content-types.ts';
import type { Button } from './text.ts';

interface Shown {
  readonly body: string;
  readonly buttons: readonly Button[];
}

/** A template as a person sees it, its `{{1}}` replaced by the variables, or else by the template's own samples. */
export const fillContent = (content: Content, variables: Readonly<Record<string, string>>): Shown => {
  const values = { ...content.variables, ...variables };
  const fill = (text: string) => text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole);
  const { body, buttons } = shownBy(content.types);
  const filled = buttons.map(({ id, title, kind }) => ({ id: fill(id), title: fill(title), kind }));
  return { body: fill(body), buttons: filled };
};

const shownBy = (types: ContentTypes): Shown => {
  const reply = types['twilio/quick-reply'];
  if (reply) {
    const buttons = reply.actions.map(({ title, id }) => ({ id: id ?? title, title, kind: 'reply' as const }));
    return { body: reply.body, buttons };
  }
  const picker = types['twilio/list-picker'];
  if (picker) {
    const buttons = picker.items.map(({ id, item }) => ({ id, title: item, kind: 'item' as const }));
    return { body: picker.body, buttons };
  }
  const call = types['twilio/call-to-action'];
  if (!call) return { body: types['twilio/text']?.body ?? '', buttons: [] };
  const buttons = call.actions.map(({ title, url }) => ({ id: url ?? title, title, kind: 'link' as const }));
  return { body: call.body, buttons };
};
