import type { JSONContent } from '@tiptap/core';
import { type Run, type Runs, type StoredBlock, storedBlock } from '../model/block.ts';

/**
 * The body of a draft as blocks. Empty paragraphs at the end are left out, those between others too: they are an
 * editor's, not a reader's. What no schema accepts (a draft may hold anything that an editor sent) becomes an `unknown`
 * block, which keeps it and shows nothing.
 */
export function blocksOf(document: JSONContent): StoredBlock[] {
  return (document.content ?? []).flatMap((node): StoredBlock[] => {
    const block = blockOf(node);
    if (block === undefined) return [];
    const parsed = storedBlock.safeParse(block);
    return [parsed.success ? parsed.data : { type: 'unknown', original: node }];
  });
}

/** Undefined for what says nothing. The result is yet to be checked. */
function blockOf(node: JSONContent): object | undefined {
  const attrs: Readonly<Record<string, unknown>> = node.attrs ?? {};
  switch (node.type) {
    case 'paragraph': {
      const text = runsOf(node);
      return text.length === 0 ? undefined : { type: 'paragraph', text };
    }
    case 'heading': {
      const text = runsOf(node);
      return text.length === 0 ? undefined : { type: 'heading', level: attrs['level'], text };
    }
    case 'bulletList':
    case 'orderedList': {
      const items = (node.content ?? []).map((item) => joined(item)).filter((item) => item.length > 0);
      return items.length === 0 ? undefined : { type: 'list', ordered: node.type === 'orderedList', items };
    }
    case 'quotation': {
      const paragraphs = (node.content ?? []).map(runsOf).filter((text) => text.length > 0);
      if (paragraphs.length === 0) return undefined;
      return { type: 'quotation', paragraphs, ...given(attrs, 'speaker', 'role') };
    }
    case 'pullQuote': {
      const text = (node.content ?? []).map((child) => child.text ?? '').join('');
      return text === '' ? undefined : { type: 'pull-quote', text };
    }
    case 'image':
      return { type: 'image', picture: attrs['picture'], size: attrs['size'] };
    case 'gallery':
      return { type: 'gallery', pictures: attrs['pictures'] };
    case 'table':
      return tableOf(node, attrs);
    case 'embed':
      return { type: 'embed', provider: attrs['provider'], url: attrs['url'], ...given(attrs, 'title') };
    case 'correction':
      return { type: 'correction', at: attrs['at'], text: attrs['text'] };
    case 'related':
      return { type: 'related', stories: attrs['stories'] };
    case 'unknown':
      return { type: 'unknown', original: attrs['original'] };
    default:
      return { type: 'unknown', original: node };
  }
}

/** Those of the attributes that are there and not empty. */
function given(attrs: Readonly<Record<string, unknown>>, ...names: string[]): Record<string, unknown> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = attrs[name];
      return value === null || value === undefined || value === '' ? [] : [[name, value]];
    }),
  );
}

function tableOf(node: JSONContent, attrs: Readonly<Record<string, unknown>>): object | undefined {
  const rows = node.content ?? [];
  const cells = (row: JSONContent) => (row.content ?? []).map((cell) => joined(cell));
  const [first, ...rest] = rows;
  if (first === undefined) return undefined;
  const headed =
    (first.content ?? []).length > 0 && first.content?.every(({ type }) => type === 'tableHeader');
  const head = headed === true ? cells(first) : [];
  const body = (headed === true ? rest : rows).map(cells);
  if ([...head, ...body.flat()].every((cell) => cell.length === 0)) return undefined;
  return { type: 'table', head, rows: body, ...given(attrs, 'caption') };
}

/** The text of an item or a cell, whose paragraphs (there is one, unless something was pasted) become lines. */
function joined(node: JSONContent): Runs {
  const [first = [], ...rest] = (node.content ?? []).map((paragraph) => paragraph.content ?? []);
  return merged([...first, ...rest.flatMap((line) => [{ type: 'lineBreak' }, ...line])]);
}

const runsOf = (node: JSONContent): Runs => merged(node.content ?? []);

/** Neighbours with the same marks are one run. A new line has no marks of its own: it begins the run after it. */
function merged(nodes: readonly JSONContent[]): Runs {
  const runs: Run[] = [];
  let lines = '';
  for (const node of nodes) {
    if (node.type === 'lineBreak') {
      lines += '\n';
      continue;
    }
    const next = runOf(node);
    if (next.text === '') continue;
    next.text = lines + next.text;
    lines = '';
    const last = runs.at(-1);
    if (last !== undefined && sameMarks(last, next)) last.text += next.text;
    else runs.push(next);
  }
  // New lines after everything are an editor's.
  return runs;
}

function runOf({ text = '', marks = [] }: JSONContent): Run {
  const run: Run = { text };
  for (const { type, attrs } of marks) {
    if (type === 'strong') run.strong = true;
    if (type === 'em') run.em = true;
    if (type === 'link' && typeof attrs?.['href'] === 'string') run.href = attrs['href'];
    if (type === 'language' && typeof attrs?.['lang'] === 'string') run.lang = attrs['lang'];
  }
  return run;
}

const sameMarks = (a: Run, b: Run) =>
  a.strong === b.strong && a.em === b.em && a.href === b.href && a.lang === b.lang;
