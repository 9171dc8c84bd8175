import { directionMarkPlaces, guillemetPlaces, latinMarks, tatweelPlaces } from '../typography.ts';
import type { Finding } from './finding.ts';

type Plain = Finding['rule'] & Finding['message'];
const finding = (
  rule: Plain,
  start: number,
  end: number,
  suggestions: readonly string[],
  certain: boolean,
): Finding => ({
  rule,
  start,
  end,
  certain,
  suggestions,
  message: rule,
  params: {},
});

/** Latin punctuation in Arabic: «قال, ثم». */
export function latinMarkFindings(text: string): Finding[] {
  return latinMarks(text).map(({ start, end, mark }) => {
    // «&nbsp;» left over from a page is no semicolon.
    const entity = text.charAt(start) === ';' && /&\w{2,8}$/.test(text.slice(Math.max(0, start - 9), start));
    return finding('latin-mark', start, end, [mark], !entity);
  });
}

const REPEATED = /([،؛؟!?:])\1+|(?<!\.)\.{2,}|…{2,}|؟!{2,}|!؟{2,}/g;

/** «!!», «،،», «..»: one is enough; three points are an ellipsis. */
export function repeatedMarks(text: string): Finding[] {
  const found: Finding[] = [];
  for (const match of text.matchAll(REPEATED)) {
    const marks = match[0];
    const end = match.index + marks.length;
    if (marks === '...') continue;
    if (marks === '::' && /[\w/]/.test(text.charAt(end))) continue;
    if (marks.startsWith('.') || marks.startsWith('…')) {
      // A row of points is a line to fill in or an ellipsis.
      found.push(finding('repeated-mark', match.index, end, marks === '..' ? ['.', '…'] : ['…'], false));
    } else {
      found.push(finding('repeated-mark', match.index, end, [marks.charAt(0)], /^[،؛:]/.test(marks)));
    }
  }
  return found;
}

/** Other quotation marks than the house's. */
export function quotationMarks(text: string): Finding[] {
  return guillemetPlaces(text).map(({ start, end, mark }) =>
    finding('quotation-marks', start, end, [mark], true),
  );
}

const CLOSES: Readonly<Record<string, string>> = { '(': ')', '[': ']', '«': '»', '“': '”' };
const PAIRED = /[()[\]«»“”"\n]/g;

/** Brackets and quotation marks without a partner in their paragraph. */
export function unbalanced(text: string): Finding[] {
  const found: Finding[] = [];
  let open: [mark: string, at: number][] = [];
  let straight = -1;
  const lone = (at: number, certain: boolean) => found.push(finding('unbalanced', at, at + 1, [], certain));
  const endLine = () => {
    for (const [mark, at] of open) lone(at, mark === '(' || mark === '[');
    if (straight >= 0) lone(straight, false);
    open = [];
    straight = -1;
  };
  for (const match of text.matchAll(PAIRED)) {
    const mark = match[0];
    const at = match.index;
    if (mark === '\n') endLine();
    else if (mark === '"') {
      // Inches and seconds: «40"».
      if (straight < 0 && /\d/.test(text.charAt(at - 1)) && !/\S/.test(text.charAt(at + 1))) continue;
      straight = straight < 0 ? at : -1;
    } else if (CLOSES[mark] !== undefined) {
      // A paragraph with a thousand brackets is no prose: the oldest are forgotten.
      if (open.length > 200) open.shift();
      open.push([mark, at]);
    } else {
      const last = open.at(-1);
      if (last && CLOSES[last[0]] === mark) open.pop();
      else if (
        mark === ')' &&
        /(?:^|[\s(])[\p{L}\p{N}]{1,2}$|[:;=]-?$/u.test(text.slice(Math.max(0, at - 5), at))
      )
        continue;
      else lone(at, mark === ')' || mark === ']');
    }
  }
  endLine();
  return found.sort((a, b) => a.start - b.start);
}

/** Tatweel inside words, and marks of direction. */
export function strayMarks(text: string): Finding[] {
  return [
    ...tatweelPlaces(text).map(({ start, end }) => finding('tatweel', start, end, [''], true)),
    ...directionMarkPlaces(text).map(({ start, end }) => finding('direction-mark', start, end, [''], true)),
  ];
}
