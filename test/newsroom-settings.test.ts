import { beforeAll, expect, test } from 'vitest';
import { findFault } from './support/desk.ts';
import { newsroomInBrowser } from './support/site-in-browser.ts';
import { type Client, colleague, enterAs } from './support/staff.ts';

const minutes = 60_000;
const { site, enter } = newsroomInBrowser();
let reem: Client;
beforeAll(async () => {
  reem = await enterAs(site, colleague('reem'));
});

const changeSettings = async (fields: object) => {
  const { said } = await reem.call('siteSettings');
  return reem.call('changeSite', { body: { expect: said.version, fields } });
};
const sectionLines = async () =>
  (await reem.call('siteSettings')).said.sections.map(({ section, version }) => ({
    id: section.id,
    name: section.name,
    expect: version,
  }));
const putSections = (sections: object[], remove?: object[]) =>
  reem.call('arrangeSections', { body: { sections, ...(remove && { remove }) } });
const read = async (path: string) => (await fetch(site.url + path)).text();
const sheetOf = (page: string) => /<link rel="stylesheet" href="([^"]+)"/.exec(page)?.[1] ?? '';

test('a new name and an accent stand on the pages of readers at once, in a sheet whose address says what is in it', async () => {
  const before = await read('/');
  expect(sheetOf(before)).toMatch(/^\/assets\/site-[0-9a-f]{10}\.css$/);
  const { status } = await changeSettings({
    name: 'الميناء',
    accent: { light: '#005a9c', dark: '#7cc4ff' },
    social: [{ network: 'telegram', handle: 'almina_news' }],
  });
  expect(status).toBe(200);
  for (const path of ['/', '/about', '/politics']) {
    const page = await read(path);
    expect([path, page.includes('الميناء')]).toEqual([path, true]);
    expect(page).toContain('href="https://t.me/almina_news"');
    const sheet = sheetOf(page);
    expect(sheet).toMatch(/^\/assets\/site-[0-9a-f]{10}-005a9c-7cc4ff\.css$/);
    const response = await fetch(site.url + sheet);
    expect(response.headers.get('content-type')).toBe('text/css; charset=utf-8');
    expect(response.headers.get('content-encoding')).toMatch(/br|gzip/);
    expect(response.headers.get('cache-control')).toContain('immutable');
    expect(await response.text()).toContain('--accent:#005a9c');
  }
  const audit = await reem.call('audit', { query: { kind: 'site' } });
  expect(audit.said.entries[0]).toMatchObject({ action: 'update', kind: 'site', name: 'ريم العلي' });
});

test('an accent that cannot be read, an unknown zone and an address that is none are refused at their fields', async () => {
  const { said } = await reem.call('siteSettings');
  const refused = async (fields: object) => {
    const { status, error } = await changeSettings(fields);
    return [status, ...(error?.fields ?? []).map(({ path }) => path)];
  };
  expect(await refused({ accent: { light: '#ffd400', dark: '#331111' } })).toEqual([
    422,
    'fields.accent.light',
    'fields.accent.dark',
  ]);
  expect(await refused({ timeZone: '+03:00' })).toEqual([422, 'fields.timeZone']);
  for (const light of ['red', '#00000', '#000000;}*{background:url(//evil.example)', '</style><script>'])
    expect(await refused({ accent: { light, dark: '#ffffff' } })).toEqual([422, 'fields.accent.light']);
  for (const handle of ['javascript:alert(1)', '../evil', '//evil.example', 'a"onclick=x', ''])
    expect(await refused({ social: [{ network: 'x', handle }] })).toEqual([422, 'fields.social.0.handle']);
  for (const path of ['M0 0"/><script>alert(1)</script>', 'url(#x)', ''])
    expect(await refused({ logo: { viewBox: '0 0 1 1', path } })).toEqual([422, 'fields.logo.path']);
  expect(await refused({ id: 'other' })).toEqual([422, 'fields.id']);
  expect((await reem.call('siteSettings')).said).toEqual(said);
});

test('a sheet with somebody else’s colours is no style of anybody’s making', async () => {
  const sheet = sheetOf(await read('/'));
  const other = sheet.replace(/-[0-9a-f]{6}-[0-9a-f]{6}\.css/, '-ff0000-00ff00.css');
  // Also a page that a cache kept from before finds its colours; nothing but figures comes through.
  expect(await read(other)).toContain('--accent:#ff0000');
  for (const wrong of ['-ff0000-00ff0.css', '-ff0000-00ff00;x.css', '-ff0000-%7B%7D%7B%7D%7B%7D.css'])
    expect((await fetch(site.url + sheet.replace(/-[0-9a-f]{6}-[0-9a-f]{6}\.css/, wrong))).status).toBe(404);
});

test('a name that is markup is words on every page', async () => {
  const name = '<img src=x onerror=alert(1)>"\'';
  expect((await changeSettings({ name, tagline: '</title><script>alert(2)</script>' })).status).toBe(200);
  for (const path of ['/', '/about', '/manifest.webmanifest', '/rss.xml', '/opensearch.xml']) {
    const page = await read(path);
    expect([path, /<img src=x|<script>alert/.test(page) && !path.includes('manifest')]).toEqual([
      path,
      false,
    ]);
  }
  expect((await changeSettings({ name: 'مداد', tagline: null, social: [] })).status).toBe(200);
});

test('sections are added, renamed and put in order together; an address that the site needs is refused', async () => {
  const lines = await sectionLines();
  for (const id of ['archive', 'newsroom', 'api', lines[0]?.id]) {
    const { status, error } = await putSections([...lines, { id, name: 'جديد', expect: 0 }]);
    expect([status, error?.fields?.[0]?.path]).toEqual([422, `sections.${lines.length}.id`]);
  }
  const wanted = [{ id: 'cities', name: 'مدن', expect: 0 }, ...lines.toReversed()];
  expect((await putSections(wanted)).status).toBe(200);
  expect((await putSections(wanted)).status).toBe(422);
  const nav = /<nav class="sections"[\s\S]*?<\/nav>/.exec(await read('/about'))?.[0] ?? '';
  const ids = [...nav.matchAll(/href="\/([a-z]+)"/g)].map(([, id]) => id);
  expect(ids).toEqual(wanted.map(({ id }) => id));
  expect((await fetch(`${site.url}/cities`)).status).toBe(200);
  // What somebody else changed meanwhile is not written over.
  const renamed = lines.map((line) => ({ ...line, name: `${line.name} ٢` }));
  expect((await putSections(renamed)).status).toBe(409);
});

test('a section goes by name when nothing names it any more, with its front, and comes back as a new one', async () => {
  const before = await sectionLines();
  expect((await putSections([...before, { id: 'harbour', name: 'المرفأ', expect: 0 }])).status).toBe(200);
  expect((await putSections(before)).status).toBe(200);
  const own = (await sectionLines()).find(({ id }) => id === 'harbour');
  // Left out is not removed.
  expect(own).toBeDefined();
  const going = [{ id: 'harbour', expect: own?.expect }];

  const head = async () =>
    (await reem.call('users')).said.users.find(({ user }) => user.role === 'section-editor');
  const { user: editor } = (await head()) ?? {};
  const change = async (sections: string[]) =>
    reem.call('changeUser', {
      params: { id: editor?.id },
      body: { expect: (await head())?.version, sections },
    });
  expect((await change([...(editor?.sections ?? []), 'harbour'])).status).toBe(200);
  const begin = async (headline: string) =>
    (await reem.call('createStory', { body: { fields: { headline, section: 'harbour' } } })).said.id;
  const stories = [await begin('رافعة جديدة'), await begin('رصيف ثان')];
  const home = (await reem.call('front', { params: { id: 'home' } })).said;
  const filled = {
    ...home.arrangement,
    packages: [{ kind: 'trio', stories: [], fill: { section: 'harbour', most: 3 } }],
  };
  const arrange = async (id: string, arrangement: object) =>
    reem.call('setFront', {
      params: { id },
      body: { expect: (await reem.call('front', { params: { id } })).said.version, arrangement },
    });
  expect((await arrange('home', filled)).status).toBe(200);
  expect((await arrange('harbour', { packages: [] })).status).toBe(200);

  const refused = await putSections(before, going);
  expect(refused.status).toBe(422);
  expect(refused.error?.fields).toEqual([
    {
      path: 'remove.0.id',
      message:
        'ما زال القسم مستعملا: مادتان وواجهة واحدة ومستخدم واحد. انقل ذلك إلى قسم آخر أو أفرغه، ثم أزل القسم.',
    },
  ]);
  expect((await arrange('home', home.arrangement)).status).toBe(200);
  expect((await change(editor?.sections ?? [])).status).toBe(200);
  // A count is said in the digits of the site.
  stories.push(await begin('رصيف ثالث'));
  for (const [digits, words] of [
    ['latn', '3 مواد'],
    ['arab', '٣ مواد'],
  ] as const) {
    expect((await changeSettings({ digits })).status).toBe(200);
    expect((await putSections(before, going)).error?.fields?.[0]?.message).toContain(`مستعملا: ${words}.`);
  }
  for (const id of stories)
    await reem.call('saveStory', { params: { id }, body: { expect: 1, fields: { section: 'culture' } } });
  expect((await putSections(before, [{ id: 'harbour', expect: 99 }])).status).toBe(409);
  const both = await putSections(await sectionLines(), going);
  expect([both.status, both.error?.fields?.[0]?.path]).toEqual([422, 'remove.0.id']);
  expect(await read('/about')).toContain('href="/harbour"');
  expect((await fetch(`${site.url}/harbour`)).status).toBe(200);

  expect((await putSections(before, going)).status).toBe(200);
  for (const path of ['/harbour', '/harbour/rss.xml'])
    expect([path, (await fetch(site.url + path)).status]).toEqual([path, 404]);
  expect(await read('/about')).not.toContain('href="/harbour"');
  expect((await reem.call('settings')).said.sections.map(({ id }) => id)).not.toContain('harbour');
  expect((await site.journal.current('front', 'harbour'))?.action).toBe('remove');
  const audit = await reem.call('audit', { query: { kind: 'section' } });
  const gone = audit.said.entries.find(({ kind }) => kind === 'section');
  expect(gone).toMatchObject({ action: 'remove', id: 'harbour', name: 'ريم العلي' });
  const lost = await reem.call('createStory', { body: { fields: { headline: 'ونش', section: 'harbour' } } });
  expect([lost.status, lost.error?.code]).toEqual([400, 'reference-missing']);
  expect((await change(['harbour'])).error?.code).toBe('reference-missing');
  expect((await arrange('harbour', { packages: [] })).error?.code).toBe('reference-missing');

  const again = [{ id: 'harbour', name: 'المرفأ', expect: 0 }];
  expect((await putSections([...before, ...again])).status).toBe(200);
  expect((await fetch(`${site.url}/harbour`)).status).toBe(200);
  const back = (await sectionLines()).find(({ id }) => id === 'harbour')?.expect;
  expect((await putSections(before, [{ id: 'harbour', expect: back }])).status).toBe(200);
});

test(
  'a killed story keeps no section standing: its address still says that it is gone, and lists call the section as it was',
  async () => {
    const before = await sectionLines();
    expect((await putSections([...before, { id: 'lighthouse', name: 'المنارة', expect: 0 }])).status).toBe(
      200,
    );
    const { id } = (
      await reem.call('createStory', {
        body: { fields: { headline: 'ضوء في آخر الرصيف', section: 'lighthouse' } },
      })
    ).said;
    expect((await reem.call('publishStory', { params: { id }, body: { expect: 1 } })).status).toBe(200);
    const address = (await site.get(`/${id}`)).headers.get('location') ?? '';
    expect(address).toMatch(/^\/lighthouse\//);
    const going = [
      { id: 'lighthouse', expect: (await sectionLines()).find((line) => line.id === 'lighthouse')?.expect },
    ];
    expect((await putSections(before, going)).error?.fields?.[0]?.message).toContain('مادة واحدة');
    const notice = 'سُحبت هذه المادة لخطأ في مصدرها.';
    const killed = await reem.call('killStory', {
      params: { id },
      body: { expect: 2, reason: 'خطأ في المصدر', notice },
    });
    expect(killed.status).toBe(200);

    expect((await putSections(before, going)).status).toBe(200);
    expect((await site.get('/lighthouse')).status).toBe(404);
    for (const path of [address, `/${id}`]) {
      const response = await site.get(path);
      expect([response.status, await response.text()]).toEqual([410, expect.stringContaining(notice)]);
    }
    for (const path of ['/', '/latest', '/archive', '/rss.xml', '/sitemap.xml', '/sitemaps/pages.xml'])
      expect([path, (await site.get(path)).status]).toEqual([path, 200]);
    expect((await reem.call('settings')).said.formerSections).toEqual([
      { id: 'lighthouse', name: 'المنارة' },
    ]);
    expect((await reem.call('board', { query: { span: 'today' } })).status).toBe(200);

    const { page, context, faults } = await enter('reem');
    await page.goto(`${site.url}/newsroom/stories?status=killed`);
    const row = page.locator('.list tbody tr', { hasText: 'ضوء في آخر الرصيف' });
    expect(await row.innerText()).toContain('المنارة');
    expect(await page.locator('select', { hasText: 'ثقافة' }).first().innerText()).not.toContain('المنارة');
    await row.getByRole('link').click();
    await page.getByText(notice).waitFor();
    expect(faults).toEqual([]);
    await context.close();

    // Whoever puts the section up again finds it whole.
    expect((await putSections([...before, { id: 'lighthouse', name: 'المنار', expect: 0 }])).status).toBe(
      200,
    );
    expect((await reem.call('settings')).said.formerSections).toEqual([]);
    expect((await site.get(address)).status).toBe(410);
    const again = (await sectionLines()).find((line) => line.id === 'lighthouse')?.expect;
    expect((await putSections(before, [{ id: 'lighthouse', expect: again }])).status).toBe(200);
  },
  minutes,
);

test(
  'an administrator changes name, colour and the order of sections in a browser, by drag and by keyboard, and takes it back',
  async () => {
    const { page, faults, context } = await enter('reem');
    await page.goto(`${site.url}/newsroom/settings`);
    await page.getByLabel('اسم الموقع').fill('صوت المدينة');
    await page.getByLabel('لون خاص بالموقع').setChecked(true);
    const light = page.getByRole('textbox', { name: 'في المظهر الفاتح', exact: true });
    await light.fill('#ffd400');
    await page.getByText('والمطلوب ٤٫٥ على الأقل ليُقرأ').waitFor();
    await page.getByRole('button', { name: 'أخذ أقرب لون مقروء' }).click();
    expect(await light.inputValue()).not.toBe('#ffd400');
    const save = page.getByRole('button', { name: 'حفظ', exact: true });
    await save.first().click();
    await page.getByText('حُفظ، وتغيّرت صفحات القرّاء.').waitFor();
    const readers = await context.newPage();
    await readers.goto(site.url);
    const accent = () =>
      readers.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--accent'));
    expect(await accent()).toBe(await light.inputValue());
    expect(await readers.locator('.foot').textContent()).toContain('صوت المدينة');
    const undo = page.getByRole('button', { name: 'تراجع', exact: true });
    await undo.click();
    await page.getByText('عادت الإعدادات كما كانت.').waitFor();
    await readers.reload();
    expect(await readers.locator('.foot').textContent()).not.toContain('صوت المدينة');

    const rows = page.locator('ol[aria-label=الأقسام] > li');
    const order = () =>
      rows.getByLabel('اسم القسم').evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
    const before = await order();
    const [first = '', second = '', third = ''] = before;
    await page.getByRole('button', { name: `تأخير ${first}` }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect((await order()).slice(0, 3)).toEqual([second, third, first]);
    await page.getByText(`${first}: الموضع ٣ من`).waitFor({ state: 'attached' });
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      `تأخير ${first}`,
    );
    await rows.nth(2).locator('.grip').dragTo(rows.nth(0));
    expect(await order()).toEqual(before);
    await rows.nth(0).locator('.grip').dragTo(rows.nth(1));
    await save.last().click();
    await page.getByText('حُفظت الأقسام، وتغيّرت صفحات القرّاء.').waitFor();
    await readers.reload();
    expect((await readers.locator('.sections a').allTextContents()).slice(1, 3)).toEqual([second, first]);
    expect(await findFault(page)).toEqual([]);

    // One that stories are in stays and says why; one that is empty goes, and comes back.
    const remove = (name: string) => page.getByRole('button', { name: `إزالة القسم «${name}»` });
    await remove(second).press('Enter');
    await page.getByText(`يُزال «${second}» عند الحفظ`).waitFor();
    await save.last().click();
    await page.getByText('ما زال القسم مستعملا:').waitFor();
    expect(await findFault(page)).toEqual([]);
    await page.getByRole('button', { name: 'إبقاؤه' }).press('Enter');
    await page.getByRole('button', { name: 'إضافة قسم' }).click();
    await rows.last().getByLabel('اسم القسم').fill('المنارة');
    await rows.last().getByLabel('عنوانه في الرابط').fill('lighthouse');
    await save.last().click();
    await remove('المنارة').press('Enter');
    await save.last().click();
    const answer = async () => (await context.request.get(`${site.url}/lighthouse`)).status();
    await expect.poll(answer).toBe(404);
    await undo.click();
    await page.getByText('عادت الأقسام كما كانت.').waitFor();
    await expect.poll(answer).toBe(200);
    await remove('المنارة').waitFor();

    // Nothing that was typed goes without a yes: not by a link, not with the page.
    const name = page.getByLabel('اسم الموقع');
    await name.fill('صوت المرسى');
    const asked = page.getByRole('dialog', { name: 'تعديلات لم تُحفظ' });
    const leave = () => page.getByRole('link', { name: 'كل المواد' }).press('Enter');
    await leave();
    await asked.waitFor();
    expect(await findFault(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await asked.waitFor({ state: 'detached' });
    const ofBrowser: string[] = [];
    page.once('dialog', (dialog) => {
      ofBrowser.push(dialog.type());
      void dialog.dismiss();
    });
    await page.evaluate(() => setTimeout(() => location.reload()));
    await expect.poll(() => ofBrowser).toEqual(['beforeunload']);
    expect(await name.inputValue()).toBe('صوت المرسى');
    await leave();
    await asked.getByRole('button', { name: 'المغادرة وترك التعديلات' }).press('Enter');
    await page.waitForURL(/\/stories$/);
    expect(faults).toEqual([]);
    await context.close();
  },
  minutes,
);
