import fc from 'fast-check';
import { expect, test } from 'vitest';

import { parseForm, type FormValue } from '../../sandbox/stripe/form-body.ts';

const name = fc.stringMatching(/^[a-z_]{1,8}$/);
const { tree } = fc.letrec<{ tree: FormValue }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small' },
    fc.string(),
    fc.array(tie('tree'), { minLength: 1, maxLength: 3 }),
    fc.dictionary(name, tie('tree'), { minKeys: 1, maxKeys: 3 }),
  ),
}));

/** As the SDK writes it: `a[b][0]=c`. */
function pairs(value: FormValue, key: string): [string, string][] {
  if (typeof value === 'string') return [[key, value]];
  return Object.entries(value).flatMap(([inner, part]) => pairs(part, `${key}[${inner}]`));
}

test('whatever is written in brackets is read back', () => {
  fc.assert(
    fc.property(fc.dictionary(name, tree), (form) => {
      const written = Object.entries(form).flatMap(([key, value]) => pairs(value, key));
      expect(parseForm(new URLSearchParams(written).toString())).toEqual({ ...form });
    }),
  );
});

test('empty brackets count up, and a key that is both a value and a group is refused', () => {
  expect(parseForm('expand[]=a&expand[]=b')).toEqual({ expand: ['a', 'b'] });
  expect(() => parseForm('a=1&a[b]=2')).toThrow(SyntaxError);
  expect(() => parseForm('a[b]=2&a[b][c]=2')).toThrow(SyntaxError);
});

test('names of object internals are plain names', () => {
  expect(Object.keys(parseForm('__proto__[x]=1&constructor=2'))).toEqual(['__proto__', 'constructor']);
  expect(({} as { x?: string }).x).toBeUndefined();
});
