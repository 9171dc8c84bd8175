import {
  closeSync,
  ftruncateSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encode } from '../fixtures/encode.ts';
import { headline, modern, old, paragraphs } from '../fixtures/pages.ts';
import { pagesIn, readPageFile } from './files.ts';
import { toIncoming, toJson } from './to-story.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'midad-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const code = async (path: string): Promise<unknown> =>
  readPageFile(path, 'UTC').then(
    () => 'read',
    (error: { code: string }) => error.code,
  );

describe('a page file', () => {
  it('is read in whatever encoding it has, and a wrong claim is said', async () => {
    const read = await readPageFile(write('a.html', encode(old('utf-8'), 'windows-1256')), 'UTC');
    expect(read).toMatchObject({ encoding: 'windows-1256', claimed: 'utf-8', truncated: false });
    expect(read.story.reading).toMatchObject({ headline, paragraphs });
  });
  it('may be pasted text', async () => {
    const { story } = await readPageFile(
      write('a.txt', [headline, headline, `موسكو ـ ${paragraphs[0]}`, ...paragraphs.slice(1)].join('\n\n')),
      'UTC',
    );
    expect(toJson(story.reading)).toEqual({
      headline,
      kicker: null,
      standfirst: null,
      dateline: 'موسكو',
      agency: null,
      reporter: null,
      published: null,
      paragraphs,
      images: [],
      dropped: [headline],
    });
    expect(story.blocks).toHaveLength(paragraphs.length);
  });
  it('that is cut in the middle of a letter is read and said to be cut', async () => {
    const bytes = new TextEncoder().encode(modern);
    const at = Buffer.from(bytes).indexOf(Buffer.from('المزارعة')) + 3;
    const read = await readPageFile(write('a.html', bytes.subarray(0, at)), 'UTC');
    expect(read.truncated).toBe(true);
    expect(read.story.reading.paragraphs.slice(0, 2)).toEqual(paragraphs.slice(0, 2));
  });
  it('of a gigabyte is refused before it is read', async () => {
    const path = write('a.html', '');
    const file = openSync(path, 'r+');
    ftruncateSync(file, 1024 ** 3);
    closeSync(file);
    const began = performance.now();
    expect(await code(path)).toBe('file-too-large');
    expect(performance.now() - began).toBeLessThan(200);
  });
  it('that is missing, empty, or no text is refused with the reason', async () => {
    expect(await code(join(folder, 'none.html'))).toBe('file-missing');
    expect(await code(write('empty.html', ''))).toBe('file-empty');
    expect(await code(write('blank.txt', ' \n '))).toBe('file-empty');
    expect(await code(write('a.html', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0])))).toBe(
      'file-not-text',
    );
    expect(await code(write('b.html', '<html><body></body></html>'))).toBe('no-story-found');
  });
});

describe('a folder', () => {
  it('gives its pages by name, without the folders of saved pictures and without links', () => {
    write('b.html', modern);
    write('a.txt', 'x');
    write('c.pdf', 'x');
    mkdirSync(join(folder, 'b_files'));
    write('b_files/ad.html', 'x');
    mkdirSync(join(folder, 'sub'));
    write('sub/d.htm', 'x');
    symlinkSync('/etc', join(folder, 'link'));
    expect(pagesIn(folder).map((path) => basename(path))).toEqual(['a.txt', 'b.html', 'd.htm']);
  });
});

describe('the identity of a page', () => {
  it('is its own address, or else what it says', async () => {
    const named = toIncoming((await readPageFile(write('a.html', modern), 'UTC')).story);
    expect([named.source, named.story.id, named.story.category]).toEqual([
      'wadi.example',
      '/news/77',
      'مجتمع',
    ]);
    const one = toIncoming((await readPageFile(write('b.html', old('')), 'UTC')).story);
    const two = toIncoming(
      (await readPageFile(write('c.html', encode(old(''), 'windows-1256')), 'UTC')).story,
    );
    expect(one.source).toBe('page');
    expect(two.story.id).toBe(one.story.id);
  });
});
