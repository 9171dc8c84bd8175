import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { addColleagues } from '../../demo/colleagues.ts';
import { launch } from './chromium.ts';
import { type AtWork, type DeskOptions, enterNewsroom } from './desk.ts';
import { ownSite } from './own-site.ts';
import type { SiteOptions, TestSite } from './site.ts';

export interface SiteInBrowser {
  /** Filled before the first test. */
  readonly site: TestSite;
  /** Somebody of the sample newsroom at their desk, signed in in a browser of their own. */
  enter(name: string, options?: DeskOptions): Promise<AtWork>;
  /** The browser of somebody nobody knows. */
  newContext(options?: BrowserContextOptions): Promise<BrowserContext>;
  /** What somebody sees of a page, loaded in a browser of their own. */
  look<T>(path: string, options: BrowserContextOptions, work: (page: Page) => Promise<T>): Promise<T>;
}

/** Begins a site and a browser before the tests of this file, and ends both after them. */
export function siteInBrowser(options: SiteOptions = {}): SiteInBrowser {
  const site = ownSite(options);
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());
  return {
    site,
    enter: (name, how) => enterNewsroom(browser, site, name, how),
    newContext: (how) => browser.newContext(how),
    async look(path, how, work) {
      const context = await browser.newContext(how);
      try {
        const page = await context.newPage();
        await page.goto(site.url + path, { waitUntil: 'load' });
        await page.evaluate(() => document.fonts.ready.then(() => undefined));
        return await work(page);
      } finally {
        await context.close();
      }
    },
  };
}

/** The same with the colleagues of the sample newspaper in its newsroom. */
export function newsroomInBrowser(): SiteInBrowser {
  const opened = siteInBrowser();
  beforeAll(async () => {
    await addColleagues(opened.site.journal, Date.now());
    await opened.site.caughtUp((await opened.site.journal.head()).seq);
  });
  return opened;
}
