import { afterAll, beforeAll } from 'vitest';
import { type SiteOptions, startSite, type TestSite } from './site.ts';

/**
 * A site for the tests of this file, or of this group of them: it begins before the first and ends after the last.
 * @returns what is filled by then; before it has nothing.
 */
export function ownSite(options: SiteOptions = {}): TestSite {
  const site = {} as TestSite;
  beforeAll(async () => {
    Object.assign(site, await startSite(options));
  });
  // Whatever stopped it from beginning is said already.
  afterAll(() => site.stop?.());
  return site;
}
