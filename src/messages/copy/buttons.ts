import type { Copy, CopyKey } from '../catalog.ts';

/** For each question that has at most three answers: its buttons. */
export type Buttons = { readonly [Key in CopyKey]?: (p: Parameters<Copy[Key]>[0]) => readonly string[] };
