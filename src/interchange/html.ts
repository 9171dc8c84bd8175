import { parseDocument } from 'htmlparser2';
import sanitize from 'sanitize-html';
import type { Picture, Run, Runs, StoredBlock } from '../model/block.ts';
import { clean } from '../arabic/clean.ts';
import { shallow } from './shallow.ts';
import { textOf, tidyRuns } from './runs.ts';

/** The part of htmlparser2's tree that is read here. */
export interface HtmlNode {
  type: string;
  name?: string;
  data?: string;
  attribs?: Record<string, string>;
  children?: HtmlNode[];
}

/** As deep as any real article is, and far from any stack's end. */
const deepest = 120;
/** `model/block.ts` allows 5,000 blocks; a page with more is not a story. */
const mostBlocks = 5000;

const blockTags =
  'p div section article header footer main h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote cite pre hr table caption thead tbody tfoot tr th td figure figcaption img picture iframe video audio br'.split(
    ' ',
  );
const inlineTags = 'a b strong i em span bdi bdo q small sub sup u mark time abbr font center'.split(' ');

const policy: sanitize.IOptions = {
  allowedTags: [...blockTags, ...inlineTags],
  allowedAttributes: {
    a: ['href'],
    img: ['src', 'data-src', 'data-original', 'data-lazy-src', 'srcset', 'alt', 'title', 'width', 'height'],
    iframe: ['src', 'data-src', 'title'],
    video: ['src'],
    audio: ['src'],
    ol: ['start'],
    '*': ['lang'],
  },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedSchemesAppliedToAttributes: ['href', 'src', 'data-src', 'data-original', 'data-lazy-src', 'srcset'],
  allowProtocolRelative: false,
  nonTextTags: [
    'script',
    'style',
    'textarea',
    'option',
    'noscript',
    'template',
    'svg',
    'math',
    'object',
    'button',
  ],
  nestingLimit: deepest,
};

/**
 * Turns HTML from outside into blocks of a body. The HTML is sanitised first (sanitize-html, an allow list made
 * of the block schema: no script, style, event handler, `javascript:` or `data:` address survives), then parsed
 * and read into the closed union of blocks: bold, links and languages stay as runs, https frames become embed
 * cards, pictures become references. Time is linear in the input; deep nesting is flattened.
 *
 * @returns the blocks and the names of what was left out («script», «form»…), each once.
 */
export function htmlToBlocks(html: string): { blocks: StoredBlock[]; dropped: string[] } {
  const dropped = new Set<string>();
  const allowed = new Set([...blockTags, ...inlineTags, 'html', 'head', 'body', 'source', 'wbr']);
  const safe = sanitize(shallow(html), {
    ...policy,
    onOpenTag: (name) => {
      if (!allowed.has(name)) dropped.add(name);
    },
  });
  const reader = new BlockReader(dropped);
  reader.children(parseDocument(safe) as HtmlNode, {});
  reader.endParagraph();
  return { blocks: reader.blocks, dropped: [...dropped] };
}

/** A body of plain text: a paragraph for each line that is not empty. Does not touch an HTML parser. */
export function textToBlocks(text: string): StoredBlock[] {
  const blocks: StoredBlock[] = [];
  for (const line of clean(text).split('\n')) {
    if (line === '') continue;
    if (blocks.length === mostBlocks) break;
    blocks.push({ type: 'paragraph', text: [{ text: line.slice(0, 100_000) }] });
  }
  return blocks;
}

type Marks = Omit<Run, 'text'>;

/** Walks the sanitised tree once, collecting inline text until a block begins or ends. */
class BlockReader {
  readonly blocks: StoredBlock[] = [];
  readonly #dropped: Set<string>;
  #runs: Run[] = [];
  #waiting: StoredBlock[] = [];

  constructor(dropped: Set<string>) {
    this.#dropped = dropped;
  }

  children(node: HtmlNode, marks: Marks): void {
    for (const child of node.children ?? []) this.#node(child, marks);
  }

  endParagraph(): void {
    const text = tidyRuns(this.#runs);
    this.#runs = [];
    if (text.length > 0) this.#push({ type: 'paragraph', text });
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const block of waiting) this.#push(block);
  }

  #push(block: StoredBlock): void {
    if (this.blocks.length < mostBlocks) this.blocks.push(block);
    else this.#dropped.add('more than 5,000 blocks');
  }

  #node(node: HtmlNode, marks: Marks): void {
    if (node.type === 'text') {
      if (node.data !== undefined && node.data !== '') this.#runs.push({ ...marks, text: node.data });
      return;
    }
    const name = node.name ?? '';
    const own = withLanguage(node, marks);
    switch (name) {
      case 'b':
      case 'strong':
        return this.children(node, { ...own, strong: true });
      case 'i':
      case 'em':
        return this.children(node, { ...own, em: true });
      case 'a': {
        const href = safeHref(node.attribs?.['href']);
        return this.children(node, href === undefined ? own : { ...own, href });
      }
      case 'br':
        return this.endParagraph();
      case 'img':
        return this.#image(node);
      case 'iframe':
      case 'video':
      case 'audio':
        return this.#embed(node);
      default:
    }
    if (inlineTags.includes(name) || name === 'picture') return this.children(node, own);
    this.endParagraph();
    this.#block(name, node, own);
    this.endParagraph();
  }

  #block(name: string, node: HtmlNode, marks: Marks): void {
    if (/^h[1-6]$/.test(name)) {
      const { text, others } = inlineOf(node, marks);
      if (text.length > 0) this.#push({ type: 'heading', level: name <= 'h2' ? 2 : 3, text });
      return others.forEach((other) => this.#push(other));
    }
    if (name === 'ul' || name === 'ol') return this.#list(node, name === 'ol', marks);
    if (name === 'blockquote') return this.#quotation(node, marks);
    if (name === 'figure') return this.#figure(node, marks);
    if (name === 'table') return this.#table(node, marks);
    this.children(node, marks);
  }

  #list(node: HtmlNode, ordered: boolean, marks: Marks): void {
    const items: Runs[] = [];
    const others: StoredBlock[] = [];
    for (const entry of (node.children ?? []).filter((child) => child.type === 'tag')) {
      const nested = (entry.children ?? []).filter((child) => child.name === 'ul' || child.name === 'ol');
      const own = { ...entry, children: (entry.children ?? []).filter((child) => !nested.includes(child)) };
      const inline = inlineOf(own, marks);
      if (inline.text.length > 0 && items.length < 1000) items.push(inline.text);
      others.push(...inline.others);
      for (const inner of nested) {
        const { blocks } = sub({ type: 'root', children: [inner] }, marks, this.#dropped);
        for (const block of blocks) if (block.type === 'list') items.push(...block.items);
      }
    }
    if (items.length > 0) this.#push({ type: 'list', ordered, items: items.slice(0, 1000) });
    others.forEach((other) => this.#push(other));
  }

  #quotation(node: HtmlNode, marks: Marks): void {
    const isSource = (child: HtmlNode): boolean => child.name === 'cite' || child.name === 'footer';
    const source = (node.children ?? []).filter(isSource);
    const { blocks } = sub(
      { ...node, name: 'div', children: (node.children ?? []).filter((child) => !isSource(child)) },
      marks,
      this.#dropped,
    );
    const paragraphs = blocks.flatMap((block) => (block.type === 'paragraph' ? [block.text] : []));
    const speaker = clean(source.map((child) => textOf(inlineOf(child, {}).text)).join(' ')).replace(
      /^[-–—ـ\s]+/,
      '',
    );
    if (paragraphs.length > 0) {
      const quotation: StoredBlock = { type: 'quotation', paragraphs: paragraphs.slice(0, 100) };
      this.#push(speaker === '' ? quotation : { ...quotation, speaker: speaker.slice(0, 200) });
    } else if (speaker !== '') this.#push({ type: 'paragraph', text: [{ text: speaker }] });
    blocks.filter((block) => block.type !== 'paragraph').forEach((block) => this.#push(block));
  }

  #figure(node: HtmlNode, marks: Marks): void {
    const captions = (node.children ?? []).filter((child) => child.name === 'figcaption');
    const rest = { ...node, children: (node.children ?? []).filter((child) => !captions.includes(child)) };
    const { blocks } = sub({ ...rest, name: 'div' }, marks, this.#dropped);
    const caption = clean(captions.map((child) => textOf(inlineOf(child, {}).text)).join(' ')).slice(0, 2000);
    const image = blocks.find((block) => block.type === 'image');
    if (image?.type === 'image' && caption !== '') image.picture = { ...image.picture, caption };
    else if (caption !== '') blocks.push({ type: 'paragraph', text: [{ text: caption }] });
    blocks.forEach((block) => this.#push(block));
  }

  #table(node: HtmlNode, marks: Marks): void {
    const rows = rowsOf(node);
    const cells = rows.map((row) =>
      (row.children ?? []).filter((cell) => cell.name === 'td' || cell.name === 'th'),
    );
    const widest = cells.reduce((most, row) => Math.max(most, row.length), 0);
    const layout = cells.some((row) => row.some((cell) => holdsBlocks(cell)));
    // Old pages lay their text out in tables: one column, or cells that hold paragraphs.
    if (widest < 2 || layout) {
      for (const row of cells) {
        for (const cell of row) {
          this.endParagraph();
          this.children(cell, marks);
          this.endParagraph();
        }
      }
      return;
    }
    const texts = cells.map((row) => row.slice(0, 50).map((cell) => inlineOf(cell, marks).text));
    const headed = (cells[0] ?? []).every((cell) => cell.name === 'th');
    const title = (node.children ?? []).find((child) => child.name === 'caption');
    const caption = title ? clean(textOf(inlineOf(title, {}).text)).slice(0, 500) : '';
    this.#push({
      type: 'table',
      ...(caption === '' ? {} : { caption }),
      head: headed ? (texts[0] ?? []) : [],
      rows: (headed ? texts.slice(1) : texts).slice(0, 2000),
    });
  }

  #image(node: HtmlNode): void {
    const picture = pictureOf(node);
    if (picture) this.#waiting.push({ type: 'image', picture, size: 'full' });
  }

  #embed(node: HtmlNode): void {
    const url = node.attribs?.['src'] ?? node.attribs?.['data-src'] ?? '';
    const block = embedOf(url, node.attribs?.['title']);
    if (block) this.#waiting.push(block);
    else if (url !== '') this.#dropped.add(node.name ?? 'iframe');
  }
}

/** The blocks within one element. */
function sub(node: HtmlNode, marks: Marks, dropped: Set<string>): { blocks: StoredBlock[] } {
  const reader = new BlockReader(dropped);
  reader.children(node, marks);
  reader.endParagraph();
  return { blocks: reader.blocks };
}

/** The text of an element in one line, with the pictures and embeds that stood in it. */
function inlineOf(node: HtmlNode, marks: Marks): { text: Runs; others: StoredBlock[] } {
  const { blocks } = sub(node, marks, new Set());
  const runs: Run[] = [];
  const others: StoredBlock[] = [];
  for (const block of blocks) {
    const texts =
      block.type === 'paragraph' || block.type === 'heading'
        ? [block.text]
        : block.type === 'quotation'
          ? block.paragraphs
          : block.type === 'list'
            ? block.items
            : undefined;
    if (texts === undefined) others.push(block);
    for (const text of texts ?? []) runs.push(...(runs.length > 0 ? [{ text: ' ' }] : []), ...text);
  }
  return { text: tidyRuns(runs), others };
}

function rowsOf(table: HtmlNode): HtmlNode[] {
  return (table.children ?? []).flatMap((child) =>
    child.name === 'tr' ? [child] : /^t(?:head|body|foot)$/.test(child.name ?? '') ? rowsOf(child) : [],
  );
}

function holdsBlocks(cell: HtmlNode): boolean {
  const inside = (cell.children ?? []).filter((child) =>
    /^(?:p|div|table|ul|ol|h[1-6]|figure|blockquote|br)$/.test(child.name ?? ''),
  );
  return inside.length > 1 || inside.some((child) => child.name === 'table');
}

function withLanguage(node: HtmlNode, marks: Marks): Marks {
  const lang = node.attribs?.['lang']?.trim();
  return lang !== undefined && /^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/i.test(lang) && !/^ar(?:-|$)/i.test(lang)
    ? { ...marks, lang: lang.slice(0, 35) }
    : marks;
}

function safeHref(href: string | undefined): string | undefined {
  const url = href?.trim();
  return url !== undefined && url.length <= 2048 && /^(?:https?:\/\/|mailto:|tel:|\/(?!\/)|#)/i.test(url)
    ? url
    : undefined;
}

/** A picture's address and description; undefined for data addresses and counting pixels. */
function pictureOf(node: HtmlNode): Picture | undefined {
  const a = node.attribs ?? {};
  const candidates = [a['data-src'], a['data-original'], a['data-lazy-src'], a['src'], largest(a['srcset'])];
  const url = candidates
    .map((src) => src?.trim())
    .find((src) => src !== undefined && src !== '' && !/^[a-z][a-z0-9+.-]*:(?!\/\/)/i.test(src));
  const tiny = [a['width'], a['height']].some(
    (size) => size !== undefined && /^[0-2](?:px)?$/.test(size.trim()),
  );
  if (url === undefined || url.length > 2048 || tiny) return undefined;
  const alt = clean(a['alt'] ?? '').slice(0, 1000);
  return alt === '' ? { url } : { url, alt };
}

function largest(srcset: string | undefined): string | undefined {
  const choices = (srcset ?? '').split(/,\s+/).map((choice) => choice.trim().split(/\s+/));
  return choices.toSorted((x, y) => parseFloat(y[1] ?? '0') - parseFloat(x[1] ?? '0'))[0]?.[0];
}

/** A card for what another site holds; undefined where the address is not https. */
function embedOf(address: string, title: string | undefined): StoredBlock | undefined {
  const url = address.startsWith('//') ? `https:${address}` : address;
  if (!/^https:\/\//i.test(url) || url.length > 2048 || !URL.canParse(url)) return undefined;
  const provider = new URL(url).hostname.replace(/^www\./, '').slice(0, 100);
  const name = clean(title ?? '').slice(0, 500);
  return name === '' ? { type: 'embed', provider, url } : { type: 'embed', provider, url, title: name };
}
