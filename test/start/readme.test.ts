import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const read = (file: string) => readFile(join(root, file), 'utf8');
const pages = async () => [
  'README.md',
  'docs/operating.md',
  'docs/promises.md',
  ...(await readdir(join(root, 'docs/decisions'))).map((name) => `docs/decisions/${name}`),
];
const scripts = async () =>
  (JSON.parse(await read('package.json')) as { scripts: Readonly<Record<string, string>> }).scripts;

describe('the README', () => {
  it('names the two commands, in 100 lines', async () => {
    const text = await read('README.md');
    const blocks = [...text.matchAll(/```sh\n([^`]*)```/g)].map(([, commands = '']) => commands.trim());
    expect(blocks).toEqual(expect.arrayContaining(['npm ci && npm start', 'npm ci && npm test']));
    expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(100);
  });

  it('names only commands that exist, as do the other pages', async () => {
    const known = await scripts();
    for (const page of await pages()) {
      const text = await read(page);
      const named = [...text.matchAll(/npm (?:run )?(start|test|(?<=run )[\w:]+)/g)].map(([, name = '']) => name);
      for (const name of named) expect(Object.keys(known), `${page}: npm run ${name}`).toContain(name);
    }
  });

  it('runs files that are there', async () => {
    for (const [name, command] of Object.entries(await scripts()))
      for (const [file] of command.matchAll(/\b[\w/-]+\.ts\b/g)) expect(existsSync(join(root, file)), name).toBe(true);
  });

  it('links to pages, pictures and folders that are there, as do the other pages', async () => {
    for (const page of await pages()) {
      const text = await read(page);
      const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, link = '']) => link);
      const folders = [...text.matchAll(/`((?:src|sandbox|test|docs|bench)\/[\w./-]*)`/g)].map(([, name = '']) => name);
      for (const link of links) expect(existsSync(resolve(root, dirname(page), link)), `${page}: ${link}`).toBe(true);
      for (const name of folders) expect(existsSync(join(root, name)), `${page}: ${name}`).toBe(true);
    }
  });

  it('is followed by promises whose tests and stories are there', async () => {
    const text = await read('docs/promises.md');
    const [files, stories]: [string[], string[]] = [[], []];
    for (const [, name = ''] of text.matchAll(/`([\w/.-]+)`/g))
      (name.startsWith('test/') ? files : stories).push(name.startsWith('test/') ? name : `test/dialogues/${name}.txt`);
    expect([files.length > 30, stories.length > 50]).toEqual([true, true]);
    for (const file of [...files, ...stories]) expect(existsSync(join(root, file)), file).toBe(true);
  });
});
