import type { Block, Picture, Runs } from '../../model/block.ts';
import type { Media } from '../../model/site.ts';
import type { Edition } from '../components/edition.ts';
import { sharedPicture } from '../components/shared-picture.ts';
import { element, fragment, type Xml } from './xml.ts';

/** What the blocks of a feed's item need from around them. */
export interface ContentContext {
  baseUrl: string;
  edition: Pick<Edition, 't' | 'clock'>;
  media: ReadonlyMap<string, Media>;
  /** Cards of stories that the body points to. */
  linked: ReadonlyMap<number, { headline: string; path: string }>;
}

/**
 * A body as a feed carries it: plain semantic HTML that is also well-formed XML, absolute addresses, no scripts, no
 * classes, no frames; an embed is a link to where it lives, an imported picture that we do not hold is left out.
 */
export function contentHtml(blocks: readonly Block[], context: ContentContext): string {
  return blocks.map((block) => blockHtml(block, context)?.xml ?? '').join('\n');
}

function blockHtml(block: Block, context: ContentContext): Xml | undefined {
  switch (block.type) {
    case 'paragraph':
      return element('p', {}, inline(block.text, context));
    case 'heading':
      return element(`h${block.level}`, {}, inline(block.text, context));
    case 'list':
      return element(
        block.ordered ? 'ol' : 'ul',
        {},
        block.items.map((item) => element('li', {}, inline(item, context))),
      );
    case 'quotation':
      return element('blockquote', {}, [
        ...block.paragraphs.map((text) => element('p', {}, inline(text, context))),
        block.speaker === undefined
          ? undefined
          : element('footer', {}, [[block.speaker, block.role].filter(Boolean).join('، ')]),
      ]);
    case 'pull-quote':
      return element('blockquote', {}, [element('p', {}, [block.text])]);
    case 'image':
      return figure(block.picture, context);
    case 'gallery': {
      const figures = block.pictures.map((picture) => figure(picture, context));
      return figures.some(Boolean) ? element('div', {}, figures) : undefined;
    }
    case 'table':
      return tableHtml(block, context);
    case 'embed':
      return element('p', {}, [element('a', { href: block.url }, [block.title ?? block.provider])]);
    case 'correction':
      return element('p', {}, [element('strong', {}, [context.edition.t.correction]), `: ${block.text}`]);
    case 'related': {
      const links = block.stories.flatMap((id) => {
        const story = context.linked.get(id);
        return story === undefined
          ? []
          : [
              element('li', {}, [
                element('a', { href: `${context.baseUrl}${story.path}` }, [story.headline]),
              ]),
            ];
      });
      return links.length === 0 ? undefined : element('ul', {}, links);
    }
    case 'live-entry':
      return element('section', {}, [
        element('h3', {}, [
          element('time', { datetime: new Date(block.at).toISOString() }, [
            [context.edition.clock(block.at), block.headline].filter(Boolean).join(' '),
          ]),
        ]),
        ...block.body.map((inner) => blockHtml(inner, context)),
      ]);
    case 'unknown':
      return undefined;
    default:
      return block satisfies never;
  }
}

function inline(runs: Runs, context: ContentContext): Xml[] {
  return runs.map((run) => {
    let piece =
      run.lang === undefined
        ? fragment([run.text])
        : element('span', { lang: run.lang, dir: 'auto' }, [run.text]);
    if (run.em === true) piece = element('em', {}, [piece]);
    if (run.strong === true) piece = element('strong', {}, [piece]);
    const href = absoluteHref(run.href, context.baseUrl);
    return href === undefined ? piece : element('a', { href }, [piece]);
  });
}

/** A feed is read away from the site: paths become absolute, and a place within the page («#x») leads nowhere. */
function absoluteHref(href: string | undefined, baseUrl: string): string | undefined {
  if (href === undefined || href.startsWith('#')) return undefined;
  return href.startsWith('/') ? `${baseUrl}${href}` : href;
}

function figure(picture: Picture, context: ContentContext): Xml | undefined {
  const media = picture.media === undefined ? undefined : context.media.get(picture.media);
  if (media === undefined) return undefined;
  const { url, width, height } = sharedPicture(context.baseUrl, media);
  const caption = [picture.caption ?? media.caption, picture.credit ?? media.credit].filter(Boolean);
  return element('figure', {}, [
    element('img', {
      src: url,
      width,
      height,
      alt: picture.alt ?? media.alt,
    }),
    caption.length === 0 ? undefined : element('figcaption', {}, [caption.join(' ')]),
  ]);
}

function tableHtml(block: Extract<Block, { type: 'table' }>, context: ContentContext): Xml {
  const row = (cells: readonly Runs[], cell: 'th' | 'td') =>
    element(
      'tr',
      {},
      cells.map((runs) => element(cell, {}, inline(runs, context))),
    );
  return element('table', {}, [
    block.caption === undefined ? undefined : element('caption', {}, [block.caption]),
    block.head.length === 0 ? undefined : element('thead', {}, [row(block.head, 'th')]),
    element(
      'tbody',
      {},
      block.rows.map((cells) => row(cells, 'td')),
    ),
  ]);
}
