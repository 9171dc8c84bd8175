import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const program = join(import.meta.dirname, '../src/cli/midad.ts');
let folder: string;
const running: ChildProcess[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'midad-cli-'));
});
afterEach(async () => {
  for (const child of running.splice(0))
    if (child.exitCode === null) await new Promise((done) => child.once('exit', done).kill('SIGKILL'));
  await rm(folder, { recursive: true, force: true });
});

const environment = (more: Record<string, string> = {}) => ({
  ...process.env,
  MIDAD_LANG: 'en',
  NO_COLOR: '1',
  ...more,
});

function midad(
  args: string[],
  more: Record<string, string> = {},
): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [program, ...args],
      { env: environment(more), maxBuffer: 1 << 26 },
      (error, out, err) => {
        resolve({ code: error === null ? 0 : Number(error.code ?? 1), out, err });
      },
    );
  });
}

/** Starts the program and resolves with its address when it has said it. */
function start(args: string[]): Promise<{ url: string; child: ChildProcess; out: () => string }> {
  const child = spawn(process.execPath, [program, ...args], {
    env: environment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  let text = '';
  return new Promise((resolve, reject) => {
    const look = (chunk: unknown) => {
      text += String(chunk);
      const url = /running: (http\S+)/.exec(text)?.[1];
      if (url !== undefined) resolve({ url, child, out: () => text });
    };
    child.stdout?.on('data', look);
    child.stderr?.on('data', look);
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${text}`)));
  });
}

const stop = (child: ChildProcess) =>
  new Promise<number | null>((resolve) => child.once('exit', resolve).kill('SIGTERM'));
const line = (id: number, title: string, more: object = {}) =>
  JSON.stringify({
    id,
    title,
    text: `نص الخبر رقم ${id} عن حديقة البلدية.\nفقرة ثانية فيه.`,
    category: 'society',
    published: '2026-11-01T10:00:00Z',
    ...more,
  });

describe('the command line', () => {
  it('explains itself, in Arabic for who speaks it', async () => {
    const english = await midad(['--help']);
    expect(english.code).toBe(0);
    for (const command of ['start', 'demo', 'import', 'rebuild', 'verify'])
      expect(english.out).toContain(command);
    expect((await midad(['--help'], { MIDAD_LANG: 'ar' })).out).toContain('مداد');
    for (const command of [
      ['start'],
      ['demo'],
      ['import', 'page'],
      ['import', 'ndjson'],
      ['rebuild'],
      ['verify'],
    ]) {
      expect([command, (await midad([...command, '--help'])).code]).toEqual([command, 0]);
    }
    expect((await midad(['no-such-command'])).code).toBe(2);
    expect((await midad(['start', '--port', 'abc', '--data', folder])).code).toBe(2);
  }, 60_000);

  it('starts on an empty folder, keeps everything there, and is the same after a restart', async () => {
    const first = await start(['start', '--port', '0', '--data', folder]);
    expect((await fetch(first.url)).status).toBe(200);
    const file = join(folder, 'stories.ndjson');
    await writeFile(file, [line(0, 'افتتاح حديقة'), line(1, 'إغلاق حديقة')].join('\n'));
    const imported = await midad([
      'import',
      'ndjson',
      file,
      '--source',
      'old',
      '--publish',
      '--data',
      folder,
    ]);
    expect(imported).toMatchObject({ code: 0 });
    const found = (await (
      await fetch(`${first.url}/search.json?q=${encodeURIComponent('حديقة')}`)
    ).json()) as { total: number; hits: { source: unknown }[] };
    expect(found.total).toBe(2);
    expect(found.hits.map((hit) => hit.source)).toEqual(expect.arrayContaining([{ name: 'old', id: '0' }]));
    await expect
      .poll(async () => (await fetch(`${first.url}/latest`)).text(), { timeout: 1000 })
      .toContain('افتتاح حديقة');
    expect(await stop(first.child)).toBe(0);

    const second = await start(['start', '--port', '0', '--data', folder]);
    expect(await (await fetch(`${second.url}/latest`)).text()).toContain('افتتاح حديقة');
    expect(await stop(second.child)).toBe(0);
    expect(await midad(['verify', '--data', folder])).toMatchObject({ code: 0 });
  }, 60_000);

  it('rebuilds beside a running site, which goes over to the new catalog', async () => {
    const site = await start(['demo', '--port', '0', '--data', folder]);
    const rebuilt = await midad(['rebuild', '--data', folder]);
    expect(rebuilt).toMatchObject({ code: 0 });
    expect((await fetch(site.url)).status).toBe(200);
    const file = join(folder, 'one.ndjson');
    await writeFile(file, line(7, 'خبر بعد إعادة البناء'));
    expect(
      (await midad(['import', 'ndjson', file, '--source', 'x', '--publish', '--data', folder])).code,
    ).toBe(0);
    await expect
      .poll(async () => (await fetch(`${site.url}/archive/2026-11-01`)).text(), { timeout: 2000 })
      .toContain('خبر بعد إعادة البناء');
    expect(await midad(['verify', '--data', folder])).toMatchObject({ code: 0 });
  }, 60_000);

  it('keeps itself compiled where it is told, and runs where nothing can be kept', async () => {
    const kept = join(folder, 'kept');
    expect((await midad(['--version'], { NODE_COMPILE_CACHE: kept })).code).toBe(0);
    expect((await readdir(kept, { recursive: true })).length).toBeGreaterThan(1);
    const blocked = join(folder, 'file');
    await writeFile(blocked, '');
    const { code, err } = await midad(['--version'], { NODE_COMPILE_CACHE: join(blocked, 'kept') });
    expect([code, err]).toEqual([0, '']);
  });

  it('says what to do about a port in use, a folder in use, a folder it may not write to and one from a newer version', async () => {
    const site = await start(['start', '--port', '0', '--data', folder]);
    const { port } = new URL(site.url);
    const other = await mkdtemp(join(tmpdir(), 'midad-cli-'));
    const taken = await midad(['start', '--port', port, '--data', other]);
    expect(taken.code).toBe(1);
    expect(taken.err).toContain(port);
    expect(taken.err).toContain('--port');
    const same = await midad(['start', '--port', '0', '--data', folder]);
    expect(same.code).toBe(1);
    expect(same.err).toContain('--data');
    await stop(site.child);

    const { DatabaseSync } = await import('node:sqlite');
    const database = new DatabaseSync(join(folder, 'journal.db'));
    database.exec("INSERT INTO migration SELECT 9999, '9999_future', 0 FROM migration LIMIT 1");
    database.close();
    const newer = await midad(['start', '--port', '0', '--data', folder]);
    expect(newer.code).toBe(1);
    expect(newer.err).toContain('newer version');

    const file = join(other, 'plain-file');
    await writeFile(file, 'not a folder');
    const denied = await midad(['start', '--port', '0', '--data', join(file, 'inside')]);
    expect(denied.code).toBe(1);
    expect(denied.err).toContain(file);
    if (process.getuid?.() !== 0) {
      await chmod(other, 0o500);
      expect((await midad(['start', '--port', '0', '--data', join(other, 'x')])).code).toBe(1);
      await chmod(other, 0o700);
    }
    await rm(other, { recursive: true, force: true });
  }, 60_000);
});
