import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCurrentCatalog } from '../src/catalog/public/open.ts';
import { openSearch } from '../src/catalog/search/pool.ts';
import { pageHeaders } from '../src/http/security-headers.ts';
import { loadAssets } from '../src/reader/assets/load.ts';
import { KeptPage } from '../src/reader/cache/kept-page.ts';
import { loadStory } from '../src/reader/pages/story.ts';
import type { PostgresPlace } from '../src/journal/place.ts';
import { readToken } from '../src/readership/token.ts';
import { load, median, quantile } from './load.ts';
import { serveBare, serveMidad } from './server.ts';
import { ms, rate, ratio, table } from './table.ts';

const rounds = 5;
const seconds = 2;
const connections = 32;
const accept = { 'Accept-Encoding': 'br' };

/** Cached pages against bare node:http in turn, uncached ones in process, and readings counted while pages are served. */
export async function benchServe(): Promise<string> {
  const data = mkdtempSync(join(tmpdir(), 'midad-bench-'));
  const site = await serveMidad(['demo', '--data', data]);
  try {
    const story = await storyPath(site.url);
    const file = join(data, 'answer.json');
    writeFileSync(file, JSON.stringify(await answer(site.url + story)));
    const bare = await serveBare(file);
    const ours: number[] = [];
    const theirs: number[] = [];
    const ratios: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const a = await load(site.url + story, { seconds, connections, headers: accept });
      const b = await load(bare.url, { seconds, connections, headers: accept });
      ours.push(a.requestsPerSecond);
      theirs.push(b.requestsPerSecond);
      ratios.push(a.requestsPerSecond / b.requestsPerSecond);
    }
    await bare.stop();
    const beacons = await countBeacons(site.url, story);
    const uncached = renderAll(data);
    return table(
      'Serving',
      ['what', 'measured', 'compared with', 'aim'],
      [
        [
          'cached story page',
          rate(median(ours), 'requests'),
          `bare node:http ${rate(median(theirs), 'requests')}: ${ratio(median(ratios))}`,
          '≥ 0.8 of it',
        ],
        [
          'uncached story page (read, render, compress)',
          `p50 ${ms(uncached.p50)}, p99 ${ms(uncached.p99)}`,
          '',
          'p50 ≤ 2 ms, p99 ≤ 8 ms',
        ],
        [
          'readings, pages served meanwhile',
          rate(beacons.perSecond, 'readings'),
          `pages ${rate(beacons.pages, 'requests')}`,
          '≥ 5,000/s',
        ],
        [
          'readings lost on a clean stop',
          String(await lost(site, data, beacons.expected)),
          `${beacons.expected} sent, each another reader`,
          '0',
        ],
      ],
    );
  } finally {
    await site.stop().catch(() => {});
    rmSync(data, { recursive: true, force: true });
  }
}

export async function storyPath(url: string): Promise<string> {
  const html = await (await fetch(url)).text();
  return /href="(\/[a-z]+\/\d+\/[^"]+)"/.exec(html)?.[1] ?? '/';
}

/** The answer as our server gives it, byte for byte. */
function answer(url: string): Promise<{ headers: Record<string, unknown>; body: string }> {
  return new Promise((resolve, reject) => {
    request(url, { headers: accept }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const {
          date: _date,
          connection: _connection,
          'keep-alive': _keepAlive,
          ...headers
        } = response.headers;
        resolve({ headers, body: Buffer.concat(chunks).toString('base64') });
      });
    })
      .on('error', reject)
      .end();
  });
}

/** Every story page of the demo, read, rendered and compressed by brotli, thirty times over. */
function renderAll(data: string): { p50: number; p99: number } {
  const catalog = openCurrentCatalog(data);
  const search = openSearch(data, { threads: 0 });
  const assets = loadAssets();
  const context = {
    catalog: () => catalog.catalog(),
    search,
    assets,
    now: Date.now,
    baseUrl: 'http://localhost',
    readToken: (story: number) => readToken('s', story, Date.now()),
  };
  const stories = catalog.catalog().list({ limit: 100 });
  const times: number[] = [];
  for (let round = 0; round < 30; round++) {
    for (const { id, section, slug } of stories) {
      const began = performance.now();
      const page = loadStory(context, { section, id, slug });
      if (page instanceof Promise) throw new Error('a story page is rendered at once');
      new KeptPage(page, Date.now(), pageHeaders).variant('br');
      if (round >= 5) times.push(performance.now() - began);
    }
  }
  catalog.close();
  return { p50: quantile(times, 0.5), p99: quantile(times, 0.99) };
}

const agent =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0.0.0 Mobile Safari/537.36';

/** Under the cap of one network for one story and hour. */
const readersEach = 550;

/** Readings from as many readers as fit under the caps of one network, on kept-alive connections, while pages are asked for. */
export async function countBeacons(
  url: string,
  story: string,
): Promise<{ perSecond: number; pages: number; expected: number }> {
  const html = await (await fetch(url)).text();
  const paths = [
    ...new Set([...html.matchAll(/href="(\/[a-z]+\/\d+\/[^"]+)"/g)].map(([, path = '']) => path)),
  ].slice(0, 30);
  const tokens = await Promise.all(
    paths.map(async (path) => /data-read="([^"]+)"/.exec(await (await fetch(url + path)).text())?.[1] ?? ''),
  );
  const pages = load(url + story, { seconds: 2, connections: 2, headers: accept });
  const { port, hostname } = new URL(url);
  const posts = tokens.flatMap((token, t) =>
    Array.from({ length: readersEach }, (_, i) =>
      Buffer.from(
        `POST /r HTTP/1.1\r\nHost: ${hostname}:${port}\r\nUser-Agent: ${agent} ${t}-${i}\r\nContent-Length: ${token.length}\r\n\r\n${token}`,
      ),
    ),
  );
  const sent = posts.length;
  const began = performance.now();
  await post(hostname, Number(port), posts);
  const perSecond = sent / ((performance.now() - began) / 1000);
  return { perSecond, pages: (await pages).requestsPerSecond, expected: sent };
}

/** Sends the requests over 16 kept-alive sockets, each next one when the last was answered. */
async function post(host: string, port: number, requests: Buffer[]): Promise<void> {
  await Promise.all(
    Array.from(
      { length: 16 },
      () =>
        new Promise<void>((resolve, reject) => {
          const socket = connect({ host, port, noDelay: true });
          const next = () => {
            const request = requests.pop();
            if (request !== undefined) socket.write(request);
            else {
              socket.destroy();
              resolve();
            }
          };
          let answer = '';
          socket.setEncoding('latin1');
          socket.on('data', (chunk) => {
            answer += String(chunk);
            if (!answer.endsWith('\r\n\r\n')) return;
            if (!answer.startsWith('HTTP/1.1 204')) reject(new Error(answer));
            answer = '';
            next();
          });
          socket.once('error', reject);
          socket.once('connect', next);
        }),
    ),
  );
}

export async function lost(
  site: { stop(): Promise<void> },
  data: string,
  expected: number,
  postgres?: PostgresPlace,
): Promise<number> {
  await site.stop();
  const { openJournal } = await import('../src/journal/open.ts');
  const journal = await openJournal(data, postgres);
  let counted = 0;
  for (let after = 0; ;) {
    const batches = await journal.tallies(after, 1000);
    for (const { counts } of batches) for (const { reads } of counts) counted += reads;
    const last = batches.at(-1);
    if (last === undefined) break;
    after = last.seq;
  }
  await journal.close();
  return expected - counted;
}
