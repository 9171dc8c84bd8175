import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { addColleagues } from '../../demo/colleagues.ts';
import { launch } from './chromium.ts';
import { type AtWork, type DeskOptions, enterNewsroom } from './desk.ts';
import { type SiteOptions, startSite, type TestSite } from './site.ts';

export interface SiteInBrowser {
  /** Filled before the first test. */
  readonly site: TestSite;
  /** Somebody of the sample newsroom at their desk, signed in in a browser of their own. */
  enter(name: string, options?: DeskOptions): Promise<AtWork>;
  /** The browser of somebody nobody knows. */
  newContext(options?: BrowserContextOptions): Promise<BrowserContext>;
}

/** Begins a site and a browser before the tests of this file, and ends both after them. */
export function siteInBrowser(options: SiteOptions = {}): SiteInBrowser {
  const site = {} as TestSite;
  let browser: Browser;
  beforeAll(async () => {
    await Promise.all([
      startSite(options).then((started) => Object.assign(site, started)),
      launch().then((launched) => {
        browser = launched;
      }),
    ]);
  });
  afterAll(async () => {
    await browser?.close();
    await site.stop?.();
  });
  return {
    site,
    enter: (name, how) => enterNewsroom(browser, site, name, how),
    newContext: (how) => browser.newContext(how),
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
