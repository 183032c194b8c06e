/** What a form can say: text, or groups of it. */
export interface FormGroup {
  [name: string]: FormValue;
}
export type FormValue = string | FormValue[] | FormGroup;

/**
 * Reads Stripe's form encoding, `a[b][0]=c` and `a[]=c`, into objects and lists; all leaves are text.
 * A group whose names are 0, 1, 2 … is a list. Throws SyntaxError on a key that is both a value and a group.
 */
export function parseForm(text: string): FormGroup {
  const root: FormGroup = Object.create(null) as FormGroup;
  for (const [key, value] of new URLSearchParams(text)) place(root, namesOf(key), value);
  return Object.fromEntries(Object.entries(root).map(([name, value]) => [name, withLists(value)]));
}

function namesOf(key: string): string[] {
  const [head = ''] = key.split('[');
  return [head, ...[...key.matchAll(/\[([^\]]*)\]/g)].map((match) => match[1] ?? '')];
}

function place(root: FormGroup, names: string[], value: string): void {
  let group = root;
  names.forEach((given, depth) => {
    const name = given === '' && depth > 0 ? String(Object.keys(group).length) : given;
    if (depth === names.length - 1) group[name] = value;
    else group = groupAt(group, name);
  });
}

function groupAt(group: FormGroup, name: string): FormGroup {
  const found = group[name] ?? (Object.create(null) as FormGroup);
  if (typeof found === 'string' || Array.isArray(found)) throw new SyntaxError(`"${name}" is both a value and a group`);
  group[name] = found;
  return found;
}

function withLists(value: FormValue): FormValue {
  if (typeof value === 'string' || Array.isArray(value)) return value;
  const entries = Object.entries(value).map(([name, inner]) => [name, withLists(inner)] as const);
  const isList = entries.length > 0 && entries.every(([name], index) => name === String(index));
  return isList ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
}
