import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemdSocket } from '../src/server/systemd.ts';
import { killed, says } from './support/midad.ts';
import { startSite, type TestSite } from './support/site.ts';

describe('a node that is watched', () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await startSite({ workers: 1 });
  }, 120_000);
  afterAll(() => site?.stop());

  it('says over its socket what it answers, how far it is, and how long everything takes', async () => {
    for (let i = 0; i < 5; i++) await site.get('/');
    await site.get(`/search?q=${encodeURIComponent('الميناء')}`);
    await site.get('/no/such/page');
    const me = await site.get('/api/me', { 'x-request-id': 'from-the-proxy-1' });
    expect(me.headers.get('x-request-id')).toBe('from-the-proxy-1');
    expect((await site.get('/')).headers.get('x-request-id')).toBeNull();
    expect((await site.get('/healthz')).status).toBe(200);
    expect(await site.text('/readyz')).toContain('catalog 0');
    // Not for everybody.
    expect((await site.get('/metrics')).status).toBe(404);
    for (const line of [
      /midad_requests_total\{kind="kept",status="200"\} [4-9]/,
      /midad_requests_total\{kind="search",status="200"\} 1/,
      /midad_requests_total\{kind="api",status="401"\} 1/,
      /midad_requests_total\{kind="page",status="404"\} 1/,
      /midad_search_seconds_count\{what="search"\} 1/,
      /midad_journal_seconds_count\{call="append"\} [1-9]/,
      /midad_lag_entries\{store="catalog"\} 0/,
      /midad_jobs\{state="due"\} \d/,
      /midad_events_total\{event="counted"\} 0/,
    ])
      await expect.poll(() => local(site.data, '/metrics'), { timeout: 5000 }).toMatch(line);
  }, 180_000);
});

describe('a process', () => {
  it('serves on the socket that systemd gives it, logs requests with their ids, and finishes them when it is told to stop', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'midad-systemd-'));
    // As systemd does it: an open socket as descriptor 3, and the process number of the one that it starts.
    const socket = createServer();
    await new Promise<void>((resolve) => socket.listen(0, '127.0.0.1', resolve));
    const { port } = socket.address() as AddressInfo;
    const program = join(import.meta.dirname, '../src/cli/midad.ts');
    const handle = (socket as unknown as { _handle: { fd: number } })._handle;
    const child: ChildProcess = spawn(
      'sh',
      [
        '-c',
        `LISTEN_FDS=1 LISTEN_PID=$$ exec "${process.execPath}" "${program}" start --data "${folder}" --port ${port}`,
      ],
      {
        env: { ...process.env, MIDAD_LANG: 'en', MIDAD_LOG: 'info' },
        stdio: ['ignore', 'pipe', 'pipe', handle.fd],
      },
    );
    let output = '';
    child.stdout?.on('data', (chunk) => (output += String(chunk)));
    await says(child, /running: (\S+)/);
    // Ours is closed: whoever answers has it from the child's descriptor.
    await new Promise((resolve) => socket.close(resolve));
    const url = `http://127.0.0.1:${port}`;
    expect((await fetch(`${url}/latest`)).status).toBe(200);
    await fetch(`${url}/api/me`, { headers: { 'x-request-id': 'request-of-the-test' } });
    await expect.poll(() => output).toContain('"request":"request-of-the-test"');
    expect(output).toContain('"path":"/latest"');
    const exit = new Promise((resolve) => child.once('exit', resolve));
    const late = request(`${url}/api/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url },
    });
    const answered = new Promise<number | undefined>((resolve, reject) => {
      late.on('response', ({ statusCode }) => resolve(statusCode));
      late.on('error', reject);
    });
    late.write('{"email":"a@b.example",');
    await new Promise((resolve) => setTimeout(resolve, 200));
    child.kill('SIGTERM');
    await new Promise((resolve) => setTimeout(resolve, 200));
    late.end('"password":"xxxxxxxxxxxx"}');
    expect(await answered).toBeLessThan(500);
    expect(await exit).toBe(0);
    await killed(child);
    await rm(folder, { recursive: true, force: true });
  }, 180_000);

  it('takes no socket that was meant for another one', () => {
    expect(systemdSocket({ LISTEN_PID: '7', LISTEN_FDS: '1' }, 7)).toBe(3);
    expect(systemdSocket({ LISTEN_PID: '7', LISTEN_FDS: '1' }, 8)).toBeUndefined();
    expect(systemdSocket({ LISTEN_PID: '7', LISTEN_FDS: '0' }, 7)).toBeUndefined();
    expect(systemdSocket({}, 7)).toBeUndefined();
  });
});

/** Over the primary's own socket. */
function local(data: string, path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    request({ socketPath: join(data, 'midad.sock'), path }, (response) => {
      let text = '';
      response.on('data', (chunk) => (text += String(chunk)));
      response.on('end', () => resolve(text));
    })
      .on('error', reject)
      .end();
  });
}
