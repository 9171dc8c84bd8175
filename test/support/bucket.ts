import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from '@20minutes/s3rver';

/** An S3 server for tests, with one bucket. */
export interface TestBucket {
  /** `s3://midad/…?endpoint=…`. */
  url(prefix: string): string;
  /** The keys, as everything that speaks S3 reads them. */
  environment: Record<string, string>;
  stop(): Promise<void>;
}

/**
 * @param strict refuses wrong signatures. The server signs the address of a bucket without its last slash, unlike Amazon's, so it
 *   refuses every listing then.
 */
export async function startBucket({ strict = false } = {}): Promise<TestBucket> {
  const directory = mkdtempSync(join(tmpdir(), 'midad-s3-'));
  const server = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory,
    configureBuckets: [{ name: 'midad' }],
    allowMismatchedSignatures: !strict,
  });
  const { port } = await server.run();
  return {
    url: (prefix) => `s3://midad/${prefix}?endpoint=${encodeURIComponent(`http://127.0.0.1:${port}`)}`,
    environment: { AWS_ACCESS_KEY_ID: 'S3RVER', AWS_SECRET_ACCESS_KEY: 'S3RVER', AWS_REGION: 'us-east-1' },
    async stop() {
      await server.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
