import type { Run, StoredBlock } from '../../model/block.ts';

/** Runs as they are typed: `**strong**`, `[text](address)`. */
const marked = /\*\*([^*\n]+)\*\*|\[([^\][\n]+)\]\(([^()\s]+)\)/g;
/** As `model/block.ts` has it; what leads anywhere else stays as it was typed. */
const safeAddress = /^(https?:\/\/|mailto:|tel:|\/(?!\/)|#)/i;

/**
 * A text of paragraphs, headings and lists as lines to type in; undefined where it holds what lines cannot say
 * (pictures, tables, marks beyond these), so that nothing of it is ever lost by saving.
 */
export function toLines(blocks: readonly StoredBlock[]): string | undefined {
  const text = blocks.map(linesOf).join('\n\n');
  return same(fromLines(text), blocks) ? text : undefined;
}

/** The blocks that lines say; empty lines part them. */
export function fromLines(text: string): StoredBlock[] {
  return text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part): StoredBlock => {
      const [, marks, heading] = /^(##?)\s+(.+)$/.exec(part) ?? [];
      if (heading !== undefined)
        return { type: 'heading', level: marks === '##' ? 3 : 2, text: runsOf(heading) };
      const lines = part.split('\n').map((line) => line.trim());
      if (lines.every((line) => /^- \S/.test(line)))
        return { type: 'list', ordered: false, items: lines.map((line) => runsOf(line.slice(2).trim())) };
      return { type: 'paragraph', text: runsOf(lines.join(' ')) };
    });
}

function linesOf(block: StoredBlock): string {
  if (block.type === 'heading') return `${block.level === 2 ? '#' : '##'} ${block.text.map(typed).join('')}`;
  if (block.type === 'list') return block.items.map((item) => `- ${item.map(typed).join('')}`).join('\n');
  return block.type === 'paragraph' ? block.text.map(typed).join('') : '';
}

function typed({ text, strong, href }: Run): string {
  if (href !== undefined) return `[${text}](${href})`;
  return strong === true ? `**${text}**` : text;
}

function runsOf(line: string): Run[] {
  const runs: Run[] = [];
  let from = 0;
  for (const found of line.matchAll(marked)) {
    const [all, strong, text = '', href = ''] = found;
    if (strong === undefined && !safeAddress.test(href)) continue;
    if (found.index > from) runs.push({ text: line.slice(from, found.index) });
    runs.push(strong === undefined ? { text, href } : { text: strong, strong: true });
    from = found.index + all.length;
  }
  if (from < line.length) runs.push({ text: line.slice(from) });
  return runs;
}

/** By what is there, whatever the order of the names. */
function same(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const [one, other] = [a, b].map((value) => Object.entries(value).filter(([, part]) => part !== undefined));
  return (
    one?.length === other?.length &&
    (one ?? []).every(([name, part]) => same(part, (b as Record<string, unknown>)[name]))
  );
}
