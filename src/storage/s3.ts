import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { S3Client } from '@bradenmacdonald/s3-lite-client';
import { MidadError } from '../model/errors.ts';
import type { FileStore } from './files.ts';
import { retried } from './retry.ts';

/** Parts of a large upload; this much is in memory. S3 takes at most 10,000: a backup of 160 GB. */
const partSize = 16 * 1024 * 1024;
const tries = 4;

type Environment = Readonly<Record<string, string | undefined>>;

/** An answer of the server, as the client gives it. */
type ServerError = { statusCode?: number; code?: string; message?: string };

/**
 * Files in a bucket of an S3-compatible store.
 *
 * @param url `s3://bucket/prefix`, with `?endpoint=https://…&region=…` for others than Amazon's.
 * @param environment the variables that all tools for S3 share: `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`,
 *   `AWS_SESSION_TOKEN`, `AWS_REGION`, `AWS_ENDPOINT_URL_S3` (or `AWS_ENDPOINT_URL`).
 * @throws MidadError `bad-option` for what is no such address.
 */
export function s3Files(url: string, environment: Environment): FileStore {
  const parsed = URL.parse(url);
  if (parsed?.protocol !== 's3:' || parsed.hostname === '')
    throw new MidadError('bad-option', {
      name: 'S3',
      value: url,
      expected: 's3://bucket/prefix?endpoint=https://…',
    });
  const region = parsed.searchParams.get('region') ?? environment['AWS_REGION'] ?? 'us-east-1';
  const endPoint =
    parsed.searchParams.get('endpoint') ??
    environment['AWS_ENDPOINT_URL_S3'] ??
    environment['AWS_ENDPOINT_URL'] ??
    `https://s3.${region}.amazonaws.com`;
  const bucket = parsed.hostname;
  const folder = parsed.pathname.replace(/^\/+|\/+$/g, '');
  const place = `s3://${bucket}${folder === '' ? '' : `/${folder}`}`;
  const [accessKey, secretKey, sessionToken] = [
    environment['AWS_ACCESS_KEY_ID'],
    environment['AWS_SECRET_ACCESS_KEY'],
    environment['AWS_SESSION_TOKEN'],
  ];
  const client = new S3Client({
    endPoint,
    region,
    bucket,
    ...(accessKey !== undefined && { accessKey }),
    ...(secretKey !== undefined && { secretKey }),
    ...(sessionToken !== undefined && { sessionToken }),
  });
  const keyOf = (path: string) => (folder === '' ? path : `${folder}/${path}`);
  const ask = async <T>(work: () => Promise<T>, attempts = tries): Promise<T | undefined> => {
    try {
      return await retried(work, { tries: attempts, firstMs: 200, worthAgain: mayPass });
    } catch (error) {
      if ((error as ServerError).statusCode === 404 && (error as ServerError).code !== 'NoSuchBucket')
        return undefined;
      throw explain(error, place);
    }
  };
  const get = (path: string) => ask(() => client.getObject(keyOf(path)));
  const put: FileStore['write'] = async (path, bytes, { type = 'application/octet-stream' } = {}) => {
    const metadata = { 'Content-Type': type };
    // A stream cannot be sent again; its parts appear as one object when all have arrived.
    const whole = Buffer.isBuffer(bytes);
    await ask(
      () =>
        client.putObject(keyOf(path), whole ? new Uint8Array(bytes) : streamed(bytes), {
          metadata,
          partSize,
        }),
      whole ? tries : 1,
    );
  };
  return {
    place,
    async read(path) {
      const bytes = await ask(async () => (await client.getObject(keyOf(path))).arrayBuffer());
      return bytes && Buffer.from(bytes);
    },
    async open(path) {
      const response = await get(path);
      if (response?.body == null) return undefined;
      return { size: Number(response.headers.get('content-length') ?? 0), stream: response.body };
    },
    write: put,
    async take(local, path, options) {
      await put(path, createReadStream(local), options);
      await rm(local, { force: true });
    },
    has: async (path) => (await ask(() => client.statObject(keyOf(path)))) !== undefined,
    async *list(prefix) {
      try {
        for await (const { key, size, lastModified } of client.listObjects({ prefix: keyOf(prefix) }))
          yield { path: key.slice(keyOf('').length), size, changedAt: lastModified.getTime() };
      } catch (error) {
        throw explain(error, place);
      }
    },
    async remove(path) {
      await ask(() => client.deleteObject(keyOf(path)));
    },
  };
}

/** What the client takes for a stream. */
const streamed = (bytes: AsyncIterable<Uint8Array>) =>
  Readable.toWeb(Readable.from(bytes)) as ReadableStream<Uint8Array>;

/** A busy server, and a line that broke; never a refusal. */
function mayPass(error: unknown): boolean {
  const { statusCode } = error as ServerError;
  return statusCode === undefined ? error instanceof TypeError : statusCode === 429 || statusCode >= 500;
}

function explain(error: unknown, path: string): unknown {
  if (error instanceof MidadError) return error;
  const { statusCode, message = '' } = error as ServerError;
  const detail = error instanceof TypeError && error.cause instanceof Error ? error.cause.message : message;
  const code =
    statusCode === 401 || statusCode === 403 || statusCode === 404 ? 'storage-denied' : 'storage-unreachable';
  return statusCode !== undefined || error instanceof TypeError
    ? new MidadError(code, { path, detail }, { cause: error })
    : error;
}
