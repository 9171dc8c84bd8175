import type { Page } from '../page.ts';
import { KeptPage } from './kept-page.ts';

export interface PageCacheOptions {
  /** Most bytes to keep; the page used longest ago goes first. */
  mostBytes: number;
  now(): number;
  baseHeaders: Readonly<Record<string, string>>;
  /** Told of renderings that failed while an old page could be served. */
  onError(error: unknown, key: string): void;
}

/**
 * Rendered pages by address. A page asked for by many at once is rendered once; a page past its hold is served
 * while one rendering runs; dropping a key drops exactly the pages that depend on it. A rendering that began before
 * a drop may have read old data: it is served to those who wait for it, but not kept, and not given to whoever asks later.
 */
export class PageCache {
  readonly #pages = new Map<string, KeptPage>();
  readonly #aliases = new Map<string, { key: string; page: KeptPage }>();
  readonly #byKey = new Map<string, Set<string>>();
  /** Renderings under way, with the number of drops there had been when they began. */
  readonly #rendering = new Map<string, { began: number; page: Promise<KeptPage> }>();
  #drops = 0;
  #bytes = 0;
  readonly #options: PageCacheOptions;
  readonly counts = { hits: 0, misses: 0, stale: 0, dropped: 0, evicted: 0 };

  constructor(options: PageCacheOptions) {
    this.#options = options;
  }

  /** Headers that every page carries. */
  get baseHeaders(): Readonly<Record<string, string>> {
    return this.#options.baseHeaders;
  }

  get size(): { pages: number; bytes: number } {
    return { pages: this.#pages.size, bytes: Math.round(this.#bytes) };
  }

  /** A fresh page by the address as it stands in the request, or undefined: the shortest way. */
  byAlias(rawUrl: string): KeptPage | undefined {
    const found = this.#aliases.get(rawUrl);
    if (found === undefined || found.page.staleAt <= this.#options.now()) return undefined;
    this.#use(found.key, found.page);
    this.counts.hits++;
    return found.page;
  }

  /** Remembers how a request wrote this page's address; at most four ways each. */
  alias(rawUrl: string, key: string): void {
    const page = this.#pages.get(key);
    if (page === undefined || page.aliases.length >= 4 || page.aliases.includes(rawUrl)) return;
    page.aliases.push(rawUrl);
    this.#aliases.set(rawUrl, { key, page });
  }

  /** The page of this address, rendered by `render` if it is not kept. Errors of `render` pass through. */
  async get(key: string, render: () => Page | Promise<Page>): Promise<KeptPage> {
    const kept = this.#pages.get(key);
    if (kept === undefined) {
      this.counts.misses++;
      return this.#render(key, render);
    }
    this.#use(key, kept);
    if (kept.staleAt > this.#options.now()) {
      this.counts.hits++;
    } else {
      this.counts.stale++;
      this.#render(key, render).catch((error: unknown) => this.#options.onError(error, key));
    }
    return kept;
  }

  /** Puts a page last among those to be let go. */
  #use(key: string, page: KeptPage): void {
    this.#pages.delete(key);
    this.#pages.set(key, page);
  }

  #render(key: string, render: () => Page | Promise<Page>): Promise<KeptPage> {
    const running = this.#rendering.get(key);
    if (running !== undefined && running.began === this.#drops) return running.page;
    const began = this.#drops;
    const page = this.#make(key, began, render);
    this.#rendering.set(key, { began, page });
    const finished = () => {
      if (this.#rendering.get(key)?.page === page) this.#rendering.delete(key);
    };
    page.then(finished, finished);
    return page;
  }

  async #make(key: string, began: number, render: () => Page | Promise<Page>): Promise<KeptPage> {
    const page = new KeptPage(await render(), this.#options.now(), this.#options.baseHeaders);
    if (began === this.#drops && page.hold > 0) this.#keep(key, page);
    return page;
  }

  #keep(key: string, page: KeptPage): void {
    this.#forget(key);
    this.#pages.set(key, page);
    this.#bytes += page.size;
    for (const dependency of page.keys) {
      const dependants = this.#byKey.get(dependency);
      if (dependants === undefined) this.#byKey.set(dependency, new Set([key]));
      else dependants.add(key);
    }
    while (this.#bytes > this.#options.mostBytes && this.#pages.size > 1) {
      const oldest = this.#pages.keys().next().value;
      if (oldest === undefined) break;
      this.#forget(oldest);
      this.counts.evicted++;
    }
  }

  #forget(key: string): void {
    const page = this.#pages.get(key);
    if (page === undefined) return;
    this.#pages.delete(key);
    this.#bytes -= page.size;
    for (const alias of page.aliases) this.#aliases.delete(alias);
    for (const dependency of page.keys) {
      const dependants = this.#byKey.get(dependency);
      dependants?.delete(key);
      if (dependants?.size === 0) this.#byKey.delete(dependency);
    }
  }

  /**
   * Drops every page that depends on one of the keys.
   * @returns how many pages went.
   */
  drop(keys: Iterable<string>): number {
    this.#drops++;
    let count = 0;
    for (const key of keys) {
      for (const address of this.#byKey.get(key) ?? []) {
        this.#forget(address);
        count++;
      }
    }
    this.counts.dropped += count;
    return count;
  }

  /** Drops everything, as after the catalog was exchanged. */
  clear(): void {
    this.#drops++;
    for (const key of this.#pages.keys()) this.#forget(key);
  }
}
