import { execFile, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeStory, Newsroom } from '../src/catalog/fixtures/newsroom.ts';

const program = join(import.meta.dirname, '../src/cli/midad.ts');
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'midad-analyse-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

interface Ended {
  code: number;
  out: string;
  err: string;
}

function analyse(args: string[], input?: string | Uint8Array, language = 'en'): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [program, 'analyse', ...args],
      { env: { ...process.env, MIDAD_LANG: language, NO_COLOR: '1' }, maxBuffer: 1 << 27 },
      (error, out, err) => resolve({ code: error === null ? 0 : Number(error.code ?? 1), out, err }),
    );
    child.stdin?.end(input);
  });
}

const text =
  'القاهرة (رويترز) - قال وزير الخارجية سمير الكوكي إن الاتفاق قريب. وأضاف الكوكي: "لن نتراجع عنه".';

interface Mention {
  kind: string;
  start: number;
  end: number;
  name: string;
}
interface Seen {
  id?: unknown;
  language: string;
  dateline: { place: string; agency: string };
  quotes: { kind: string; start: number; end: number; speakerName: string; cue: unknown; named: boolean }[];
  entities: Mention[];
}

describe('midad analyse', () => {
  it('shows dateline, quotations and entities of a file as JSON', async () => {
    const file = join(folder, 'story.txt');
    await writeFile(file, text);
    const { code, out } = await analyse([file, '--json']);
    expect(code).toBe(0);
    const seen = JSON.parse(out) as Seen;
    expect(seen).toMatchObject({ language: 'ar', dateline: { place: 'القاهرة', agency: 'رويترز' } });
    const direct = seen.quotes.find(({ kind }) => kind === 'direct');
    expect(direct).toMatchObject({ speakerName: expect.stringContaining('سمير الكوكي'), named: true });
    expect(text.slice(direct?.start, direct?.end)).toBe('لن نتراجع عنه');
    expect(seen.entities.map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`)).toEqual([
      'place القاهرة',
      'organisation رويترز',
      'person سمير الكوكي',
      'person الكوكي',
    ]);
  });

  it('counts offsets in the text as it stands: byte order mark, line ends, harakat, halves of pairs', async () => {
    const odd = '\ufeffعاجل \u{1f534}\r\n\r\nوصل مُحَمَّد الصـــالحي إلى تُونس\r\n';
    const file = join(folder, 'odd.txt');
    await writeFile(file, odd);
    const fromFile = JSON.parse((await analyse([file, '--json'])).out) as Seen;
    const fromInput = JSON.parse((await analyse(['-', '--json'], odd)).out) as Seen;
    expect(fromInput).toEqual(fromFile);
    expect(fromFile.entities.map(({ start, end }) => odd.slice(start, end))).toEqual([
      'مُحَمَّد الصـــالحي',
      'تُونس',
    ]);
    const half = { id: 7, text: `\ud83d ${odd}` };
    const line = JSON.parse((await analyse(['-', '--ndjson'], JSON.stringify(half))).out) as Seen;
    expect(line.entities.map(({ start, end }) => half.text.slice(start, end))).toEqual([
      'مُحَمَّد الصـــالحي',
      'تُونس',
    ]);
  });

  it('answers a stream line by line, in order, and goes on behind a bad one', async () => {
    const lines = [
      JSON.stringify({ id: 'a', text }),
      '{broken',
      JSON.stringify({ id: 0, text: 'سوق في صنعاء' }),
      JSON.stringify({ id: 5, text: 12 }),
      '',
      JSON.stringify({ text: '' }),
    ];
    const { code, out, err } = await analyse(['-', '--ndjson'], lines.join('\n'));
    const results = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(code).toBe(1);
    expect(results.map(({ id, line, error }) => [id, line, error])).toEqual([
      ['a', undefined, undefined],
      [undefined, 2, 'not-json'],
      [0, undefined, undefined],
      [5, 4, 'wrong-type'],
      [null, undefined, undefined],
    ]);
    expect(err).toContain('line 2');
    expect(err).toContain('line 4');
  });

  it('reads gzip, and writes no faster than is read from it', async () => {
    const file = join(folder, 'many.ndjson.gz');
    const many = Array.from({ length: 3000 }, (_, id) => JSON.stringify({ id, text }));
    await writeFile(file, gzipSync(many.join('\n')));
    const child = spawn(process.execPath, [program, 'analyse', file, '--ndjson'], {
      env: { ...process.env, MIDAD_LANG: 'en' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ids: number[] = [];
    let rest = '';
    for await (const chunk of child.stdout) {
      // A slow reader.
      if (ids.length < 200) await new Promise((done) => setTimeout(done, 20));
      const parts = (rest + String(chunk)).split('\n');
      rest = parts.pop() ?? '';
      for (const part of parts) ids.push((JSON.parse(part) as { id: number }).id);
    }
    expect(ids).toEqual(many.map((_, id) => id));
  });

  it('keeps its memory flat whatever the length of the stream', async () => {
    const child = spawn(process.execPath, ['--max-old-space-size=96', program, 'analyse', '-', '--ndjson'], {
      env: { ...process.env, MIDAD_LANG: 'en' },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const sink = createWriteStream(join(folder, 'out.ndjson'));
    child.stdout.pipe(sink);
    const line = `${JSON.stringify({ id: 1, text: text.repeat(10) })}\n`;
    // 30 MB in, many times that out: more than the heap that it is given.
    for (let n = 0; n < 30 * 1024 * 1024; n += Buffer.byteLength(line)) {
      if (!child.stdin.write(line)) await once(child.stdin, 'drain');
    }
    child.stdin.end();
    const [code] = (await once(child, 'exit')) as [number];
    expect(code).toBe(0);
  }, 120_000);

  it("knows a data folder's own records", async () => {
    const newsroom = await Newsroom.open();
    try {
      await newsroom.save('organisation', 'o1', {
        id: 'o1',
        name: 'نادي ضفاف النهر',
        slug: 'ضفاف-النهر',
        otherNames: [],
      });
      await newsroom.story(makeStory(1));
      (await newsroom.catalog()).close();
      const { out } = await analyse(['-', '--json', '--data', newsroom.dataDir], 'فاز نادي ضفاف النهر أمس');
      expect((JSON.parse(out) as Seen).entities).toMatchObject([{ name: 'نادي ضفاف النهر', id: 'o1' }]);
    } finally {
      await newsroom.close();
    }
  });

  it('speaks to a person in Arabic or English', async () => {
    const arabic = await analyse(['-'], text, 'ar');
    expect(arabic.out).toContain('الشخصيات: سمير الكوكي');
    expect(arabic.out).toContain('مكان الخبر: القاهرة · رويترز');
    const english = await analyse(['-'], text);
    expect(english.out).toContain('People: سمير الكوكي');
    for (const language of ['ar', 'en']) {
      const { code, out } = await analyse(['--help'], undefined, language);
      expect(code).toBe(0);
      expect(out).toContain('UTF-16');
    }
  });

  it('says what is wrong with a file', async () => {
    const missing = await analyse([join(folder, 'none.txt')]);
    expect(missing.code).toBe(1);
    expect(missing.err).toContain('none.txt');
    await writeFile(join(folder, 'empty.txt'), '');
    expect((await analyse([join(folder, 'empty.txt'), '--json'])).code).toBe(1);
    await writeFile(join(folder, 'picture.png'), Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1));
    expect((await analyse([join(folder, 'picture.png'), '--json'])).err).toContain('picture.png');
    expect((await analyse([folder])).code).toBe(1);
    expect((await analyse([])).code).toBe(2);
  });
});

it('ends quietly when whoever reads it has seen enough', async () => {
  const lines = Array.from({ length: 2000 }, (_, id) => JSON.stringify({ id: String(id), text })).join('\n');
  const child = spawn(process.execPath, [program, 'analyse', '-', '--ndjson']);
  const complaints: Buffer[] = [];
  child.stderr.on('data', (part: Buffer) => complaints.push(part));
  child.stdin.on('error', () => undefined);
  child.stdin.end(lines);
  child.stdout.once('data', () => child.stdout.destroy());
  const [code] = (await once(child, 'close')) as [number];
  expect([code, Buffer.concat(complaints).toString()]).toEqual([0, '']);
}, 30_000);
