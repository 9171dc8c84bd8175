import type { Finding } from './finding.ts';

/** Lines that an agency's wire or a web page leaves behind. */
const LINES: readonly RegExp[] = [
  /^[^\S\n]*(?:[/\\*#_=~–—-]{2,}|\/+ ?انتهى ?\/+|\(?انتهى\)?\.?|\[?انتهى\]?|-?30-?)[^\S\n]*$/,
  /^[^\S\n]*[\u0621-\u064a]{1,3}[ .]?[\u0621-\u064a]{0,3}[ ]?[/\\][ ]?[\u0621-\u064a]{1,3}[ .]?[\u0621-\u064a]{0,3}[^\S\n]*$/,
  /^[^\S\n]*(?:اقر[أا](?:وا)? ?أيضا(?:ً)?|إقرأ أيضا(?:ً)?|شارك(?: من خلال)?|الأكثر قراءة|للمزيد من التفاصيل|تابعونا على .{0,40}|حمل(?:وا)? تطبيق .{0,40}|المصدر ?: ?وكالات)[ :.]*$/,
  /^[^\S\n]*(?:logo|share|advertisement|read more|no stories found\.?)[^\S\n]*$/i,
];
const SURE: readonly boolean[] = [true, false, true, true];
/** An agency's name in brackets at the end of a paragraph: it belongs into the byline. */
const AT_END =
  /[ \u00a0](\((?:أ ?ف ?ب|ا ?ف ?ب|أ\.ف\.ب|رويترز|د ?ب ?أ|وات|واج|ومع|أ ش أ|واس|وام|كونا|بترا|سانا|واع|وفا|قنا|بنا|سونا|وال|الأناضول|وكالات)\))[.]?[^\S\n]*$/;

/** What a wire or a page left in the text: «// انتهى //», «اقرأ أيضا», «(أ ف ب)» at an end. */
export function wireResidue(text: string): Finding[] {
  const found: Finding[] = [];
  let from = 0;
  for (const line of text.split('\n')) {
    if (line.length <= 60) {
      const kind = line.trim() === '' ? -1 : LINES.findIndex((shape) => shape.test(line));
      if (kind >= 0) add(from, from + line.length, SURE[kind] ?? false);
    }
    const tail = AT_END.exec(line.slice(-40));
    if (tail?.[1] !== undefined) {
      const at = from + Math.max(0, line.length - 40) + tail.index + 1;
      add(at, at + tail[1].length, false);
    }
    from += line.length + 1;
  }
  return found;

  function add(start: number, end: number, certain: boolean): void {
    found.push({
      rule: 'wire-residue',
      start,
      end,
      certain,
      suggestions: [''],
      message: 'wire-residue',
      params: {},
    });
  }
}
