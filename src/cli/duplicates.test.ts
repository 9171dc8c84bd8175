import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const midad = join(import.meta.dirname, 'midad.ts');
let folder: string;
let data: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'midad-'));
  data = join(folder, 'data');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    const env = { ...process.env, MIDAD_LANG: 'en', MIDAD_DATA: undefined };
    execFile(process.execPath, [midad, ...args, '--data', data], { env }, (error, out, err) => {
      resolve({ code: error ? Number(error.code) : 0, out, err });
    });
  });
}

const wire =
  'افتتحت بلدية المدينة صباح اليوم سوق الخضار الجديدة قرب المرفأ القديم بعد أعمال استمرت ثلاث سنوات، وقال رئيس البلدية إن السوق تضم ' +
  'مئتي متجر ومواقف للسيارات وحديقة صغيرة للأطفال، وإنها تعمل من السادسة صباحا حتى العاشرة مساء كل أيام الأسبوع.';
const edited = wire.replace('صباح اليوم', 'ظهر أمس');
const other =
  'فاز منتخب كرة اليد على ضيفه بفارق هدفين في المباراة التي أقيمت مساء السبت في القاعة الكبرى وحجز مقعده في نصف النهائي.';

function archive(name: string, stories: Record<string, string>): string {
  const path = join(folder, name);
  const lines = Object.entries(stories).map(([id, text]) =>
    JSON.stringify({ id, title: `عنوان ${id}`, text }),
  );
  writeFileSync(path, lines.join('\n'));
  return path;
}
const reported = (path: string) =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { near: { story?: number; id?: string; similarity: number }[] });

test('an import says which stories are nearly the same as others, in the file and before it, and brings them in', async () => {
  const report = join(folder, 'near.ndjson');
  const first = await run('import', 'ndjson', archive('a', { a: wire, b: other }), '--source', 'one');
  expect([first.code, first.out]).toEqual([0, expect.not.stringContaining('Nearly the same')]);
  const file = archive('b', { c: edited, d: other, e: edited });
  const second = await run('import', 'ndjson', file, '--source', 'two', '--report', report);
  expect(second.out).toContain('new: 3, updated: 0, unchanged: 0, failed: 0');
  expect(second.out).toContain('Nearly the same as others: 3');
  expect(second.out).toContain('100% the same as 2 “عنوان b”');
  expect(reported(report)).toMatchObject([
    {
      story: 3,
      headline: 'عنوان c',
      leftOut: false,
      near: [{ story: 1, headline: 'عنوان a', status: 'draft' }],
    },
    { story: 4, near: [{ story: 2, similarity: 1 }] },
    { story: 5, near: [{ story: 3, similarity: 1 }, { story: 1 }] },
  ]);

  const list = await run('duplicates');
  expect(list.out).toContain('  5 عنوان e\n  3 عنوان c\n  1 عنوان a\n');
  const json = (await run('duplicates', '--json', '--limit', '1')).out.trim();
  expect(JSON.parse(json)).toMatchObject({
    most: 1,
    stories: [{ id: 5, status: 'draft' }, { id: 3 }, { id: 1 }],
  });
});

test('--skip-duplicates leaves them out, names each, and finds the same the second time', async () => {
  const report = join(folder, 'near.ndjson');
  await run('import', 'ndjson', archive('a', { a: wire }), '--source', 'one');
  const args = ['import', 'ndjson', archive('b', { c: edited, d: other, e: other }), '--source', 'two'];
  const { code, out, err } = await run(...args, '--skip-duplicates', '--report', report);
  expect([code, out]).toEqual([0, expect.stringContaining('new: 1, updated: 0, unchanged: 0, failed: 0')]);
  expect(out).toContain('Left out, nearly the same as others: 2');
  expect(err).toContain('b, line 1: left out “عنوان c”');
  expect(reported(report)).toMatchObject([
    { line: 1, id: 'c', leftOut: true, near: [{ story: 1 }] },
    { line: 3, id: 'e', leftOut: true, near: [{ id: 'd', similarity: 1 }] },
  ]);
  const again = await run(...args, '--skip-duplicates');
  expect(again.out).toContain('new: 0, updated: 0, unchanged: 1, failed: 0');
  expect((await run('duplicates')).out).toContain('No stories are nearly the same.');
});

test('a page that is nearly the same as a story is told of, and left out if asked', async () => {
  const page = (name: string, headline: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, [headline, '', ...text.split('، ')].join('\n\n'));
    return path;
  };
  await run('import', 'page', page('a.txt', 'افتتاح سوق الخضار الجديدة', wire));
  const skipped = await run(
    'import',
    'page',
    page('b.txt', 'سوق جديدة في المدينة', edited),
    '--skip-duplicates',
  );
  expect(skipped.out).toMatch(/\d+% the same as story 1 “افتتاح سوق الخضار الجديدة”/);
  expect(skipped.out).toContain('Left out, not stored');
  const json = await run('import', 'page', page('b.txt', 'سوق جديدة في المدينة', edited), '--json');
  expect(JSON.parse(json.out)).toMatchObject({ nearDuplicates: [{ story: 1, status: 'draft' }] });
  expect((await run('duplicates')).out).toContain('Stories: 2');
});

test('a report that cannot be written is refused before anything is stored', async () => {
  const report = join(folder, 'none', 'near.ndjson');
  const { code, err } = await run(
    'import',
    'ndjson',
    archive('a', { a: wire }),
    '--source',
    'one',
    '--report',
    report,
  );
  expect([code, err]).toEqual([expect.any(Number), expect.stringContaining('near.ndjson')]);
  expect(code).not.toBe(0);
  expect(existsSync(data)).toBe(false);
});
