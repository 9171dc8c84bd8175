import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { holdServerLock, isServerRunning } from '../jobs/server-lock.ts';
import { startApplying } from './apply-thread.ts';
import { catchUp } from './catch-up.ts';
import { cursorOf } from './cursors.ts';
import { parts } from './files.ts';
import { makeStory, Newsroom } from './fixtures/newsroom.ts';
import { startIndexing } from './search/index-thread.ts';
import { startComparing } from './similar/compare-thread.ts';

let newsroom: Newsroom;
beforeEach(async () => {
  newsroom = await Newsroom.open();
});
afterEach(() => newsroom.close());

const stories = (count: number) => Array.from({ length: count }, (_, i) => makeStory(i + 1));
const cursors = () => parts.map((part) => cursorOf(newsroom.dataDir, part)?.seq);

test('without a server, what was imported is applied and indexed by the command', async () => {
  await newsroom.stories(stories(900));
  const progress: number[] = [];
  await catchUp(newsroom.dataDir, { upTo: 900, onProgress: (done) => progress.push(done) });
  expect(cursors()).toEqual([900, 900, 900, 900]);
  expect(progress.at(-1)).toBe(900);
  expect(progress).toEqual([...progress].sort((a, b) => a - b));
});

test('a running server does it, and is waited for', async () => {
  const release = await holdServerLock(newsroom.dataDir);
  const applying = await startApplying(newsroom.dataDir);
  const indexing = await startIndexing(newsroom.dataDir);
  const comparing = await startComparing(newsroom.dataDir);
  await newsroom.stories(stories(300));
  await catchUp(newsroom.dataDir, { upTo: 300 });
  expect(cursors()).toEqual([300, 300, 300, 300]);
  await Promise.all([applying.close(), indexing.close(), comparing.close()]);
  release();
});

test('a server that ends meanwhile is replaced', async () => {
  const release = await holdServerLock(newsroom.dataDir);
  await newsroom.stories(stories(100));
  const caughtUp = catchUp(newsroom.dataDir, { upTo: 100 });
  setTimeout(release, 150);
  await caughtUp;
  expect(cursors()).toEqual([100, 100, 100, 100]);
});

test('a data folder has one server, known to all processes, and none when that was killed', async () => {
  const lock = join(import.meta.dirname, '../jobs/server-lock.ts');
  const script = `const { holdServerLock } = await import(process.argv[1]);
    await holdServerLock(process.argv[2]); console.log('held'); setInterval(() => {}, 1000);`;
  const server = spawn(process.execPath, ['--input-type=module', '-e', script, lock, newsroom.dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(server.stdout, 'data');
  expect(isServerRunning(newsroom.dataDir)).toBe(true);
  await expect(holdServerLock(newsroom.dataDir)).rejects.toMatchObject({ code: 'data-folder-in-use' });
  server.kill('SIGKILL');
  await once(server, 'exit');
  expect(isServerRunning(newsroom.dataDir)).toBe(false);
  const release = await holdServerLock(newsroom.dataDir);
  expect(isServerRunning(newsroom.dataDir)).toBe(true);
  release();
});
