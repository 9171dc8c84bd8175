import type { Html } from './html.ts';
import { html, nothing, raw } from './html.ts';
import type { ReaderContext } from '../page.ts';
import { siteSheet } from '../assets/site-sheet.ts';
import type { Edition } from './edition.ts';
import { footer } from './footer.ts';
import { masthead, type Masthead } from './masthead.ts';
import { renderMetadata, type PageMetadata } from './metadata.ts';

export interface DocumentParts extends Masthead {
  context: ReaderContext;
  edition: Edition;
  metadata: PageMetadata;
  /** The `<main id="main">` element with its classes. */
  main: Html;
  /** For a page that is to be seen in one of the two, whatever its reader chose. */
  theme?: Theme | undefined;
}
export type Theme = 'light' | 'dark';

const fonts = ['display-arabic', 'text-arabic', 'text-latin'] as const;

/**
 * A whole page. One style sheet, three fonts and one script, all files, so that the content security policy needs no
 * exception. The script is `async` and holds back the first picture (`blocking=render`, as the style sheet beside it
 * does) because a chosen theme must be known before anything is painted; it never stops the parser.
 */
export function renderDocument(parts: DocumentParts): string {
  const { context, edition, metadata, main } = parts;
  const { assets } = context;
  const { t, site } = edition;
  const theme = parts.theme === undefined ? nothing : html`data-theme="${parts.theme}"`;
  const page = html`<!doctype html>
    <html lang="${site.language}" dir="${edition.dir}" ${theme}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="stylesheet" href="${siteSheet(assets, site)}" />
        <script src="${assets.url('site.js')}" async blocking="render"></script>
        ${fonts.map(
          (name) =>
            html`<link
              rel="preload"
              as="font"
              type="font/woff2"
              crossorigin
              href="${assets.url(`${name}.woff2`)}"
            /> `,
        )}${raw(renderMetadata(context, site, metadata))}
      </head>
      <body>
        <a class="skip" href="#main">${t.skipToContent}</a>
        ${masthead(parts)} ${main} ${footer(edition, context.now())}
      </body>
    </html> `;
  return page.toString();
}

/** A heading with its rule; with somewhere to go, its name is the link, and `more` says where in words. */
export function sectionHead(parts: {
  id: string;
  title: string | Html;
  href?: string | undefined;
  more?: { text: string; href: string } | undefined;
}): Html {
  const { id, title, href, more } = parts;
  return html`<div class="head">
    <h2 id="${id}">${href === undefined ? title : html`<a href="${href}">${title}</a>`}</h2>
    ${more === undefined ? nothing : html`<a class="more" href="${more.href}">${more.text}</a>`}
  </div>`;
}
