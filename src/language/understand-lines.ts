import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Asked } from './asked-kind.ts';
import { understand } from './understand.ts';

// One JSON object a line in, one out, in the same order: how exams and other programs try the understanding.
const Line = z.object({
  id: z.union([z.string(), z.number()]).nullish(),
  text: z.string(),
  lang: z.enum(['en', 'es']).nullable().catch(null),
  now: z.string().catch(() => new Date().toISOString()),
  zone: z.string().catch('UTC'),
  asked: z.string().nullable().catch(null),
  options: z.array(z.string()).catch([]),
});

const KINDS = ['job', 'place', 'time', 'choice', 'yesNo', 'name', 'contact', 'rating', 'words'] as const;

function answerLine(line: string): string {
  const { id, text, lang, now, zone, asked, options } = Line.parse(JSON.parse(line));
  return JSON.stringify({ id, ...understand(text, { now, zone, language: lang, asked: askedOf(asked, options) }) });
}

/** Options make a choice of whatever was asked in a sentence of its own. */
function askedOf(asked: string | null, options: readonly string[]): Asked {
  const kind = KINDS.find((one) => one === asked) ?? (options.length > 0 ? 'choice' : null);
  return kind === null ? asked : { kind, options };
}

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  if (line.trim() !== '') process.stdout.write(`${answerLine(line)}\n`);
}
