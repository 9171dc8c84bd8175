import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest';
import { begin, killed, midad, says } from './support/midad.ts';
import { type SmallDisk, smallDisk } from './support/small-disk.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'midad-attack-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const line = (id: unknown, more: object = {}) =>
  JSON.stringify({
    id,
    title: `خبر رقم ${String(id)}`,
    text: `نص الخبر ${String(id)} عن المدينة والناس.\n`.repeat(8),
    category: ['سياسة', 'اقتصاد', 'رياضة'][Number(id) % 3],
    published: '2020-01-01',
    ...more,
  });
const archive = (count: number) => `${Array.from({ length: count }, (_, i) => line(i)).join('\n')}\n`;

async function file(name: string, content: string | Buffer): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}
const data = (name: string) => join(folder, `data-${name}`);
const importing = (path: string, to: string) => [
  'import',
  'ndjson',
  path,
  '--source',
  's',
  '--publish',
  '--data',
  to,
];

describe('an archive that is none', () => {
  it('is told by its name, with what to do, and leaves nothing half-written', async () => {
    const packed = gzipSync(archive(3000));
    const sparse = await file('sparse.ndjson', '');
    await truncate(sparse, 2 ** 30);
    const cases: [path: string, message: RegExp][] = [
      [sparse, /sparse\.ndjson is neither text/],
      [await file('blank.ndjson', '\n\n  \n'), /blank\.ndjson is empty/],
      [await file('cut.ndjson.gz', packed.subarray(0, packed.length / 2)), /cut\.ndjson\.gz is cut off/],
      [
        await file('patched.ndjson.gz', Buffer.concat([packed.subarray(0, -8), Buffer.alloc(8)])),
        /patched\.ndjson\.gz is cut off/,
      ],
      [join(folder, 'missing.ndjson'), /no file .*missing\.ndjson/],
    ];
    await Promise.all(
      [0, 1].map(async (half) => {
        for (const [i, [path, message]] of cases.entries()) {
          if (i % 2 !== half) continue;
          const { code, err } = await midad(...importing(path, data(`none-${i}`)));
          expect([path, code, err]).toEqual([path, 1, expect.stringMatching(message)]);
          expect(err).not.toMatch(/Unexpected|\bat .*\.ts:/);
        }
      }),
    );
    // What stood before the cut is whole, and the whole file then brings the rest.
    const to = data('none-2');
    const whole = await midad(...importing(await file('whole.ndjson.gz', packed), to));
    expect(whole.out).toMatch(/new: \d+, updated: 0, unchanged: [1-9]\d*, failed: 0/);
    expect(whole.code).toBe(0);
    expect((await midad('verify', '--data', to)).out).toContain('3008 documents');
  }, 240_000);

  it('has its bad lines told one by one, and the good ones kept', async () => {
    const bad = [
      line([1]),
      line({}),
      line(true),
      line(null),
      line(1, { title: {} }),
      line(2, { text: { a: 1 } }),
      line(3, { published: 'أمس' }),
      line(4, { published: '2020-13-45' }),
      line(5, { published: 1e30 }),
      line('x'.repeat(501)),
      '[]',
      'null',
      '"x"',
      '{',
      '{"__proto__":{"id":5},"title":"ب","text":"ت"}',
      '['.repeat(100_000),
      '{"a":'.repeat(100_000),
      line(6).slice(0, -20),
    ];
    const good = [
      line(100, { html: '<div>'.repeat(50_000), text: undefined }),
      line(101, { text: `ا${'\ufeff'.repeat(200_000)}ب` }),
      line(102, { html: `<p>ا${'\ufeff'.repeat(200_000)}ب</p>`, text: undefined }),
      line(103, { category: '__proto__' }),
      line(104, { category: 'constructor', language: '__proto__' }),
      line('__proto__'),
      line(105, { title: 'ا'.repeat(100_000), tags: '،'.repeat(100_000) }),
      line(106, { published: '9999-12-31' }),
    ];
    const path = await file(
      'lines.ndjson',
      Buffer.concat([
        Buffer.from([...bad, ...good].join('\n')),
        Buffer.from('\n{"id":7,"title":"\xd8', 'latin1'),
      ]),
    );
    const { code, out, err } = await midad(...importing(path, data('lines')));
    expect([code, out]).toEqual([
      1,
      expect.stringContaining(`new: ${good.length}, updated: 0, unchanged: 0, failed: ${bad.length + 1}`),
    ]);
    for (let i = 1; i <= bad.length; i++) expect(err).toMatch(new RegExp(`lines\\.ndjson, line ${i}: .{10}`));
    const again = await midad(...importing(path, data('lines')));
    expect(again.out).toContain(`new: 0, updated: 0, unchanged: ${good.length}`);
  }, 240_000);
});

describe('a page that is none', () => {
  it('is told by its name, with what to do, and leaves nothing behind', async () => {
    const sparse = await file('sparse.html', '');
    await truncate(sparse, 2 ** 30);
    for (const [path, message] of [
      [sparse, /sparse\.html is over the limit \(1024 MB of/],
      [await file('random.html', randomBytes(5000)), /random\.html is neither text/],
      [await file('empty.html', ''), /empty\.html is empty/],
      [await file('blank.txt', ' \n'), /blank\.txt is empty/],
      [join(folder, 'missing.txt'), /no file .*missing\.txt/],
    ] as const) {
      const { code, err } = await midad('import', 'page', path, '--publish', '--data', data('page'));
      expect([path, code, err]).toEqual([path, 1, expect.stringMatching(message)]);
    }
    expect(existsSync(data('page'))).toBe(false);
  }, 240_000);
});

describe('killed without warning', () => {
  it('neither an import nor a server loses what it had written, and both go on', async () => {
    const path = await file('big.ndjson', archive(4000));
    const to = data('killed');
    const site = begin('start', '--port', '0', '--data', to);
    await says(site, /running: http/);
    const first = begin(...importing(path, to));
    await says(first, /[1-9]\d* stories/);
    await killed(first);
    const second = begin(...importing(path, to));
    await says(second, /[1-9]\d* stories/);
    await killed(site);
    const [sound, third, rebuilt] = await Promise.all([
      midad('verify', '--data', to),
      midad(...importing(path, to)),
      midad('rebuild', '--data', to),
    ]);
    expect([sound.code, sound.out]).toEqual([0, expect.stringContaining('The journal is sound')]);
    expect([third.code, third.err]).toEqual([0, expect.anything()]);
    expect([rebuilt.code, rebuilt.err]).toEqual([0, expect.anything()]);
    await killed(second, 'SIGTERM');
    const last = await midad(...importing(path, to));
    expect(last.out).toContain('new: 0, updated: 0, unchanged: 4000, failed: 0');
    const whole = await midad('verify', '--data', to);
    expect([whole.code, whole.out]).toEqual([0, expect.stringContaining('equals it (4008 documents)')]);

    // Of the same folder: garbage in any derived file is made anew, in the journal it is told.
    for (const name of [
      'catalog/current.json',
      'server.lock',
      ...(await readdir(join(to, 'catalog')))
        .filter((n) => n.startsWith('public') && n.endsWith('.db'))
        .map((n) => `catalog/${n}`),
    ]) {
      await writeFile(join(to, name), randomBytes(50_000));
      const again = begin('start', '--port', '0', '--data', to);
      const [, url = ''] = await says(again, /running: (http\S+)/);
      expect([name, (await fetch(`${url}/latest`)).status]).toEqual([name, 200]);
      expect(await killed(again, 'SIGTERM')).toBe(0);
    }
    const broken = data('broken');
    await mkdir(broken);
    await cp(to, broken, { recursive: true });
    await writeFile(join(broken, 'journal.db'), randomBytes(50_000));
    await Promise.all(
      [['start', '--port', '0'], ['verify'], ['rebuild']].map(async (command) => {
        const { code, err } = await midad(...command, '--data', broken);
        expect([command, code, err]).toEqual([
          command,
          1,
          expect.stringMatching(/journal\.db is not a sound database/),
        ]);
      }),
    );
  }, 480_000);
});

/** A disk for one test, which is left out where there may be none. */
function ownDisk({ skip, onTestFinished }: TestContext, megabytes: number): SmallDisk {
  const disk = smallDisk(megabytes) ?? skip('only root may have a disk of its own here');
  onTestFinished(() => disk.remove());
  return disk;
}

describe('a disk', () => {
  it('that is full ends an import whole, which goes on when there is room', async (test) => {
    const disk = ownDisk(test, 2);
    const to = join(disk.folder, 'data');
    const path = await file('more.ndjson', archive(4000));
    const full = await midad(...importing(path, to));
    expect([full.code, full.err]).toEqual([1, expect.stringContaining('The disk is full')]);
    const refused = await midad('start', '--port', '0', '--data', join(disk.folder, 'other'));
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('The disk is full')]);
    disk.remount('size=64m');
    const { code, out } = await midad(...importing(path, to));
    expect([code, out]).toEqual([0, expect.stringMatching(/unchanged: [1-9]\d*, failed: 0/)]);
    expect((await midad('verify', '--data', to)).out).toContain('equals it (4008 documents)');
  }, 240_000);

  it('that is read-only is told by every command that would write', async (test) => {
    const disk = ownDisk(test, 64);
    const to = join(disk.folder, 'data');
    const path = await file('one.ndjson', line(5000));
    expect((await midad(...importing(path, to))).code).toBe(0);
    disk.remount('ro');
    for (const command of [
      importing(path, to),
      importing(path, join(disk.folder, 'new')),
      ['start', '--port', '0', '--data', to],
      ['rebuild', '--data', to],
    ]) {
      const { code, err } = await midad(...command);
      expect([command, code, err]).toEqual([command, 1, expect.stringContaining('No permission to write')]);
    }
  }, 240_000);
});
