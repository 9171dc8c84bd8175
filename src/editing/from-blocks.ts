import type { JSONContent } from '@tiptap/core';
import type { Runs, StoredBlock } from '../model/block.ts';

/** The body as ProseMirror's JSON. A body without blocks gets the empty paragraph that a document must have. */
export function documentOf(body: readonly StoredBlock[]): JSONContent {
  const content = body.map(nodeOf);
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] };
}

function nodeOf(block: StoredBlock): JSONContent {
  switch (block.type) {
    case 'paragraph':
      return paragraph(block.text);
    case 'heading':
      return { type: 'heading', attrs: { level: block.level }, ...inline(block.text) };
    case 'list':
      return {
        type: block.ordered ? 'orderedList' : 'bulletList',
        content: items(block.items).map((item) => ({ type: 'listItem', content: [paragraph(item)] })),
      };
    case 'quotation':
      return {
        type: 'quotation',
        attrs: { speaker: block.speaker ?? null, role: block.role ?? null },
        content: items(block.paragraphs).map(paragraph),
      };
    case 'pull-quote':
      return {
        type: 'pullQuote',
        ...(block.text === '' ? {} : { content: [{ type: 'text', text: block.text }] }),
      };
    case 'image':
      return { type: 'image', attrs: { picture: block.picture, size: block.size } };
    case 'gallery':
      return { type: 'gallery', attrs: { pictures: block.pictures } };
    case 'table':
      return table(block);
    case 'embed':
      return {
        type: 'embed',
        attrs: { provider: block.provider, url: block.url, title: block.title ?? null },
      };
    case 'correction':
      return { type: 'correction', attrs: { at: block.at, text: block.text } };
    case 'related':
      return { type: 'related', attrs: { stories: block.stories } };
    case 'unknown':
      return { type: 'unknown', attrs: { original: block.original } };
  }
}

/** Lists and quotations of nothing: an editor needs a line to stand in. */
const items = (all: readonly Runs[]): readonly Runs[] => (all.length > 0 ? all : [[]]);

function table(block: Extract<StoredBlock, { type: 'table' }>): JSONContent {
  // Rows of a stored table may be of different lengths; an editor's may not.
  const width = Math.max(1, block.head.length, ...block.rows.map((row) => row.length));
  const row = (type: string, cells: readonly Runs[]): JSONContent => ({
    type: 'tableRow',
    content: Array.from({ length: width }, (_, i) => ({ type, content: [paragraph(cells[i] ?? [])] })),
  });
  const head = block.head.length > 0 ? [row('tableHeader', block.head)] : [];
  const rows = block.rows.map((cells) => row('tableCell', cells));
  const content = [...head, ...rows];
  return {
    type: 'table',
    attrs: { caption: block.caption ?? null },
    content: content.length > 0 ? content : [row('tableCell', [])],
  };
}

const paragraph = (text: Runs): JSONContent => ({ type: 'paragraph', ...inline(text) });

function inline(runs: Runs): Pick<JSONContent, 'content'> {
  const content = runs.flatMap((run) => {
    const marks: NonNullable<JSONContent['marks']> = [
      ...(run.href === undefined ? [] : [{ type: 'link', attrs: { href: run.href } }]),
      ...(run.strong === true ? [{ type: 'strong' }] : []),
      ...(run.em === true ? [{ type: 'em' }] : []),
      ...(run.lang === undefined ? [] : [{ type: 'language', attrs: { lang: run.lang } }]),
    ];
    return run.text
      .split('\n')
      .flatMap((text, i): JSONContent[] => [
        ...(i > 0 ? [{ type: 'lineBreak' }] : []),
        ...(text === '' ? [] : [{ type: 'text', text, ...(marks.length > 0 && { marks }) }]),
      ]);
  });
  return content.length > 0 ? { content } : {};
}
