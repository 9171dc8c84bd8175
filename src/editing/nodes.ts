import { Mark, Node } from '@tiptap/core';

/**
 * The body as the editor holds it: the closed union of `model/block.ts` as nodes of ProseMirror. No DOM is needed to use
 * them, since the server reads and seeds drafts by the same definitions; what the editor adds (views, commands, input
 * rules) it adds by extending these.
 */

/** A block without text of its own: all it has is one value, checked by its schema when the draft is saved. */
const atom = (name: string, attributes: Readonly<Record<string, unknown>>) =>
  Node.create({
    name,
    group: 'block',
    atom: true,
    draggable: true,
    addAttributes: () =>
      Object.fromEntries(
        Object.entries(attributes).map(([key, value]) => [key, { default: value, ...jsonAttribute(key) }]),
      ),
    parseHTML: () => [{ tag: `div[data-block="${name}"]` }],
    renderHTML: ({ HTMLAttributes }) => ['div', { ...HTMLAttributes, 'data-block': name }],
  });

/** Copied from one story into another, a block keeps its value in an attribute of the clipboard's HTML. */
function jsonAttribute(name: string) {
  const attribute = `data-${name}`;
  return {
    parseHTML(element: { getAttribute(name: string): string | null }): unknown {
      try {
        return JSON.parse(element.getAttribute(attribute) ?? 'null');
      } catch {
        return null;
      }
    },
    renderHTML: (values: Record<string, unknown>) => ({ [attribute]: JSON.stringify(values[name]) }),
  };
}

export const documentNode = Node.create({ name: 'doc', topNode: true, content: 'block+' });

export const textNode = Node.create({ name: 'text', group: 'inline' });

export const paragraphNode = Node.create({
  name: 'paragraph',
  priority: 1000,
  group: 'block',
  content: 'inline*',
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: ({ HTMLAttributes }) => ['p', HTMLAttributes, 0],
});

/** A new line within a paragraph. */
export const lineBreakNode = Node.create({
  name: 'lineBreak',
  group: 'inline',
  inline: true,
  selectable: false,
  linebreakReplacement: true,
  parseHTML: () => [{ tag: 'br' }],
  renderHTML: () => ['br'],
  renderText: () => '\n',
});

/** Headings inside a story are of the second and third level: the first is the headline. */
export const headingNode = Node.create({
  name: 'heading',
  group: 'block',
  content: 'inline*',
  defining: true,
  addAttributes: () => ({ level: { default: 2, rendered: false } }),
  parseHTML: () => [
    { tag: 'h1', attrs: { level: 2 } },
    { tag: 'h2', attrs: { level: 2 } },
    ...['h3', 'h4', 'h5', 'h6'].map((tag) => ({ tag, attrs: { level: 3 } })),
  ],
  renderHTML: ({ node, HTMLAttributes }) => [`h${node.attrs['level'] === 3 ? 3 : 2}`, HTMLAttributes, 0],
});

/** Somebody's words as a block of their own, with who said them. */
export const quotationNode = Node.create({
  name: 'quotation',
  group: 'block',
  content: 'paragraph+',
  defining: true,
  addAttributes: () => ({
    speaker: { default: null, ...jsonAttribute('speaker') },
    role: { default: null, ...jsonAttribute('role') },
  }),
  parseHTML: () => [{ tag: 'blockquote' }],
  renderHTML: ({ HTMLAttributes }) => ['blockquote', HTMLAttributes, 0],
});

export const pullQuoteNode = Node.create({
  name: 'pullQuote',
  group: 'block',
  content: 'text*',
  marks: '',
  defining: true,
  parseHTML: () => [{ tag: 'aside[data-block="pullQuote"]' }],
  renderHTML: ({ HTMLAttributes }) => ['aside', { ...HTMLAttributes, 'data-block': 'pullQuote' }, 0],
});

export const imageNode = atom('image', { picture: {}, size: 'full' });
export const galleryNode = atom('gallery', { pictures: [] });
export const embedNode = atom('embed', { provider: '', url: '', title: null });
export const correctionNode = atom('correction', { at: 0, text: '' });
export const relatedNode = atom('related', { stories: [] });
/** A block that this program does not know: kept as it came. */
export const unknownNode = atom('unknown', { original: null });

export const strongMark = Mark.create({
  name: 'strong',
  parseHTML: () => [{ tag: 'strong' }, { tag: 'b' }, { style: 'font-weight=bold' }],
  renderHTML: ({ HTMLAttributes }) => ['strong', HTMLAttributes, 0],
});

export const emMark = Mark.create({
  name: 'em',
  parseHTML: () => [{ tag: 'em' }, { tag: 'i' }, { style: 'font-style=italic' }],
  renderHTML: ({ HTMLAttributes }) => ['em', HTMLAttributes, 0],
});

export const linkMark = Mark.create({
  name: 'link',
  priority: 1000,
  inclusive: false,
  addAttributes: () => ({ href: { default: null } }),
  parseHTML: () => [{ tag: 'a[href]' }],
  renderHTML: ({ HTMLAttributes }) => ['a', { ...HTMLAttributes, rel: 'noopener noreferrer nofollow' }, 0],
});

/** Words of another language, for whoever reads them aloud. */
export const languageMark = Mark.create({
  name: 'language',
  addAttributes: () => ({ lang: { default: null } }),
  parseHTML: () => [{ tag: 'span[lang]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', { ...HTMLAttributes, dir: 'auto' }, 0],
});
