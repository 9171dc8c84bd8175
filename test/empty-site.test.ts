import { describe, expect, it } from 'vitest';
import { ownSite } from './support/own-site.ts';

const site = ownSite({ demo: false });

describe('a site without a story', () => {
  it('is a whole site: every kind of page answers', async () => {
    for (const path of [
      '/',
      '/politics',
      '/search',
      '/search?q=x',
      '/latest',
      '/most-read',
      '/most-read.json',
      '/archive',
      '/corrections',
      '/about',
      '/topics',
      '/rss.xml',
      '/atom.xml',
      '/feed.json',
      '/sitemap.xml',
      '/sitemaps/news.xml',
      '/robots.txt',
      '/manifest.webmanifest',
      '/opensearch.xml',
    ]) {
      expect([path, (await site.get(path)).status]).toEqual([path, 200]);
    }
    for (const path of ['/1', '/politics/1/x', '/topics/x', '/archive/2020-01-01', '/nope']) {
      expect([path, (await site.get(path)).status]).toEqual([path, 404]);
    }
  });
});
