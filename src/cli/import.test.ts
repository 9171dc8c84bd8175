import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSearch } from '../catalog/search/pool.ts';
import { modern, headline, old, paragraphs } from '../interchange/fixtures/pages.ts';
import { encode } from '../interchange/fixtures/encode.ts';

const midad = join(import.meta.dirname, 'midad.ts');
let folder: string;
let data: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'midad-'));
  data = join(folder, 'data');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const environment = { ...process.env, MIDAD_LANG: 'en', MIDAD_DATA: undefined };

function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [midad, 'import', ...args],
      { env: environment, maxBuffer: 1e8 },
      (error, out, err) => {
        resolve({ code: error ? Number(error.code) : 0, out, err });
      },
    );
  });
}

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function found(q: string): Promise<number> {
  const search = openSearch(data);
  try {
    return (await search.search({ q, limit: 10, offset: 0, sort: 'relevance' })).total;
  } finally {
    await search.close();
  }
}

describe('midad import page', () => {
  it('prints what it recognised as JSON and, dry, stores nothing', async () => {
    const text = [
      headline,
      headline,
      `موسكو ـ ${paragraphs[0]}`,
      ...paragraphs.slice(1),
      'الأكثر قراءة',
      'No stories found.',
      'logo',
    ].join('\n\n');
    const { code, out } = await run('page', write('a.txt', text), '--dry-run', '--json', '--data', data);
    expect(code).toBe(0);
    const json = JSON.parse(out) as Record<string, unknown>;
    expect(Object.keys(json)).toEqual([
      'headline',
      'kicker',
      'standfirst',
      'dateline',
      'agency',
      'reporter',
      'published',
      'paragraphs',
      'images',
      'dropped',
    ]);
    expect(json).toMatchObject({ headline, dateline: 'موسكو', agency: null, published: null, paragraphs });
    expect(existsSync(data)).toBe(false);
  });

  it('makes one story of a page, however often it comes, that search finds', async () => {
    const file = write('a.html', modern);
    const first = await run('page', file, '--publish', '--section', 'مجتمع', '--data', data);
    expect([first.code, first.out]).toEqual([0, expect.stringContaining('Published: story 1')]);
    expect(first.out).toContain('Headline: ' + headline);
    expect(await found('المزارعة سلمى')).toBe(1);
    const second = await run('page', file, '--publish', '--section', 'مجتمع', '--data', data);
    expect(second.out).toContain('Here already, unchanged: story 1');
    expect(await found('المزارعة سلمى')).toBe(1);
  });

  it('reads a folder page by page, reports the bad ones, and answers 1', async () => {
    write('a.html', modern);
    write('b.htm', encode(old('utf-8'), 'windows-1256'));
    write('c.html', '');
    const { code, out, err } = await run('page', folder, '--json', '--dry-run', '--data', data);
    const files = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { file: string; headline: string });
    expect(files.map((one) => one.headline)).toEqual([headline, headline]);
    expect(files.map((one) => one.file)).toEqual([join(folder, 'a.html'), join(folder, 'b.htm')]);
    expect(err).toContain('c.html is empty');
    expect(err).toContain('windows-1256');
    expect(code).toBe(1);
  });

  it('refuses a bad file and an unknown section, and leaves no data folder behind a bad file', async () => {
    const missing = await run('page', join(folder, 'none.html'), '--data', data);
    expect([missing.code, missing.err]).toEqual([1, expect.stringContaining('none.html')]);
    const empty = await run('page', write('e.txt', ''), '--data', data);
    expect([empty.code, empty.out]).toEqual([1, '']);
    expect(existsSync(data)).toBe(false);
    const section = await run('page', write('a.html', modern), '--section', 'دفاتر', '--data', data);
    expect([section.code, section.err]).toEqual([1, expect.stringContaining('There is no section')]);
  });
});

const line = (id: number): string =>
  JSON.stringify({
    id,
    title: `خبر رقم ${id} عن الميناء`,
    text: `نص الخبر ${id} عن السفن والميناء القديم.`,
    published: '2015-08-05',
  });
const archive = (count: number): string =>
  write('archive.ndjson', Array.from({ length: count }, (_, i) => line(i)).join('\n'));

describe('a page that is cut off', () => {
  it('is shown, and nothing of it is stored', async () => {
    const file = write('cut.html', modern.slice(0, modern.indexOf('لم نعد')));
    const { code, out, err } = await run('page', file, '--publish', '--json', '--data', data);
    expect([code, err]).toEqual([1, expect.stringContaining('cut.html')]);
    expect((JSON.parse(out) as { headline: string }).headline).not.toBe('');
    expect(existsSync(join(data, 'journal.db'))).toBe(false);
  });
});

describe('midad import ndjson', () => {
  it('ends when search finds what it brought in, and changes nothing the second time', async () => {
    const file = archive(500);
    const first = await run('ndjson', file, '--source', 'archive', '--publish', '--data', data);
    expect([first.code, first.out]).toEqual([
      0,
      expect.stringContaining('new: 500, updated: 0, unchanged: 0, failed: 0'),
    ]);
    expect(await found('السفن')).toBe(500);
    const second = await run('ndjson', file, '--source', 'archive', '--publish', '--data', data);
    expect(second.out).toContain('new: 0, updated: 0, unchanged: 500, failed: 0');
  });

  it('names file, line and remedy of a bad line; --strict stops there', async () => {
    const file = write('bad.ndjson', [line(1), '{"id": 2', line(3)].join('\n'));
    const strict = await run('ndjson', file, '--source', 'a', '--strict', '--data', data);
    expect(strict.code).toBe(1);
    expect(strict.err).toContain('bad.ndjson, line 2: Not valid JSON.');
    expect(strict.out).toContain('new: 1,');
    const loose = await run('ndjson', file, '--source', 'a', '--data', data);
    expect([loose.code, loose.out]).toEqual([
      1,
      expect.stringContaining('new: 1, updated: 0, unchanged: 1, failed: 1'),
    ]);
  });

  it('asks for a source and refuses what is no number', async () => {
    const file = archive(1);
    expect((await run('ndjson', file, '--data', data)).code).toBe(2);
    expect((await run('ndjson', file, '--source', 'a', '--limit', 'all', '--data', data)).code).toBe(2);
    expect(existsSync(data)).toBe(false);
  });

  it('told to stop, finishes its batch, says how to go on, and does so', async () => {
    const child = spawn(
      process.execPath,
      [midad, 'import', 'ndjson', '-', '--source', 'a', '--publish', '--data', data],
      { env: environment },
    );
    let err = '';
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString();
    });
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
    });
    // Fed slowly, and stopped once it has said that the first stories are in.
    let sent = 0;
    let told = false;
    const feed = setInterval(() => {
      // What comes after it only keeps the line open.
      for (let i = 0; i < (told ? 1 : 50); i++) child.stdin.write(`${line(sent++)}\n`);
      if (!told && err.includes('stories')) told = child.kill('SIGINT');
    }, 20);
    child.stdin.on('error', () => clearInterval(feed));
    const [code] = (await once(child, 'close')) as [number];
    clearInterval(feed);
    expect(code).toBe(130);
    expect(err).toContain('run the same command again');
    const count = Number(/new: (\d+)/.exec(out)?.[1]);
    expect(count).toBeGreaterThanOrEqual(200);
    const whole = await run('ndjson', archive(sent + 100), '--source', 'a', '--publish', '--data', data);
    expect(whole.out).toContain(`new: ${sent + 100 - count}, updated: 0, unchanged: ${count}`);
  });
});
