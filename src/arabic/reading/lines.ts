import { wordsOf } from './words.ts';

/** A line of pasted text and whether an empty line stood before it. */
export interface Line {
  text: string;
  afterGap: boolean;
}

/** A wire's line is rarely wider; longer lines are paragraphs that no one wrapped. */
const widestWrap = 120;

/**
 * Cuts text into trimmed lines and joins those that were wrapped by hand: a wire text of 70 columns has its
 * paragraphs between empty lines, and each break stands where the next word would not have fitted (the
 * greedy line breaking of plain-text mail and teleprinters). Text with a paragraph on each line stays so.
 */
export function toLines(text: string): Line[] {
  const blocks = text
    .replace(/\r\n?|\u2028|\u2029|\u0085|\v|\f/g, '\n')
    .split(/\n[^\S\n]*(?:\n[^\S\n]*)+/)
    .map((block) =>
      block
        .split('\n')
        .map((line) => line.replace(/^[\s\u00a0\u200b-\u200f\ufeff]+|[\s\u00a0\u200b-\u200f\ufeff]+$/g, ''))
        .filter((line) => line !== ''),
    )
    .filter((block) => block.length > 0);
  const wrapped = isWrapped(blocks);
  const lines: Line[] = [];
  for (const block of blocks) {
    const joined =
      wrapped && block.length > 1 && breaksFit(block, widthOf(blocks)) ? [block.join(' ')] : block;
    joined.forEach((line, i) => lines.push({ text: line, afterGap: i === 0 }));
  }
  return lines;
}

function widthOf(blocks: readonly (readonly string[])[]): number {
  return blocks.reduce((widest, block) => block.reduce((w, line) => Math.max(w, line.length), widest), 0);
}

/** Whether every break of the block stands where the next word would have passed the width. */
function breaksFit(block: readonly string[], width: number): boolean {
  return block.every((line, i) => {
    const next = block[i + 1];
    if (next === undefined) return true;
    const word = /^\S+/.exec(next)?.[0] ?? '';
    return line.length + 1 + word.length > width - 3;
  });
}

function isWrapped(blocks: readonly (readonly string[])[]): boolean {
  const width = widthOf(blocks);
  if (width > widestWrap || width < 40) return false;
  const many = blocks.filter((block) => block.length > 1);
  const fitting = many.filter((block) => breaksFit(block, width));
  const breaks = fitting.reduce((sum, block) => sum + block.length - 1, 0);
  return (
    breaks >= 3 &&
    fitting.length * 2 >= many.length &&
    fitting.some((block) => wordsOf(block.join(' ')).length > 15)
  );
}
