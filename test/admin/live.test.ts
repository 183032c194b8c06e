import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { makeWatcher } from '../../src/admin/live.ts';
import { makeVisitor, openDesk } from './visitor.ts';

const THREAD = { page: 'thread', ref: 'a' } as const;

describe('the watcher', () => {
  it('asks once for all who listen, tells each what is new only, and rests when nobody listens', async () => {
    let version = 'one';
    let reads = 0;
    const watcher = makeWatcher(async () => ((reads += 1), version), 5);
    const heard: string[] = [];
    const stopFirst = watcher.watch(THREAD, (news) => heard.push(`first ${news}`));
    const stopSecond = watcher.watch(THREAD, (news) => heard.push(`second ${news}`));
    await sleep(60);
    expect(heard).toEqual(['first one', 'second one']);
    stopSecond();
    version = 'two';
    await sleep(60);
    expect(heard.slice(2)).toEqual(['first two']);
    watcher.watch(THREAD, (news) => heard.push(`late ${news}`))();
    expect(heard.at(-1)).toBe('late two');
    stopFirst();
    await sleep(30);
    const before = reads;
    await sleep(40);
    expect(reads).toBe(before);
    watcher.close();
  });

  it('goes on after a read that failed', async () => {
    let isDown = true;
    const watcher = makeWatcher(() => (isDown ? Promise.reject(new Error('away')) : Promise.resolve('back')), 5);
    const heard: string[] = [];
    const stop = watcher.watch(THREAD, (news) => heard.push(news));
    await sleep(30);
    expect(heard).toEqual([]);
    isDown = false;
    await sleep(40);
    expect(heard).toEqual(['back']);
    stop();
    watcher.close();
  });
});

describe('the events of a page', () => {
  it('say at once which version there is and the next within two seconds, and hold no closing up', async () => {
    const desk = await openDesk();
    const visitor = makeVisitor(desk.app);
    await visitor.logIn();
    const url = await desk.app.listen({ port: 0, host: '127.0.0.1' });
    const answer = await fetch(`${url}/admin/events/overview`, { headers: { cookie: visitor.cookie() } });
    expect(answer.headers.get('content-type')).toBe('text/event-stream');
    const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    const until = async (count: number) => {
      while ((text.match(/event: version\n/g) ?? []).length < count) {
        const { done, value } = await reader.read();
        if (done) return;
        text += value;
      }
    };
    await until(1);
    await desk.store.alertBook.keep({ id: 'a', about: 'danger', ref: 'x', code: null, at: new Date() });
    const since = performance.now();
    await until(2);
    expect(performance.now() - since).toBeLessThan(2_000);
    const versions = [...text.matchAll(/data: "(\S+)"/g)].map(([, version]) => version);
    expect(new Set(versions).size).toBe(2);
    expect(text).not.toContain('danger');

    const closing = performance.now();
    await desk.app.close();
    expect(performance.now() - closing).toBeLessThan(2_000);
    expect((await reader.read()).done).toBe(true);
    await desk.close();
  });
});
