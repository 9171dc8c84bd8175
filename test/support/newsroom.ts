import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Follower } from '../../src/catalog/follower.ts';
import { openCurrentCatalog } from '../../src/catalog/public/open.ts';
import { openSearch } from '../../src/catalog/search/pool.ts';
import { searchKind } from '../../src/catalog/search/target.ts';
import { catalogKind } from '../../src/catalog/target.ts';
import type { Context as CommandContext } from '../../src/commands/context.ts';
import { initialiseSite } from '../../src/commands/initialise-site.ts';
import type { Journal } from '../../src/journal/journal.ts';
import { openJournal } from '../../src/journal/open.ts';
import { loadAssets } from '../../src/reader/assets/load.ts';
import type { ReaderContext } from '../../src/reader/page.ts';

/** A journal with its catalogs in a temporary folder, and what pages are made from; no server. */
export interface Newsroom {
  journal: Journal;
  reader: ReaderContext;
  /** For commands at a moment; ms since the epoch. */
  at(now: number): CommandContext;
  /** Sets the clock that pages see. */
  setNow(now: number): void;
  /** Applies and indexes what was written since. */
  catchUp(): Promise<void>;
  close(): Promise<void>;
}

/** Opens a newsroom with the site and the sections of a fresh installation. */
export async function openNewsroom(start: number): Promise<Newsroom> {
  const folder = await mkdtemp(join(tmpdir(), 'midad-newsroom-'));
  const journal = await openJournal(folder);
  const followers = [catalogKind, searchKind].map((kind) => new Follower(folder, journal, kind));
  const catchUp = async () => {
    for (const follower of followers) while ((await follower.step()).more);
  };
  const at = (moment: number) => ({ journal, actor: 'cli', now: moment });
  let now = start;
  await initialiseSite(at(start));
  await catchUp();
  const catalog = openCurrentCatalog(folder);
  const search = openSearch(folder, { threads: 1 });

  return {
    journal,
    reader: {
      catalog: catalog.catalog,
      search,
      assets: loadAssets(),
      now: () => now,
      baseUrl: 'https://news.example',
      readToken: (story) => `token-${story}`,
    },
    at,
    setNow(moment) {
      now = moment;
    },
    catchUp,
    async close() {
      await search.close();
      catalog.close();
      for (const follower of followers) follower.close();
      await journal.close();
      await rm(folder, { recursive: true });
    },
  };
}
