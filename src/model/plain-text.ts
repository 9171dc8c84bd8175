import type { Block, Picture, Runs } from './block.ts';

/** The words of some runs, without marks. */
export function runsText(runs: Runs): string {
  let text = '';
  for (const run of runs) text += run.text;
  return text;
}

/**
 * All words of a body in reading order, one block a line: for search, counting and feeds' summaries. Names of related
 * stories, embeds' addresses and blocks of unknown type are not words of the story.
 */
export function bodyText(body: readonly Block[]): string {
  const lines: string[] = [];
  for (const block of body) {
    const text = blockText(block);
    if (text !== '') lines.push(text);
  }
  return lines.join('\n');
}

function blockText(block: Block): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return runsText(block.text);
    case 'list':
      return block.items.map(runsText).join('\n');
    case 'quotation':
      return [...block.paragraphs.map(runsText), block.speaker ?? '', block.role ?? '']
        .filter(Boolean)
        .join('\n');
    case 'pull-quote':
    case 'correction':
      return block.text;
    case 'image':
      return pictureText(block.picture);
    case 'gallery':
      return block.pictures.map(pictureText).filter(Boolean).join('\n');
    case 'table':
      return [block.caption ?? '', ...[block.head, ...block.rows].map((row) => row.map(runsText).join(' '))]
        .filter(Boolean)
        .join('\n');
    case 'live-entry':
      return [block.headline ?? '', bodyText(block.body)].filter(Boolean).join('\n');
    case 'embed':
      return block.title ?? '';
    case 'related':
    case 'unknown':
      return '';
  }
}

function pictureText(picture: Picture): string {
  return picture.caption ?? '';
}
