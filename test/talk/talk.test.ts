import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStage, type Stage } from '../page/stage.ts';

const YOU = '+15125550100';
const DANA = '+17375550101';
const program = join(import.meta.dirname, '../../sandbox/talk/main.ts');

describe('npm run talk, with lines from a pipe', () => {
  let stage: Stage;
  let folder: string;

  beforeEach(async () => {
    stage = await openStage();
    folder = await mkdtemp(join(tmpdir(), 'talk-'));
    await stage.post(`/phones/${DANA}`, { label: 'Dana', role: 'provider' }, 'PUT');
    await stage.post('/clock', { to: '2035-03-06T15:00:00.000Z' });
  });
  afterEach(async () => {
    await stage.close();
    await rm(folder, { recursive: true });
  });

  const talk = async (lines: readonly string[], ...args: string[]) => {
    const child = spawn(process.execPath, ['--import', 'tsx', program, '--sandbox', stage.url, ...args]);
    let told = '';
    child.stdout.on('data', (chunk: Buffer) => (told += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (told += `! ${chunk.toString()}`));
    child.stdin.end(lines.map((line) => `${line}\n`).join(''));
    const code = await new Promise((resolve) => child.once('close', resolve));
    return { code, told };
  };

  it('plays both ends, skips time, pays, and saves the story', async () => {
    await stage.link(12_900, 'K7 sink');
    stage.answer = ({ From, Body }) => (From === YOU ? `Heard ${Body ?? ''}\nReply 1.` : 'Thanks.');
    const file = join(folder, 'a-leak.txt');
    const lines = ['sink leaking', '/pay 4242424242424242', '/skip 2h', `/as ${DANA}`, 'Y K7', '/quit', 'never sent'];
    const { code, told } = await talk(lines, '--save', file);
    expect(told.split('\n')).toEqual([
      'me: sink leaking',
      'us: Heard sink leaking / Reply 1.',
      '(Paid $129.00.)',
      expect.stringMatching(/^\(It is Tue, Mar 6, 11:\d\d AM now\.\)$/),
      `(This is ${DANA} now.)`,
      'me: Y K7',
      'us: Thanks.',
      `Saved as ${file}.`,
      '',
    ]);
    expect(code).toBe(0);
    expect((await readFile(file, 'utf8')).replace(/later: \d+ \w+/, 'later: about 2 hours').split('\n')).toEqual([
      '# A leak',
      `# Dana: to play this again, write who: Name ${DANA} trade dollars`,
      `homeowner ${YOU}: sink leaking`,
      'us: Heard sink leaking / Reply 1.',
      'pays: 4242424242424242',
      'later: about 2 hours',
      `provider ${DANA}: Y K7`,
      'us: Thanks.',
      '',
    ]);
    expect(stage.heard.map(({ From, Body }) => [From, Body])).toEqual([
      [YOU, 'sink leaking'],
      [DANA, 'Y K7'],
    ]);
  });

  it('plays a provider by hand and lets it answer by itself again afterwards', async () => {
    let isPlayed = false;
    stage.answer = () => {
      isPlayed = true;
      return 'Noted.';
    };
    const { told } = await talk(['Y K7'], '--as', 'provider', '--number', DANA);
    expect(told).toContain('us: Noted.');
    expect(isPlayed).toBe(true);
    const phones = (await stage.get('/phones')) as { number: string; autopilot: boolean }[];
    expect(phones.find(({ number }) => number === DANA)?.autopilot).toBe(true);
  });

  it('says what went wrong, goes on, and ends with 1', async () => {
    const { code, told } = await talk(['/pay 4242424242424242', '/dance', '/clock']);
    expect(told).toContain('There is no open payment link.');
    expect(told).toContain('! There is no /dance.');
    expect(told).toMatch(/It is Tue, Mar 6/);
    expect(code).toBe(1);
  });

  it('names the command to start when no sandbox answers', async () => {
    const { code, told } = await talk([], '--sandbox', 'http://127.0.0.1:9');
    expect(told).toContain('No sandbox answers at http://127.0.0.1:9: run npm start in another terminal first.');
    expect(code).toBe(1);
  });
});
