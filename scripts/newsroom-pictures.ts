import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { addColleagues } from '../demo/colleagues.ts';
import { launch } from '../test/support/chromium.ts';
import { enterNewsroom } from '../test/support/desk.ts';
import { startSite } from '../test/support/site.ts';

/** Takes the pictures of `docs/newsroom.md` from the sample newspaper: `node scripts/newsroom-pictures.ts`. */
const folder = join(import.meta.dirname, '../docs/images');
const hourMs = 3_600_000;
mkdirSync(folder, { recursive: true });

const [site, browser] = await Promise.all([startSite(), launch()]);
await addColleagues(site.journal, Date.now());
const hour = Math.floor(Date.now() / hourMs) * hourMs;
for (let back = 0; back < 48; back++) {
  const counts = [101, 102, 103, 104, 201, 203].map((story, i) => ({
    story,
    hour: hour - back * hourMs,
    reads: Math.round((700 / (i + 1)) * (1.2 + Math.sin(back / 4))),
  }));
  await site.journal.addTallies({ key: `picture ${back}`, at: hour, counts });
}
await site.caughtUp((await site.journal.head()).seq);

const screens: Record<string, string> = {
  stories: '/stories',
  editor: '/stories/101',
  plan: '/plan',
  fronts: '/fronts',
  pictures: '/media',
  readership: '/readership',
};
const { page } = await enterNewsroom(browser, site, 'reem', { width: 1280, height: 800 });
for (const [name, path] of Object.entries(screens)) {
  await page.goto(`${site.url}/newsroom${path}`);
  await page.waitForFunction(() => (document.querySelector('main')?.innerText.length ?? 0) > 40);
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: join(folder, `newsroom-${name}.png`) });
}
await browser.close();
await site.stop();
