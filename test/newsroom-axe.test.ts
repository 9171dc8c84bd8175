import { beforeAll, expect, test } from 'vitest';
import { findFaultInBoth } from './support/desk.ts';
import { watchRequests } from './support/settled.ts';
import { newsroomInBrowser } from './support/site-in-browser.ts';

const { site, enter } = newsroomInBrowser();
beforeAll(async () => {
  const hour = Math.floor(Date.now() / 3_600_000) * 3_600_000;
  const counts = [101, 102, 103, 104].map((story, i) => ({ story, hour, reads: 1200 - i * 290 }));
  await site.journal.addTallies({ key: 'axe', at: hour, counts });
  await site.caughtUp((await site.journal.head()).seq);
});

/** Every screen, with what it shows when it is there; a new screen needs a line here. */
const screens: Record<string, string> = {
  '': 'h1',
  '/queue': 'h1',
  '/stories?words=سوق&author=x': '.empty',
  '/stories/new': 'form',
  '/stories/101': '.prose',
  '/stories/101/preview': 'iframe',
  '/media': '.pictures li',
  '/media/astrolabe': '.crops',
  '/records?kind=place': '.records li',
  '/plan': '.plan',
  '/breaking': 'form',
  '/readership': '.chart',
  '/fronts': 'iframe',
  '/redirects': 'form',
  '/settings': '.sortable li',
  '/account': 'h1',
  '/users': 'h1',
  '/policy': 'table',
  '/audit': 'table',
  '/sign-in': 'form',
};

for (const language of ['ar', 'en'] as const) {
  for (const [width, height] of [
    [390, 844],
    [1440, 900],
  ] as const) {
    test(`no screen has what axe finds fault with: ${language}, ${width} px, light and dark`, async () => {
      const { page, context, faults } = await enter('reem', {
        language,
        width,
        height,
      });
      const settled = watchRequests(page);
      const found: string[] = [];
      for (const [path, shown] of Object.entries(screens)) {
        await page.goto(`${site.url}/newsroom${path}`);
        await page.locator(shown).first().waitFor();
        await settled();
        found.push(...(await findFaultInBoth(page)).map((fault) => `${path} ${fault}`));
        if (path !== '/sign-in' && language === 'en')
          expect([path, await page.evaluate(() => document.documentElement.dir)]).toEqual([path, 'ltr']);
      }
      expect(found).toEqual([]);
      expect(faults).toEqual([]);
      await context.close();
    }, 300_000);
  }
}
