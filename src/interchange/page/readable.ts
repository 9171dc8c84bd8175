import { Readability } from '@mozilla/readability';
import { JSDOM, VirtualConsole } from 'jsdom';
import type { TidyPage } from './tidy.ts';

/**
 * Sizes above which a page is not given to Readability: it goes over the tree many times. A long read has
 * 3,000 elements and 300 KB of markup; at these limits a page takes about 5 s.
 */
const mostElements = 25_000;
const longest = 6_000_000;

/**
 * The article as Mozilla's Readability finds it, as markup; undefined if it finds none or the page is too large
 * for it. jsdom is given markup without scripts, runs none, and loads nothing.
 */
export function readable(page: TidyPage): string | undefined {
  if (page.elements > mostElements || page.html.length > longest) return undefined;
  const dom = new JSDOM(`<!doctype html><html><head></head><body>${page.html}</body></html>`, {
    virtualConsole: new VirtualConsole(),
  });
  try {
    const found = new Readability(dom.window.document, {
      maxElemsToParse: mostElements * 2,
      charThreshold: 200,
      keepClasses: true,
      disableJSONLD: true,
    }).parse();
    return found?.content ?? undefined;
  } catch {
    return undefined; // markup that no browser would show as an article either
  } finally {
    dom.window.close();
  }
}
