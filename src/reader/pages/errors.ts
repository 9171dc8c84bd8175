import { readerStrings, type Language } from '../../strings/strings.ts';
import { escapeXml } from '../feeds/xml.ts';
import { html } from '../components/html.ts';
import { keys } from '../../model/dependency-keys.ts';
import { line } from '../components/text.ts';
import type { Loader, Page, ReaderContext } from '../page.ts';
import { sheet, settingOf } from './parts.ts';
import { latest, searchForm } from './search.ts';

/** Seconds that a redirect holds: what moved, moved for ever. */
const redirectHold = 3600;
/** Of addresses that lead nowhere there is no end, so none of them is kept. */
const noHold = 0;

/** What an unknown address gets: a redirect if it moved, else 404 with the search and the latest stories. */
export const loadNotFound: Loader<{ path: string }> = (context, { path }) => {
  const moved = context.catalog().redirect(path);
  if (moved !== undefined) return redirectTo(moved);
  const { t } = settingOf(context);
  return errorPage(context, 404, t.notFoundTitle, t.notFoundText);
};

/** An address whose characters cannot be read, or that holds NUL. */
export const loadBadRequest: Loader<object> = (context) => {
  const { t } = settingOf(context);
  return errorPage(context, 400, t.badRequestTitle, t.badRequestText);
};

/** 410 for a story that was withdrawn for good, with the notice that the editors wrote, if any. */
export function storyKilled(context: ReaderContext, notice: string | undefined): Promise<Page> {
  const { t } = settingOf(context);
  return errorPage(context, 410, t.killedTitle, notice ?? t.killedText);
}

/** Only ever a path of this site: `//host` or `/..//host` in a record of ours would make us an open redirect. */
function redirectTo(path: string): Page {
  const { pathname, search } = new URL(path.replace(/^[/\\]+/, '/'), 'http://site.invalid');
  return {
    status: 301,
    type: 'text/plain; charset=utf-8',
    body: '',
    keys: [keys.redirects],
    hold: redirectHold,
    location: pathname.replace(/^\/+/, '/') + search,
  };
}

async function errorPage(
  context: ReaderContext,
  status: 400 | 404 | 410,
  title: string,
  text: string,
): Promise<Page> {
  const setting = settingOf(context);
  return sheet(setting, {
    status,
    metadata: { title, robots: 'noindex' },
    content: html`<h1>${title}</h1>
      <p class="message">${line(text, setting.language)}</p>
      ${searchForm(setting)} ${latest(setting)}`,
    keys: [keys.site],
    hold: noHold,
  });
}

/**
 * The page for what went wrong on our side. It asks no catalog, since that may be what is broken: fixed words in both
 * languages, and the style sheet if there is one.
 */
export function renderFailure(context: ReaderContext, status: 500 | 503): Page {
  const words = (language: Language) => {
    const t = readerStrings[language];
    const [title, text] =
      status === 503 ? [t.unavailableTitle, t.unavailableText] : [t.failureTitle, t.failureText];
    return `<section lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">
<${language === 'ar' ? 'h1' : 'h2'}>${escapeXml(title)}</${language === 'ar' ? 'h1' : 'h2'}>
<p>${escapeXml(text)}</p>
<p><a href="/">${escapeXml(t.front)}</a></p>
</section>`;
  };
  return {
    status,
    type: 'text/html; charset=utf-8',
    body: `<!doctype html>
<html lang="ar" dir="rtl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeXml(readerStrings.ar[status === 503 ? 'unavailableTitle' : 'failureTitle'])}</title>
${stylesheet(context)}</head>
<body>
<main id="main" class="sheet wrap">
${words('ar')}
${words('en')}
</main>
</body>
</html>
`,
    keys: [],
    hold: 0,
    robots: 'noindex',
  };
}

function stylesheet(context: ReaderContext): string {
  try {
    return `<link rel="stylesheet" href="${escapeXml(context.assets.url('site.css'))}">\n`;
  } catch {
    return '';
  }
}
