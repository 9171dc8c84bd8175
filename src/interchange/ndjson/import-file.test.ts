import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { initialiseSite } from '../../commands/initialise-site.ts';
import { StoryImport } from '../../commands/import-stories.ts';
import type { Journal } from '../../journal/journal.ts';
import { openJournal } from '../../journal/open.ts';
import type { Story } from '../../model/story.ts';
import { type FileImport, importFile, type Problem } from './import-file.ts';
import { longestLine, openLines } from './lines.ts';

const now = Date.UTC(2026, 10, 23);
let folder: string;
let journal: Journal;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'midad-'));
  journal = await openJournal(join(folder, 'data'));
  await initialiseSite({ journal, actor: 'cli:import', now });
});
afterEach(async () => {
  await journal.close();
  rmSync(folder, { recursive: true });
});

const line = (id: number | string, more: object = {}): string =>
  JSON.stringify({
    id,
    title: `خبر رقم ${id}`,
    text: `نص الخبر ${id}.`,
    published: '2015-08-05T12:30:00Z',
    ...more,
  });
const lines = (count: number): string[] => Array.from({ length: count }, (_, i) => line(i));

function write(content: string | Uint8Array, name = 'archive.ndjson'): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function run(file: string, options: Partial<FileImport> & { publish?: boolean } = {}) {
  const problems: Problem[] = [];
  const { publish = true, ...rest } = options;
  const summary = await importFile({
    file,
    import: new StoryImport({
      journal,
      actor: 'cli:import',
      source: 'archive',
      publish,
      sections: [],
      now: () => now,
    }),
    zone: 'UTC',
    strict: false,
    limit: undefined,
    stopped: () => false,
    onProgress() {},
    onProblem: (problem) => problems.push(problem),
    onDerivedHeadline() {},
    ...rest,
  });
  const { new: fresh, updated, unchanged, failed, ended } = summary;
  return { counts: [fresh, updated, unchanged, failed], ended, problems, line: summary.line };
}

async function stories(): Promise<Story[]> {
  const found = new Map<string, Story>();
  for (let after = 0; ;) {
    const entries = await journal.entries(after, 5000);
    if (entries.length === 0) break;
    for (const entry of entries) if (entry.kind === 'story') found.set(entry.id, entry.content as Story);
    after = entries.at(-1)?.seq ?? after;
  }
  return [...found.values()];
}

describe('an archive', () => {
  it('comes in once; the same file again changes nothing', async () => {
    const file = write(`${lines(450).join('\n')}\n`);
    expect((await run(file)).counts).toEqual([450, 0, 0, 0]);
    const { seq } = await journal.head();
    expect((await run(file)).counts).toEqual([0, 0, 450, 0]);
    expect((await journal.head()).seq).toBe(seq);
    const [first] = await stories();
    expect(first).toMatchObject({
      status: 'published',
      firstPublishedAt: Date.UTC(2015, 7, 5, 12, 30),
      source: { name: 'archive', id: '0' },
    });
  });

  it('may be compressed, have a byte order mark, blank lines, and end without a line feed', async () => {
    const text = `\ufeff${line(1)}\r\n\n${line(2)}`;
    expect((await run(write(gzipSync(text), 'a.gz'))).counts).toEqual([2, 0, 0, 0]);
    expect((await run(write(text))).counts).toEqual([0, 0, 2, 0]);
  });

  it('that changed updates what changed, and keeps its number, address and date', async () => {
    await run(write(lines(3).join('\n')));
    const before = await stories();
    const changed = [line(0), line(1, { title: 'عنوان آخر', published: '2020-01-01' }), line(2)].join('\n');
    expect((await run(write(changed))).counts).toEqual([0, 1, 2, 0]);
    const after = await stories();
    expect(after[1]).toMatchObject({
      id: before[1]?.id,
      slug: before[1]?.slug,
      firstPublishedAt: before[1]?.firstPublishedAt,
      headline: 'عنوان آخر',
      updatedAt: now,
    });
    expect(after[0]?.updatedAt).toBeUndefined();
  });

  it('with the same id twice has the later as an update', async () => {
    const result = await run(write([line(1), line(1, { title: 'تصحيح العنوان' })].join('\n')));
    expect(result.counts).toEqual([1, 1, 0, 0]);
    expect((await stories()).map((story) => story.headline)).toEqual(['تصحيح العنوان']);
  });

  it('reports bad lines with their numbers and goes on', async () => {
    const file = write(
      [line(1), '{"id":', line(2, { published: 'غدا' }), line(3, { title: 7.5, text: [] }), line(4)].join(
        '\n',
      ),
    );
    const { counts, problems } = await run(file);
    expect(counts).toEqual([2, 0, 0, 3]);
    expect(problems.map(({ line: number, problem }) => [number, problem])).toEqual([
      [2, 'not-json'],
      [3, 'bad-date'],
      [4, 'wrong-type'],
    ]);
  });

  it('stops at the first bad line if told to, and keeps what came before', async () => {
    const {
      counts,
      ended,
      line: at,
    } = await run(write([line(1), 'x', line(2)].join('\n')), { strict: true });
    expect([counts, ended, at]).toEqual([[1, 0, 0, 1], 'strict', 2]);
    expect(await stories()).toHaveLength(1);
  });

  it('that is cut off brings in what is whole, and goes on when it is whole', async () => {
    const packed = gzipSync(lines(2000).join('\n'));
    const cut = await run(write(packed.subarray(0, Math.floor(packed.length * 0.6)), 'a.gz'));
    expect(cut.ended).toBe('truncated');
    expect(cut.counts[0]).toBeGreaterThan(0);
    const whole = await run(write(packed, 'a.gz'));
    expect(whole.ended).toBe('end-of-file');
    expect(whole.counts[0]).toBe(2000 - (cut.counts[0] ?? 0));
    expect(await stories()).toHaveLength(2000);
  });

  it('stops when asked, and at a limit, with all that was read written', async () => {
    const file = write(lines(1000).join('\n'));
    let asked = 0;
    expect(await run(file, { stopped: () => ++asked === 230 })).toMatchObject({
      counts: [230, 0, 0, 0],
      ended: 'stopped',
    });
    expect(await run(file, { limit: 250 })).toMatchObject({ counts: [20, 0, 230, 0], ended: 'limit' });
    expect(await run(file)).toMatchObject({ counts: [750, 0, 250, 0] });
  });

  it('brought in by two at once doubles no story', async () => {
    const file = write(lines(600).join('\n'));
    const other = await openJournal(join(folder, 'data'));
    const second = importFile({
      file,
      import: new StoryImport({
        journal: other,
        actor: 'cli:import',
        source: 'archive',
        publish: true,
        sections: [],
        now: () => now,
      }),
      zone: 'UTC',
      strict: false,
      limit: undefined,
      stopped: () => false,
      onProgress() {},
      onProblem() {},
      onDerivedHeadline() {},
    });
    const [a, b] = await Promise.all([run(file), second]);
    await other.close();
    expect((a.counts[0] ?? 0) + b.new).toBe(600);
    expect(await stories()).toHaveLength(600);
  });
});

describe('a file that is no archive', () => {
  const code = async (file: string): Promise<unknown> =>
    run(file).then(
      () => 'read',
      (error: { code: string }) => error.code,
    );
  it('is refused with the reason', async () => {
    expect(await code(join(folder, 'none'))).toBe('file-missing');
    expect(await code(folder)).toBe('file-not-text');
    expect(await code(write(''))).toBe('file-empty');
    expect(await code(write(new Uint8Array(1000)))).toBe('file-not-text');
    expect(await code(write(gzipSync(new Uint8Array(1000)), 'a.gz'))).toBe('file-not-text');
    expect((await run(write('نص عادي\nبلا معنى'))).counts).toEqual([0, 0, 0, 2]);
  });
});

describe('lines', () => {
  it('longer than 16 MB are passed over without being kept', async () => {
    const file = write(
      Buffer.concat([
        Buffer.from(`${line(1)}\n`),
        Buffer.alloc(longestLine + 10, 0x61),
        Buffer.from(`\n${line(2)}\n`),
      ]),
    );
    const { counts, problems } = await run(file);
    expect(counts).toEqual([2, 0, 0, 1]);
    expect(problems).toEqual([{ line: 2, problem: 'too-long' }]);
  });

  it('are whole wherever the reads are cut', async () => {
    const text = Array.from({ length: 400 }, (_, i) => `${i} ${'نهر '.repeat(i)}`);
    const file = write(gzipSync(text.join('\n')));
    const seen: string[] = [];
    for await (const { text: one } of openLines(file).lines) if (one !== undefined) seen.push(one);
    expect(seen).toEqual(text);
  });

  it('that are not UTF-8 are reported', async () => {
    const { problems } = await run(
      write(
        Buffer.concat([Buffer.from('{"id":1,"title":"'), Buffer.from([0xe3, 0xd1]), Buffer.from('"}\n')]),
      ),
    );
    expect(problems).toEqual([{ line: 1, problem: 'not-utf8' }]);
  });
});
