import type { Browser, BrowserContext, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { newsroomStrings } from '../src/strings/strings.ts';
import { findFaultInBoth } from './support/desk.ts';
import { watchRequests } from './support/settled.ts';
import { startSite } from './support/site.ts';
import { siteInBrowser } from './support/site-in-browser.ts';
import { clientOf, employ, password, setUpAs } from './support/staff.ts';
import { totp } from './support/totp.ts';

/** Getting in, through the screens, in a browser: set-up, invitation, password, second factor, passkey, reset. */
const t = newsroomStrings.ar;
const minutes = 60_000;
const { site, newContext } = siteInBrowser({ demo: false });

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const atDesk = (page: Page) => page.getByRole('heading', { name: t.desk, exact: true }).waitFor();
const newPage = async (options: Parameters<Browser['newContext']>[0] = {}) => {
  const context = await newContext({ viewport: { width: 1440, height: 900 }, ...options });
  return { context, page: await context.newPage() };
};
const signIn = async (page: Page, email: string, word = password) => {
  await page.goto(`${site.url}/newsroom/sign-in`);
  await page.getByLabel(t.email).fill(email);
  await page.getByLabel(t.password, { exact: true }).fill(word);
  await press(page, t.signIn);
};

describe('the door', () => {
  let adminContext: BrowserContext;
  let admin: Page;
  let reporter: string;

  test('opens to the first administrator by the printed link, which then is spent', async () => {
    ({ context: adminContext, page: admin } = await newPage());
    const link = (await site.setUpLink()) ?? '';
    await admin.goto(link);
    await admin.getByLabel(t.name, { exact: true }).fill('ريم العلي');
    await admin.getByLabel(t.email).fill('reem@paper.example');
    await admin.getByLabel(t.password, { exact: true }).fill(password);
    await press(admin, t.setUpDo);
    await atDesk(admin);
    // The token does not stay in the address bar, nor in the history.
    expect(admin.url()).not.toContain('#');
    const { page, context } = await newPage();
    await page.goto(link);
    await page.getByLabel(t.name, { exact: true }).fill('آخر');
    await page.getByLabel(t.email).fill('other@paper.example');
    await page.getByLabel(t.password, { exact: true }).fill(password);
    await press(page, t.setUpDo);
    await page.getByText('لم يعد هذا الرابط صالحا').waitFor();
    await context.close();
  });

  test('says at the field what is wrong with it, in Arabic, and which words were wrong it does not say', async () => {
    const { page, context } = await newPage();
    await signIn(page, 'reem@paper.example', 'a wrong password');
    await page.getByText('البريد أو كلمة المرور غير صحيحة.').waitFor();
    await signIn(page, 'reem@paper.example');
    await atDesk(page);
    await context.close();
  });

  test(
    'leads to a page of the newsroom and never elsewhere: open redirect by `next`',
    async () => {
      for (const [next, path] of [
        ['/newsroom/account', '/newsroom/account'],
        ['https://evil.example', '/newsroom'],
        ['//evil.example', '/newsroom'],
        ['/\\evil.example', '/newsroom'],
        ['/newsroom/../../evil', '/newsroom'],
        ['/newsroom@evil.example', '/newsroom'],
        ['javascript:alert(1)', '/newsroom'],
      ] as const) {
        const { page, context } = await newPage();
        await page.goto(`${site.url}/newsroom/sign-in?next=${encodeURIComponent(next)}`);
        await page.getByLabel(t.email).fill('reem@paper.example');
        await page.getByLabel(t.password, { exact: true }).fill(password);
        await press(page, t.signIn);
        await page.getByRole('button', { name: t.signOut }).waitFor();
        expect([next, new URL(page.url()).origin, new URL(page.url()).pathname.replace(/\/$/, '')]).toEqual([
          next,
          site.url,
          path,
        ]);
        await context.close();
      }
    },
    2 * minutes,
  );

  test('an invitation is read, sets a password, and lets in', async () => {
    await admin.goto(`${site.url}/newsroom/users`);
    const user = await employ(site, 'reporter', { name: 'سلمى الكيلاني' });
    reporter = user.email;
    const client = clientOf(site);
    for (const { name, value } of await adminContext.cookies()) client.cookies.set(name, value);
    const { said } = await client.call('linkForUser', { params: { id: user.id } });
    const { page, context } = await newPage();
    await page.goto(said.link ?? '');
    await page.getByText(`اختر كلمة مرور لحسابك ${user.email}`).waitFor();
    await page.getByLabel(t.passwordNew).fill(password);
    await press(page, t.setPassword);
    await page.getByText(t.passwordIsSet).waitFor();
    await signIn(page, user.email);
    await atDesk(page);
    await context.close();
  });

  test(
    'a second factor is turned on by a code, asked for at the next sign-in, and recovery codes work',
    async () => {
      const { page, context } = await newPage();
      await signIn(page, reporter);
      await atDesk(page);
      await page.goto(`${site.url}/newsroom/account`);
      const section = page.locator('section', {
        has: page.getByRole('heading', { name: t.secondFactorTitle }),
      });
      await section.getByLabel(t.passwordPresent).fill(password);
      await section.getByRole('button', { name: t.secondFactorBegin }).click();
      const secret = (await section.locator('.secret').first().innerText()).trim();
      expect(await section.locator('.qr svg').count()).toBe(1);
      await section.getByLabel(t.code).fill(totp(secret));
      await section.getByRole('button', { name: t.confirm }).click();
      await section.getByText(t.recoveryTitle).waitFor();
      const [recovery = ''] = await section.locator('.secret code').allInnerTexts();

      const again = await newPage();
      await signIn(again.page, reporter);
      await again.page.getByLabel(t.code).fill('000000');
      await press(again.page, t.signIn);
      await again.page.getByText('الرمز غير صحيح').waitFor();
      await press(again.page, t.useRecovery);
      await again.page.getByLabel(t.recoveryCode).fill(recovery);
      await press(again.page, t.signIn);
      await atDesk(again.page);
      await again.context.close();
      await context.close();
    },
    minutes,
  );

  test(
    'a passkey is made on one’s own page and then is all that is needed',
    async () => {
      const { page, context } = await newPage();
      const devtools = await context.newCDPSession(page);
      await devtools.send('WebAuthn.enable');
      await devtools.send('WebAuthn.addVirtualAuthenticator', {
        options: {
          protocol: 'ctap2',
          transport: 'internal',
          hasResidentKey: true,
          hasUserVerification: true,
          isUserVerified: true,
          automaticPresenceSimulation: true,
        },
      });
      await signIn(page, 'reem@paper.example');
      await atDesk(page);
      await page.goto(`${site.url}/newsroom/account`);
      await page.getByLabel(t.passkeyName).fill('حاسوب المكتب');
      await press(page, t.passkeyAdd);
      await page.getByText('حاسوب المكتب').waitFor();
      await press(page, t.signOut);
      await page.getByRole('heading', { name: t.signInTitle }).waitFor();
      await press(page, t.passkeySignIn);
      await atDesk(page);
      expect((await page.request.get(`${site.url}/api/me`)).status()).toBe(200);
      await context.close();
    },
    minutes,
  );

  test(
    'one’s sessions are listed and ended from one’s own page',
    async () => {
      const [here, there] = [await newPage(), await newPage()];
      await signIn(here.page, 'reem@paper.example');
      await atDesk(here.page);
      await signIn(there.page, 'reem@paper.example');
      await atDesk(there.page);
      await here.page.goto(`${site.url}/newsroom/account`);
      const section = here.page.locator('section', {
        has: here.page.getByRole('heading', { name: t.sessionsTitle }),
      });
      await section.getByText(t.sessionPresent).waitFor();
      for (let left = await section.getByRole('button', { name: t.sessionEnd }).count(); left > 0; left--) {
        await section.getByRole('button', { name: t.sessionEnd }).first().click();
        await expect.poll(() => section.getByRole('button', { name: t.sessionEnd }).count()).toBe(left - 1);
      }
      await there.page.goto(`${site.url}/newsroom/account`);
      await there.page.waitForURL(/sign-in\?next=/);
      await here.context.close();
      await there.context.close();
      await adminContext.close();
    },
    minutes,
  );
});

test('a screen whose file is gone after an upgrade says so in Arabic, and how to go on', async () => {
  const { page, context } = await newPage();
  await page.route(/\/newsroom\/assets\/sign-in-/, (asked) => asked.fulfill({ status: 404 }));
  await page.goto(`${site.url}/newsroom/sign-in`);
  await page.getByRole('heading', { name: t.fault }).waitFor();
  await page.unroute(/\/newsroom\/assets\/sign-in-/);
  await press(page, t.reload);
  await page.getByRole('heading', { name: t.signInTitle }).waitFor();
  await context.close();
});

describe('the screens of the door', () => {
  for (const language of ['ar', 'en'] as const)
    for (const width of [390, 1440])
      test(
        `have nothing that axe finds fault with: ${language}, ${width} px, light and dark`,
        async () => {
          const other = await startSite({ demo: false });
          const { page, context } = await newPage({ viewport: { width, height: 900 } });
          const settled = watchRequests(page);
          await page.addInitScript((one) => localStorage.setItem('midad-language', one), language);
          const setUp = (await other.setUpLink()) ?? '';
          const found: string[] = [];
          const look = async (address: string) => {
            await page.goto('about:blank');
            await page.goto(address);
            await settled();
            const { pathname } = new URL(address);
            found.push(...(await findFaultInBoth(page)).map((one) => `${pathname} ${one}`));
            const state = await page.evaluate(() => ({
              lang: document.documentElement.lang,
              dir: document.documentElement.dir,
            }));
            expect([pathname, state]).toEqual([
              pathname,
              { lang: language, dir: language === 'ar' ? 'rtl' : 'ltr' },
            ]);
          };
          await look(setUp);
          const admin = await setUpAs(other);
          const user = await employ(other, 'reporter');
          const { said } = await admin.call('linkForUser', { params: { id: user.id } });
          await look(said.link ?? '');
          await look(`${other.url}/newsroom/invitation#spent`);
          await look(`${other.url}/newsroom/enter#spent`);
          await look(`${other.url}/newsroom/sign-in`);
          expect(found).toEqual([]);
          await context.close();
          await other.stop();
        },
        minutes,
      );
});
