import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { loadDemo } from '../../demo/load.ts';
import { readConfig } from '../../src/config.ts';
import { startNode, type RunningNode } from '../../src/server/primary.ts';

export interface TestSite extends RunningNode {
  data: string;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  text(path: string): Promise<string>;
}

export interface SiteOptions {
  /** Without the demo newspaper if false. */
  demo?: boolean;
  workers?: number;
  environment?: Record<string, string>;
}

/** A node of its own on a new data folder and a free port: the demo newspaper, or an empty site. */
export async function startSite(options: SiteOptions = {}): Promise<TestSite> {
  const data = await mkdtemp(join(tmpdir(), 'midad-site-'));
  const config = readConfig(
    { data, port: '0', workers: String(options.workers ?? 0) },
    options.environment ?? {},
  );
  const node = await startNode(config, {
    log: pino({ level: 'error' }),
    ...(options.demo === false
      ? {}
      : {
          seed: async (journal, media) => {
            await loadDemo(journal, media, { now: Date.now() });
          },
        }),
  });
  // Full text follows by itself; tests ask at once.
  await node.caughtUp((await node.journal.head()).seq);
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(node.url + path, { headers, redirect: 'manual' });
  return {
    ...node,
    data,
    get,
    text: async (path) => (await get(path)).text(),
    stop: async () => {
      await node.stop();
      await rm(data, { recursive: true, force: true });
    },
  };
}

/** Root-relative addresses that a page links to, decoded entities, in order, each once. */
export function linksOf(html: string): string[] {
  const found = [...html.matchAll(/href="(\/[^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));
  return [...new Set(found)];
}

export const storyPath = /^\/[a-z][a-z0-9-]*\/\d+\//;
