import { createInterface } from 'node:readline';
import { z } from 'zod';
import { understand } from './understand.ts';

// One JSON object a line in, one out, in the same order: how exams and other programs try the understanding.
const Line = z.object({
  id: z.union([z.string(), z.number()]).nullish(),
  text: z.string(),
  lang: z.enum(['en', 'es']).nullish().catch(null),
  now: z.string().nullish(),
  zone: z.string().nullish(),
  asked: z.string().nullish().catch(null),
  options: z.array(z.string()).nullish().catch(null),
});

const KINDS = ['job', 'place', 'time', 'choice', 'yesNo', 'name', 'contact', 'rating', 'words'] as const;

function answerLine(line: string): string {
  const { id, text, lang, now, zone, asked, options } = Line.parse(JSON.parse(line));
  const kind = KINDS.find((one) => one === asked);
  const reading = understand(text, {
    now: now ?? new Date().toISOString(),
    zone: zone ?? 'UTC',
    language: lang ?? null,
    asked: kind ? { kind, options: options ?? [] } : options?.length ? { kind: 'choice', options } : (asked ?? null),
  });
  return JSON.stringify({ id, ...reading });
}

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  if (line.trim() !== '') process.stdout.write(`${answerLine(line)}\n`);
}
