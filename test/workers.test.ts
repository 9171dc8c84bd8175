import { spawn, execFile, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const program = join(import.meta.dirname, '../src/cli/midad.ts');
let folder: string;
let child: ChildProcess;
let url = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'midad-workers-'));
  child = spawn(process.execPath, [program, 'demo', '--workers', '2', '--port', '0', '--data', folder], {
    env: { ...process.env, MIDAD_LANG: 'en' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  url = await new Promise((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', (chunk) => {
      text += String(chunk);
      const found = /running: (http\S+)/.exec(text)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', () => reject(new Error(text)));
  });
});
afterAll(async () => {
  child.kill('SIGTERM');
  await new Promise((done) => child.once('exit', done));
  await rm(folder, { recursive: true, force: true });
});

/** Connections of their own, so that all processes are asked. */
const ask = (path: string) =>
  fetch(url + path, { headers: { connection: 'close' }, signal: AbortSignal.timeout(3000) });

describe('several reader processes', () => {
  it('serve the site and hand on what is not theirs', async () => {
    for (let i = 0; i < 8; i++) {
      expect((await ask('/')).status).toBe(200);
      expect((await ask('/healthz')).status).toBe(200);
      expect((await ask('/nothing-here')).status).toBe(404);
    }
  });

  it('all show a publication at once', async () => {
    for (let i = 0; i < 8; i++) await ask('/latest');
    const file = join(folder, 'new.ndjson');
    await writeFile(
      file,
      JSON.stringify({ id: 1, title: 'خبر عاجل للعمليات كلها', text: 'نص الخبر.', category: 'سياسة' }),
    );
    await promisify(execFile)(process.execPath, [
      program,
      'import',
      'ndjson',
      file,
      '--source',
      'w',
      '--publish',
      '--data',
      folder,
    ]);
    await expect
      .poll(
        async () =>
          (await Promise.all(Array.from({ length: 8 }, () => ask('/latest').then((a) => a.text())))).every(
            (html) => html.includes('خبر عاجل للعمليات كلها'),
          ),
        { timeout: 1000 },
      )
      .toBe(true);
  });

  it('count readings in one place', async () => {
    const html = await (await ask('/latest')).text();
    const path = /href="(\/[a-z]+\/\d+\/[^"]+)"/.exec(html)?.[1] ?? '';
    const token = /data-read="([^"]+)"/.exec(await (await ask(path)).text())?.[1] ?? '';
    expect(token).not.toBe('');
    const agent =
      'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0.0.0 Mobile Safari/537.36';
    for (let i = 0; i < 4; i++) {
      const answer = await fetch(`${url}/r`, {
        method: 'POST',
        body: token,
        headers: { connection: 'close', 'user-agent': `${agent} ${i}`, 'content-type': 'text/plain' },
      });
      expect(answer.status).toBe(204);
    }
    await expect
      .poll(async () => JSON.stringify(await (await ask('/most-read.json')).json()), {
        timeout: 90_000,
        interval: 1000,
      })
      .toContain(`/${path.split('/')[2]}`);
  }, 100_000);

  it('are replaced when one dies', async () => {
    const { stdout } = await promisify(execFile)('ps', ['-o', 'pid=', '--ppid', String(child.pid)]);
    const [first] = stdout.trim().split(/\s+/).map(Number);
    if (first !== undefined) process.kill(first, 'SIGKILL');
    await expect
      .poll(async () => (await Promise.all([ask('/'), ask('/'), ask('/')])).every((a) => a.status === 200), {
        timeout: 10_000,
      })
      .toBe(true);
  });
});
