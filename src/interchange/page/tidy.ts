import { Parser } from 'htmlparser2';
import { shallow } from '../shallow.ts';

/** What a page says about itself, in its head and elsewhere. */
export interface PageFacts {
  /** `name`, `property` or `itemprop` in lower case → contents, in order. */
  meta: Map<string, string[]>;
  title: string;
  canonical: string | undefined;
  base: string | undefined;
  jsonLd: string[];
  lang: string | undefined;
}

export interface TidyPage extends PageFacts {
  /** The body's markup, balanced, without scripts, styles, comments and the like. */
  html: string;
  /** The markup ended before the page did. */
  truncated: boolean;
  elements: number;
}

/** Browsers stop at 512; articles stand at about 25. Deeper markup is made to crash parsers. */
const deepest = 200;
const skipped = new Set(
  'script style noscript template svg math object embed canvas link meta base title textarea select option'.split(
    ' ',
  ),
);
const empty = new Set('br hr img source input wbr col area track param iframe'.split(' '));
const attributes = new Set(
  'class id href src data-src data-original data-lazy-src srcset alt title width height lang dir datetime itemprop itemtype rel role content hidden style'.split(
    ' ',
  ),
);
/** An attribute longer than this is data, not an address or a name. */
const longestAttribute = 4096;

/**
 * Reads a page in one linear pass: its metadata, and its markup made small, balanced and shallow, so that the
 * parsers behind it have bounded work whatever the file holds. Nothing is loaded or run.
 */
export function tidyPage(html: string): TidyPage {
  const page: TidyPage = {
    html: '',
    truncated: false,
    elements: 0,
    meta: new Map(),
    title: '',
    canonical: undefined,
    base: undefined,
    jsonLd: [],
    lang: undefined,
  };
  const out: string[] = [];
  const open: (string | undefined)[] = [];
  let inside: { name: string; depth: number; text: string[]; keep: 'json' | 'title' | undefined } | undefined;

  const parser = new Parser(
    {
      onopentag(name, a) {
        readFacts(page, name, a);
        open.push(undefined);
        if (inside) return;
        if (skipped.has(name)) {
          const json = name === 'script' && /ld\+json/i.test(a['type'] ?? '');
          const title = name === 'title' && page.title === '';
          if (name !== 'link' && name !== 'meta' && name !== 'base' && name !== 'embed') {
            inside = {
              name,
              depth: open.length,
              text: [],
              keep: json ? 'json' : title ? 'title' : undefined,
            };
          }
          return;
        }
        page.elements++;
        if (/^(?:html|head|body)$/.test(name) || open.length > deepest) return;
        out.push(tag(name, a));
        if (!empty.has(name)) open[open.length - 1] = name;
        else if (name === 'iframe') out.push('</iframe>');
      },
      ontext(text) {
        if (inside) {
          if (inside.keep) inside.text.push(text);
        } else out.push(escape(text));
      },
      onclosetag(_name) {
        if (inside && open.length === inside.depth) {
          const text = inside.text.join('');
          if (inside.keep === 'json' && page.jsonLd.length < 20 && text.length < 2_000_000)
            page.jsonLd.push(text);
          if (inside.keep === 'title') page.title = text.replace(/\s+/g, ' ').trim();
          inside = undefined;
        }
        const name = open.pop();
        if (name !== undefined) out.push(`</${name}>`);
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.write(shallow(html));
  parser.end();
  page.html = out.join('');
  const whole = /<\/(?:html|body)\s*>\s*(?:<!--[\s\S]{0,2000}-->\s*)*(?:<script[\s\S]{0,5000})?$/i.test(
    html.slice(-8000),
  );
  page.truncated =
    /<html[\s>]/i.test(html.slice(0, 5000)) && !whole && !/<\/html\s*>/i.test(html.slice(-50_000));
  return page;
}

function readFacts(page: PageFacts, name: string, a: Record<string, string>): void {
  if (name === 'html') page.lang ??= a['lang'];
  else if (name === 'base') page.base ??= a['href'];
  else if (name === 'link' && /\bcanonical\b/i.test(a['rel'] ?? '')) page.canonical ??= a['href'];
  const key = a['property'] ?? a['name'] ?? a['itemprop'];
  const value = a['content'] ?? (name === 'time' ? a['datetime'] : undefined);
  if (key !== undefined && value !== undefined && page.meta.size < 500) push(page.meta, key, value);
  else if (name === 'time' && a['datetime'] !== undefined) push(page.meta, 'time', a['datetime']);
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const name = key.trim().toLowerCase();
  const list = map.get(name) ?? [];
  if (list.length < 50) list.push(value.trim());
  map.set(name, list);
}

function tag(name: string, a: Record<string, string>): string {
  let text = `<${name}`;
  for (const key in a) {
    const value = a[key];
    if (attributes.has(key) && value !== undefined && value.length <= longestAttribute) {
      text += ` ${key}="${escape(value).replaceAll('"', '&quot;')}"`;
    }
  }
  return `${text}>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
