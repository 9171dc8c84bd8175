import AxeBuilder from 'axe-core';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import type { TestSite } from './site.ts';
import { type Client, colleague } from './staff.ts';

export interface AtWork {
  page: Page;
  context: BrowserContext;
  /** Errors of the page, and what the policy of contents refused. */
  faults: string[];
}

export interface DeskOptions {
  language?: 'ar' | 'en';
  width?: number;
  height?: number;
}

/**
 * Somebody of the sample newsroom, signed in in a browser of their own, at their desk.
 * @param name the beginning of their address, «salma».
 */
export async function enterNewsroom(
  browser: Browser,
  site: Pick<TestSite, 'enterLink'>,
  name: string,
  options: DeskOptions = {},
): Promise<AtWork> {
  const user = colleague(name);
  const { language = 'ar', width = 1440, height = 900 } = options;
  const context = await browser.newContext({ viewport: { width, height } });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && /content security policy/i.test(message.text()))
      faults.push(message.text());
  });
  await page.goto(await site.enterLink(user));
  await page.waitForURL(/\/newsroom\/?$/);
  await page.locator('h1').first().waitFor();
  if (language !== user.language) await speak(page, language);
  return { page, context, faults };
}

/** A browser with the session of a client. @param url where the newsroom is. */
export async function openAs(
  browser: Browser,
  client: Pick<Client, 'cookies'>,
  url: string,
): Promise<BrowserContext> {
  const context = await browser.newContext();
  await context.addCookies([...client.cookies].map(([name, value]) => ({ name, value, url })));
  return context;
}

/** Has the newsroom speak another language to whoever is signed in, and the screen loaded in it. */
export async function speak(page: Page, language: 'ar' | 'en'): Promise<void> {
  await page.evaluate(
    (body) => fetch('/api/me', { method: 'PATCH', headers: { 'Content-Type': 'application/json' }, body }),
    JSON.stringify({ language }),
  );
  await page.reload();
  await page.locator(`html[lang='${language}'] h1`).first().waitFor();
}

/** Chooses a day, `YYYY-MM-DD`, or a moment of it, `YYYY-MM-DDTHH:MM`, in a field of dates. */
export async function chooseDate(page: Page | Locator, label: string, value: string): Promise<void> {
  const field = page.getByRole('group', { name: label });
  const [, year = '', month = '', day = '', hour, minute] =
    /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d))?$/.exec(value) ?? [];
  for (const [part, option] of Object.entries({ year, month, day, hour, minute }))
    if (option !== undefined) await field.locator(`.date-${part}`).selectOption(option);
}

/**
 * What axe finds fault with on a page, and whether it scrolls sideways; nothing is good.
 * @param rules only those of colours, for a page that was looked at whole in its other colours.
 */
export async function findFault(page: Page, rules: 'all' | 'colours' = 'all'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AxeBuilder.source);
  const wanted =
    rules === 'all'
      ? ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
      : { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };
  const { violations } = await page.evaluate(
    (runOnly) =>
      (
        window as unknown as {
          axe: { run(o: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        }
      ).axe.run({ runOnly, resultTypes: ['violations'] }),
    wanted,
  );
  const found = violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html.slice(0, 160)}`);
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  return sideways ? [...found, 'scrolls sideways'] : found;
}

/** The same in light and in dark, as the page stands. */
export async function findFaultInBoth(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light' });
  const light = (await findFault(page)).map((fault) => `light ${fault}`);
  await page.emulateMedia({ colorScheme: 'dark' });
  return [...light, ...(await findFault(page, 'colours')).map((fault) => `dark ${fault}`)];
}
