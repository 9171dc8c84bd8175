import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBucket, type TestBucket } from '../../test/support/bucket.ts';
import { diskFiles } from './disk.ts';
import type { FileStore } from './files.ts';
import { s3Files } from './s3.ts';

let folder = '';
let bucket: TestBucket;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'midad-storage-'));
  bucket = await startBucket();
});
afterAll(async () => {
  await bucket?.stop();
  await rm(folder, { recursive: true, force: true });
});

const stores: [string, () => FileStore][] = [
  ['a folder', () => diskFiles(join(folder, 'files'))],
  ['a bucket', () => s3Files(bucket.url('paper/media'), bucket.environment)],
];

async function whole(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

describe.each(stores)('files kept in %s', (_name, open) => {
  it('come back as they were, whole or as a stream, until they are removed', async () => {
    const files = open();
    const path = 'originals/ab/ميناء 1.jpg';
    expect(await files.read(path)).toBeUndefined();
    expect(await files.open(path)).toBeUndefined();
    expect(await files.has(path)).toBe(false);
    await files.remove(path);
    await files.write(path, Buffer.from([1, 2, 255]), { type: 'image/jpeg' });
    expect(await files.read(path)).toEqual(Buffer.from([1, 2, 255]));
    expect(await files.has(path)).toBe(true);
    const local = join(folder, 'local');
    await writeFile(local, 'محلي');
    await files.take(local, 'originals/cd/two');
    expect((await files.read('originals/cd/two'))?.toString()).toBe('محلي');
    const listed = [];
    for await (const file of files.list('originals/')) listed.push([file.path, file.size]);
    expect(listed.sort()).toEqual([
      [path, 3],
      ['originals/cd/two', 8],
    ]);
    await files.remove(path);
    expect(await files.read(path)).toBeUndefined();
  });

  it('may be larger than one part of an upload, and are there only when all of it came', async () => {
    const files = open();
    const chunk = Buffer.alloc(1024 * 1024, 7);
    async function* stream(count: number, fails = false) {
      for (let i = 0; i < count; i++) yield chunk;
      if (fails) throw new Error('the line broke');
    }
    await expect(files.write('large', stream(2, true))).rejects.toThrow('the line broke');
    expect(await files.has('large')).toBe(false);
    await files.write('large', stream(18));
    const opened = await files.open('large');
    expect(opened?.size).toBe(18 * chunk.length);
    if (opened) expect((await whole(opened.stream)).equals(Buffer.concat(Array(18).fill(chunk)))).toBe(true);
  });
});

describe('a bucket', () => {
  it('that refuses, is not there or does not answer is said to be so', async () => {
    const strict = await startBucket({ strict: true });
    const wrong = { ...strict.environment, AWS_SECRET_ACCESS_KEY: 'x' };
    const refused = s3Files(strict.url('x'), wrong);
    await expect(refused.write('a', Buffer.from('x'))).rejects.toMatchObject({ code: 'storage-denied' });
    // Signed rightly, it is taken.
    await s3Files(strict.url('x'), strict.environment).write('a', Buffer.from('x'));
    await strict.stop();
    const elsewhere = bucket.url('x').replace('s3://midad', 's3://no-such-bucket');
    await expect(s3Files(elsewhere, bucket.environment).read('a')).rejects.toMatchObject({
      code: 'storage-denied',
    });
    const silent = s3Files('s3://midad/x?endpoint=http://127.0.0.1:1', bucket.environment);
    await expect(silent.read('a')).rejects.toMatchObject({ code: 'storage-unreachable' });
    expect(() => s3Files('http://midad/x', {})).toThrow('bad-option');
  });
});
