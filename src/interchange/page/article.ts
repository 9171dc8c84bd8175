import { DomUtils, parseDocument } from 'htmlparser2';
import { endsSentence, wordsOf } from '../../arabic/reading/words.ts';
import { headlineKey } from '../../arabic/reading/headline.ts';
import type { HtmlNode } from '../html.ts';
import { readable } from './readable.ts';
import type { TidyPage } from './tidy.ts';

/** The markup of the article and the text of what was cut out of it. */
export interface FoundArticle {
  html: string;
  dropped: string[];
}

/** Names that publishing systems give to the element that holds an article's text. */
const bodyNames =
  /(?:^|[\s_-])(?:(?:article|story|post|entry|news|single|detail|details|field-name|node)[-_]*(?:main[-_]*)?(?:body|content|text|details|txt)|entry|paragraph-list|wysiwyg)(?:$|[\s_-])/i;
/** Names of what stands round a text. */
const junkNames =
  /(?:^|[\s_-])(?:related\w*|share\w*|sharing|social\w*|comments?|disqus\w*|newsletter|subscri\w*|advert\w*|ads?|adsbygoogle|banner\w*|promo\w*|sponsor\w*|breadcrumbs?|most[-_]?(?:read|viewed|popular)|popular|trending|read[-_]?(?:more|also|next)|see[-_]?also|also|tags?|keywords|sidebar|widget\w*|pagination|pager|print|toolbar|tools|author[-_]?(?:box|bio|info)|copyright|recommend\w*|outbrain|taboola|footer|menu|nav\w*|follow\w*|rating|login|popup|modal|cookies?)(?:$|[\s_-])/i;
const junkTags = new Set([
  'nav',
  'form',
  'button',
  'footer',
  'input',
  'label',
  'dialog',
  'menu',
  'header-nav',
]);

/**
 * Finds the article of a page. Two finders look: the element that says by its name or by schema.org that it
 * holds the text, and Mozilla's Readability. The first wins unless it holds clearly less; where structured
 * data carries the text as well, the one that covers it better wins, for a lost sentence is the worst fault.
 * @returns undefined where neither finds 80 letters of text.
 */
export function findArticle(page: TidyPage, articleBody: string | undefined): FoundArticle | undefined {
  const named = namedArticle(page);
  const read = readable(page);
  const readPart = read === undefined ? undefined : { root: wrap(read), size: 0 };
  if (readPart) readPart.size = textSize(readPart.root);
  const candidates = [named, readPart].filter((candidate) => candidate !== undefined && candidate.size >= 80);
  let best = candidates[0];
  const second = candidates[1];
  if (best && second) {
    if (articleBody !== undefined) {
      if (coverage(second.root, articleBody) > coverage(best.root, articleBody) + 0.05) best = second;
    } else if (best.size < second.size * 0.6) best = second;
  }
  if (!best) return undefined;
  const dropped: string[] = [];
  prune(best.root, textSize(best.root), dropped);
  return { html: DomUtils.getInnerHTML(best.root as never), dropped };
}

/** The whole body without what is certainly furniture, for pages in which no article was found. */
export function wholeBody(page: TidyPage): FoundArticle {
  const root = wrap(page.html);
  const dropped: string[] = [];
  prune(root, textSize(root), dropped);
  return { html: DomUtils.getInnerHTML(root as never), dropped };
}

/** The share of the sentences of `text` that stand in the element. */
export function coverage(root: HtmlNode, text: string): number {
  const sentences = text
    .split(/[\n.؟!]+/)
    .map(headlineKey)
    .filter((sentence) => sentence.length > 15)
    .slice(0, 300);
  if (sentences.length === 0) return 1;
  const all = headlineKey(textContent(root));
  return sentences.filter((sentence) => all.includes(sentence)).length / sentences.length;
}

export function wrap(html: string): HtmlNode {
  return parseDocument(html) as HtmlNode;
}

export function textContent(node: HtmlNode): string {
  if (node.type === 'text') return node.data ?? '';
  const parts = (node.children ?? []).map(textContent).join('');
  return /^(?:p|div|li|h[1-6]|br|td|tr|section)$/.test(node.name ?? '') ? ` ${parts} ` : parts;
}

function textSize(node: HtmlNode): number {
  return textContent(node).replace(/\s+/g, '').length;
}

function linkSize(node: HtmlNode): number {
  if (node.name === 'a') return textSize(node);
  return (node.children ?? []).reduce((sum, child) => sum + linkSize(child), 0);
}

function namesOf(node: HtmlNode): string {
  return `${node.attribs?.['class'] ?? ''} ${node.attribs?.['id'] ?? ''}`;
}

/** Elements in document order. */
export function* elements(node: HtmlNode): Generator<HtmlNode> {
  for (const child of node.children ?? []) {
    if (child.type !== 'tag') continue;
    yield child;
    yield* elements(child);
  }
}

function namedArticle(page: TidyPage): { root: HtmlNode; size: number } | undefined {
  const all = [...elements(wrap(page.html))];
  const declared = all.filter((node) => /\barticleBody\b/i.test(node.attribs?.['itemprop'] ?? ''));
  const named =
    declared.length > 0
      ? declared
      : all.filter((node) => bodyNames.test(namesOf(node)) && !junkNames.test(namesOf(node)));
  const pool = named.length > 0 ? named : all.filter((node) => node.name === 'article');
  // Text that is no link decides; pages are too large to measure every element, so only the first 60 are.
  const measured = pool
    .slice(0, 60)
    .map((node) => ({ root: node, size: textSize(node) - linkSize(node), links: linkSize(node) }))
    .filter(({ size, links }) => size >= 80 && links < size);
  const largest = measured.reduce((most, { size }) => Math.max(most, size), 0);
  // The innermost that still holds nearly everything.
  const best = measured.findLast(({ size }) => size >= largest * 0.85);
  if (!best) return undefined;
  return { root: { type: 'root', children: [best.root] }, size: best.size };
}

/** Takes furniture out of an element, in place. What holds a good part of the text, or a sentence, stays. */
function prune(node: HtmlNode, total: number, dropped: string[]): void {
  const kept: HtmlNode[] = [];
  for (const child of node.children ?? []) {
    if (child.type === 'tag' && isJunk(child, total)) {
      const text = textContent(child).replace(/\s+/g, ' ').trim();
      if (text !== '') dropped.push(text.slice(0, 300));
      continue;
    }
    kept.push(child);
  }
  node.children = kept;
  for (const child of kept) {
    if (child.type === 'tag') {
      makeFigure(child);
      prune(child, total, dropped);
    }
  }
}

function isJunk(node: HtmlNode, total: number): boolean {
  const name = node.name ?? '';
  const a = node.attribs ?? {};
  const size = textSize(node);
  const small = size < total * 0.3;
  if (junkTags.has(name)) return size < total * 0.4;
  if (a['hidden'] !== undefined || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(a['style'] ?? ''))
    return true;
  if (name === 'aside') return small;
  if (a['role'] === 'navigation' || a['role'] === 'complementary') return small;
  if (!small || !junkNames.test(namesOf(node)) || name === 'body' || name === 'article') return false;
  if (/comment|disqus|cookie|login|popup|modal/i.test(namesOf(node))) return true;
  if (linkSize(node) * 2 > size) return true;
  return !hasSentence(node);
}

function hasSentence(node: HtmlNode): boolean {
  const paragraphs = [...elements(node)].filter((inner) => inner.name === 'p');
  const texts = (paragraphs.length > 0 ? paragraphs : [node]).map((inner) => textContent(inner).trim());
  return texts.some((text) => wordsOf(text).length >= 5 && endsSentence(text));
}

/** «<div><img><p class="caption">…» becomes a figure with its caption, which is no paragraph of the body. */
function makeFigure(node: HtmlNode): void {
  if (node.name === 'figure') return;
  const inside = (node.children ?? []).filter((child) => child.type === 'tag');
  const caption = inside.find((child) => /caption/i.test(namesOf(child)));
  if (!caption || textSize(caption) > 400 || textSize(caption) < textSize(node)) return;
  if (![...elements(node)].some((inner) => inner.name === 'img')) return;
  node.name = 'figure';
  caption.name = 'figcaption';
}
