import { setTimeout as pause } from 'node:timers/promises';
import type { Page, Request } from 'playwright-core';

/** A page asks for nothing for this long when it has all that it wants; Playwright's own «network idle» is five times as much. */
const quietMs = 100;

/**
 * Watches what a page asks for, from now on.
 * @returns what waits until every request is answered and no other follows; a page that never comes to rest ends the test by its time.
 */
export function watchRequests(page: Page): () => Promise<void> {
  const open = new Set<Request>();
  let last = performance.now();
  const ended = (request: Request) => {
    open.delete(request);
    last = performance.now();
  };
  page.on('request', (request) => open.add(request));
  page.on('requestfinished', ended);
  page.on('requestfailed', ended);
  return async () => {
    await page.waitForLoadState('load');
    const began = performance.now();
    while (open.size > 0 || performance.now() - Math.max(last, began) < quietMs) await pause(20);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
  };
}
