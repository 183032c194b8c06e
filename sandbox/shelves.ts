import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A map that outlives the process when the sandbox has a home. A value that was changed in place must be set again. */
export interface Shelf<T> {
  readonly size: number;
  get(key: string): T | undefined;
  has(key: string): boolean;
  set(key: string, value: T): void;
  delete(key: string): boolean;
  keys(): IterableIterator<string>;
  values(): IterableIterator<T>;
  entries(): IterableIterator<[string, T]>;
  clear(): void;
}

interface Shelves {
  shelf<T>(name: string): Shelf<T>;
  clear(): void;
  close(): void;
}

/**
 * One journal of JSON lines a shelf under `home`/sandbox: appended at the end of the turn of the event loop that
 * changed it, cut by a lost last line at worst, rewritten (a new file, then renamed) when it is opened.
 */
export const openShelves = (home?: string): Shelves => {
  const folder = home === undefined ? null : join(home, 'sandbox');
  if (folder !== null) inWords(() => mkdirSync(folder, { recursive: true }));
  const open = new Map<string, OpenShelf>();
  const openOne = (name: string): OpenShelf => {
    const shelf = openShelf(folder === null ? null : join(folder, `${name}.jsonl`));
    open.set(name, shelf);
    return shelf;
  };
  return {
    shelf: <T>(name: string) => (open.get(name) ?? openOne(name)) as unknown as Shelf<T>,
    clear: () => {
      for (const shelf of open.values()) shelf.clear();
    },
    close: () => {
      for (const shelf of open.values()) shelf.close();
    },
  };
};

interface OpenShelf extends Shelf<unknown> {
  /** Nothing is kept from here on: another sandbox may have opened the same home. */
  close(): void;
}

const openShelf = (file: string | null): OpenShelf => {
  const items = file === null ? new Map<string, unknown>() : readJournal(file);
  const changed = new Set<string>();
  const flush = () => {
    if (file === null || changed.size === 0) return;
    const lines = [...changed].map((key) => journalLine(key, items));
    changed.clear();
    inWords(() => appendFileSync(file, lines.join('')));
  };
  let isClosed = false;
  const note = (key: string) => {
    if (file === null || isClosed) return;
    if (changed.size === 0) queueMicrotask(flush);
    changed.add(key);
  };
  return {
    get size() {
      return items.size;
    },
    get: (key) => items.get(key),
    has: (key) => items.has(key),
    set: (key, value) => {
      items.set(key, value);
      note(key);
    },
    delete: (key) => {
      if (items.has(key)) note(key);
      return items.delete(key);
    },
    keys: () => items.keys(),
    values: () => items.values(),
    entries: () => items.entries(),
    clear: () => {
      items.clear();
      changed.clear();
      if (file !== null && !isClosed) rmSync(file, { force: true });
    },
    close: () => {
      flush();
      isClosed = true;
    },
  };
};

const inWords = (write: () => void) => {
  try {
    write();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`The sandbox cannot keep its state: make room, or name a writable FIXLINE_HOME (${why}).`);
  }
};

const journalLine = (key: string, items: Map<string, unknown>): string =>
  `${JSON.stringify(items.has(key) ? [key, items.get(key)] : [key])}\n`;

const readJournal = (file: string): Map<string, unknown> => {
  const items = new Map<string, unknown>();
  if (!existsSync(file)) return items;
  for (const line of readFileSync(file, 'utf8').split('\n')) take(line, items);
  writeFileSync(`${file}.new`, [...items.keys()].map((key) => journalLine(key, items)).join(''));
  renameSync(`${file}.new`, file);
  return items;
};

const take = (line: string, items: Map<string, unknown>) => {
  const entry = parsed(line);
  if (entry === null) return;
  const [key, ...value] = entry;
  items.delete(key);
  if (value.length > 0) items.set(key, value[0]);
};

// A line that was cut off by a kill is no entry.
const parsed = (line: string): [string, ...unknown[]] | null => {
  try {
    return line === '' ? null : (JSON.parse(line) as [string, ...unknown[]]);
  } catch {
    return null;
  }
};
