import { comparable, wordsOf } from '../words.ts';
import { withoutNumber } from './list-form.ts';

export interface Rows {
  /** Notes a line of the story's own. */
  add: (line: string) => void;
  /** Whether the line is built as two of those that were added, or as several others of the page. */
  have: (line: string) => boolean;
  /** Whether the line is built as the last that was added. */
  goOn: (line: string) => boolean;
}

/** So many lines of one build make a table. */
const fewest = 2;
const fewestOnPage = 3;
/** Rows of tables are short. */
const longestRow = 16;
/** «نسر طبلبة – شبيبة الشيحية»: a side of a match. */
const longestSides = 9;

/**
 * Tells the rows of a story's own tables («مدارج شرقية : 15 دينار»، «نسر طبلبة – شبيبة الشيحية / 840 متفرج») from titles of other stories:
 * they have the same marks and figures in the same order.
 * @param lines what may be a row on this page, in order.
 */
export function rowsOf(lines: readonly string[]): Rows {
  const tables = tablesOf(lines);
  const seen = new Map<string, number>();
  let last = '';
  return {
    add(line) {
      last = buildOf(line);
      if (marksOf(last) >= 2) seen.set(last, (seen.get(last) ?? 0) + 1);
    },
    have(line) {
      const build = buildOf(line);
      if (build === '') return false;
      return (seen.get(build) ?? 0) >= fewest || tables.has(line);
    },
    goOn: (line) => last.includes('0') && buildOf(line) === last,
  };
}

/** The lines that share a build with others of the page, and more than that: three marks, a sign, their first or last word. */
function tablesOf(lines: readonly string[]): Set<string> {
  const rows = lines.filter((line) => wordsOf(line).length <= longestRow);
  const tables = new Set<string>();
  for (const [build, same] of Map.groupBy(rows, buildOf)) {
    if (!build.includes('0') && marksOf(build) < 2) continue;
    if (marksOf(build) >= 3 || /[-/*(|]/.test(build)) addAll(tables, same);
    else
      for (const end of [0, -1])
        for (const [, ending] of Map.groupBy(same, (line) => wordAt(line, end))) addAll(tables, ending);
  }
  let sides: string[] = [];
  for (const line of [...lines, '']) {
    if (/^[-/*]$/.test(buildOf(line)) && wordsOf(line).length <= longestSides) sides.push(line);
    else {
      addAll(tables, sides);
      sides = [];
    }
  }
  return tables;
}

function addAll(tables: Set<string>, lines: readonly string[]): void {
  if (new Set(lines).size < fewestOnPage) return;
  for (const line of lines) tables.add(line);
}

const wordAt = (line: string, at: number): string =>
  comparable(line)
    .match(/\p{L}{2,}/gu)
    ?.at(at) ?? '';

const marksOf = (build: string): number => build.length;

/**
 * The marks and figures of a line. What titles in lists have as well does not count: their number, the time before them, a
 * count or «(فيديو)» behind them.
 */
function buildOf(line: string): string {
  const text = withoutNumber(comparable(line))
    .replace(/^\d{1,2}[:.]\d{2}(?=\D)\s*[:|–-]?/, '')
    .replace(/\s*\(\s*(?:\d+|[^()\d]*)\s*\)\s*$/u, '');
  const marks = text.match(/\d[\d.,:]*|[–—:/*()|=+-]/gu) ?? [];
  return marks.map((mark) => (/\d/.test(mark) ? '0' : mark.replace(/[–—]/u, '-'))).join('');
}
