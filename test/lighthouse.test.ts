import { createServer } from 'node:net';
import lighthouse from 'lighthouse';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumArgs, chromiumPath } from './support/chromium.ts';
import { linksOf, startSite, storyPath, type TestSite } from './support/site.ts';

let site: TestSite;
let browser: Browser;
let port: number;

beforeAll(async () => {
  site = await startSite();
  port = await freePort();
  browser = await chromium.launch({
    executablePath: await chromiumPath(),
    args: [...chromiumArgs, `--remote-debugging-port=${port}`],
  });
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** Scores in hundredths, and what cost points. */
async function audit(path: string, onlyCategories: string[]) {
  const result = await lighthouse(site.url + path, {
    port,
    onlyCategories,
    output: 'json',
    logLevel: 'silent',
    formFactor: 'mobile',
  });
  const categories = Object.entries(result?.lhr.categories ?? {});
  const audits = result?.lhr.audits ?? {};
  const lost = categories.flatMap(([, category]) =>
    category.auditRefs
      .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
      .map(
        ({ id }) =>
          `${id}: ${audits[id]?.title ?? ''} ${JSON.stringify(audits[id]?.details ?? '').slice(0, 300)}`,
      ),
  );
  return {
    scores: Object.fromEntries(categories.map(([name, { score }]) => [name, Math.round((score ?? 0) * 100)])),
    lost,
  };
}

describe('Lighthouse on a phone', () => {
  const full = { accessibility: 100, 'best-practices': 100, seo: 100 };
  const addresses: Record<string, () => Promise<string>> = {
    front: async () => '/',
    section: async () => '/politics',
    story: async () => linksOf(await site.text('/')).find((path) => storyPath.test(path)) ?? '',
  };
  for (const [name, address] of Object.entries(addresses)) {
    it(`gives the ${name} full marks for accessibility, best practices and SEO`, async () => {
      expect(await audit(await address(), Object.keys(full))).toEqual({ scores: full, lost: [] });
    }, 120_000);
  }

  it('gives search full marks for accessibility and best practices', async () => {
    const marks = await audit(`/search?q=${encodeURIComponent('الماء')}`, [
      'accessibility',
      'best-practices',
    ]);
    expect(marks).toEqual({ scores: { accessibility: 100, 'best-practices': 100 }, lost: [] });
  }, 120_000);
});
