import { clean } from '../../arabic/clean.ts';
import { withoutTracking } from './tracking.ts';

/**
 * What Word, Google Docs and web pages put on the clipboard, without what is theirs: comments, styles, scripts, hidden matter,
 * direction marks, pictures by their address (none is loaded from elsewhere), ways through their site, buttons for sharing, languages named by habit,
 * what links tell of their readers. What remains the editor's schema reads: it knows paragraphs, headings, lists, quotations, tables, links.
 */
export function tidied(html: string): { html: string; pictures: number } {
  const page = new DOMParser().parseFromString(withoutStyles(html), 'text/html');
  for (const junk of page.querySelectorAll(
    'script,style,meta,link,template,iframe,object,nav,form,button,[role="navigation"],[hidden],[aria-hidden="true"],[data-style*="display:none"],[data-style*="display: none"],[data-style*="mso-element:comment"],o\\:p',
  ))
    junk.remove();
  withoutSharing(page);
  // Set apart from its neighbour by the page's style only.
  for (const time of page.querySelectorAll('time')) time.before(' ');
  // Word names a language for every stretch, mostly that of its menus; one is worth keeping for words in Latin letters.
  for (const one of page.querySelectorAll('span[lang]'))
    if (/\p{Script=Arabic}/u.test(one.textContent) || !/\p{L}/u.test(one.textContent))
      one.removeAttribute('lang');
  const pictures = page.querySelectorAll('img,svg');
  // One of a point or two counts readers; nobody misses it.
  const shown = [...pictures].filter((one) => !/^[012]$/.test(one.getAttribute('width') ?? '')).length;
  for (const picture of pictures) picture.remove();
  for (const link of page.querySelectorAll('a[href]')) {
    const href = link.getAttribute('href') ?? '';
    // An address within another site leads nowhere from here, and one of a script is none.
    if (/^(https?:\/\/|mailto:|tel:)/i.test(href)) link.setAttribute('href', withoutTracking(href));
    else link.replaceWith(...link.childNodes);
  }
  // Google Docs wraps everything in a <b> of no weight.
  for (const wrap of page.querySelectorAll(
    'b[id^="docs-internal-guid"], b[data-style*="font-weight:normal"]',
  ))
    wrap.replaceWith(...wrap.childNodes);
  for (const [tag, says] of emphasised)
    for (const one of page.querySelectorAll<HTMLElement>('span[data-style]')) {
      if (
        !says.test(one.dataset['style'] ?? '') ||
        one.closest('h1,h2,h3,h4,h5,h6,th,b,strong,i,em') !== null
      )
        continue;
      const mark = page.createElement(tag);
      mark.append(...one.childNodes);
      one.append(mark);
    }
  const texts = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    const text = node.nodeValue ?? '';
    // The ends are kept: a space between two words may stand at the edge of a bold one.
    const [start = '', end = ''] = [/^\s/.exec(text)?.[0], /\s$/.exec(text)?.[0]];
    const inner = clean(text.replaceAll(/\s+/g, ' '));
    node.nodeValue = inner === '' ? (text === '' ? '' : ' ') : `${start && ' '}${inner}${end && ' '}`;
  }
  return { html: page.body.innerHTML, pictures: shown };
}

/** Where readers of another page may send it on: by what its links do, and by what its blocks are called. */
const sharing =
  /^(mailto:\?|https?:\/\/(www\.)?(facebook\.com\/(sharer|dialog)|(twitter|x)\.com\/(intent|share)|(wa\.me|api\.whatsapp\.com)\/|t\.me\/share|telegram\.me\/share|linkedin\.com\/(share|cws)|pinterest\.com\/pin\/create|reddit\.com\/submit))|^whatsapp:/i;
const calledSharing = /(^|[\s_-])(share|sharing|social)([\s_-]|$)/i;
/** A block of more letters than this says something, whatever it is called. */
const longestSharing = 200;

function withoutSharing(page: Document): void {
  for (const block of page.querySelectorAll('[class],[id]'))
    if (
      calledSharing.test(`${block.className} ${block.id}`) &&
      block.textContent.trim().length <= longestSharing
    )
      block.remove();
  for (const link of page.querySelectorAll('a[href]'))
    if (sharing.test(link.getAttribute('href') ?? '')) {
      const item = link.closest('li');
      link.remove();
      if (item?.textContent.trim() === '') item.remove();
    }
  for (const list of page.querySelectorAll('ul,ol')) if (list.children.length === 0) list.remove();
}

/** Google Docs says with a style what others say with an element. */
const emphasised = [
  ['strong', /font-weight:\s*(bold|[6-9]00)/],
  ['em', /font-style:\s*italic/],
] as const;

/** Styles are not applied, which the page's policy would refuse aloud: they are read, and left out. */
const withoutStyles = (html: string) =>
  html
    .replaceAll(/<style\b[\s\S]*?<\/style>/gi, '')
    .replaceAll(/<[^<>]*>/g, (tag) => tag.replaceAll(/(\s)style(\s*=)/gi, '$1data-style$2'));
