import { comparable, endsSentence, wordsOf } from './words.ts';

/**
 * The headline of pasted text: a page's title, its heading and a picture's description often bring it two
 * or three times, on lines of its own or glued together on one.
 */

/** The longest headline seen has 160 characters; a longer text that repeats is a paragraph. */
const longest = 220;

/** A line that is a text repeated without a seam («عنوان خبرعنوان خبر») gives that text once. */
export function unglue(line: string): string {
  const text = line.trim();
  // Up to four times; the longest unit that repeats exactly is too long, so the smallest count is tried last.
  for (const times of [4, 3, 2]) {
    const unit = unitOf(text, times);
    // Two words glued without a seam («نتائج الكومارنتائج الكومار») are no figure of speech.
    const words = unit === undefined ? 0 : wordsOf(unit).length;
    const seamless = unit !== undefined && unit.length * times === text.length;
    if (unit !== undefined && (words >= 3 || (words === 2 && seamless))) return unit;
  }
  return text;
}

/** «افتراضي عنوان الخبر», «نسخة كاملة : عنوان الخبر», «الموضوع: …»: what forums and old sites write before a title. */
const label =
  /^(?:افتراضي\s+|رد:\s*|(?:(?:ال)?نسخة|(?:ال)?إصدار|(?:ال)?اصدار)\s+(?:ال)?كاملة?\s*:\s*|(?:الموضوع|عنوان\s+(?:الخبر|الموضوع|المقال))\s*:\s*)(?=\S)/u;

/** A title without the label a page puts before it; the line itself where none stands there. */
export function unlabelled(line: string): string {
  const text = line.trim();
  const bare = text.length > longest + 40 ? text : text.replace(label, '');
  return wordsOf(bare).length >= 2 ? bare : text;
}

/** The text that stands `times` times in a row, with or without spaces between; undefined if it does not. */
function unitOf(text: string, times: number): string | undefined {
  for (const seam of [0, 1, 2, 3]) {
    const length = (text.length - seam * (times - 1)) / times;
    if (!Number.isInteger(length) || length < 8) continue;
    const unit = text.slice(0, length);
    let fits = true;
    for (let i = 1; i < times && fits; i++) {
      const start = i * (length + seam);
      fits =
        text.slice(start, start + length) === unit && /^[\s|–—-]*$/.test(text.slice(start - seam, start));
    }
    if (fits) return unit.trim();
  }
  return undefined;
}

/** Comparison form of a headline: letters and digits only. */
export function headlineKey(text: string): string {
  return comparable(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Whether a line is the headline again, perhaps several times, with a site's name behind or before it. */
export function repeatsHeadline(line: string, headline: string): boolean {
  const key = headlineKey(headline);
  if (key === '') return false;
  let rest = headlineKey(line);
  if (rest === key || headlineKey(unglue(line)) === key) return true;
  if (headlineKey(unlabelled(line)) === key) return true;
  if (wordsOf(headline).length < 3) return false;
  const trimmed = withoutSite(line);
  if (trimmed !== undefined && headlineKey(trimmed) === key) return true;
  let times = 0;
  while (rest.startsWith(key)) {
    rest = rest.slice(key.length).trim();
    times++;
  }
  return times > 0 && rest === '';
}

/** «عنوان الخبر | إرم نيوز» without the site's name; undefined when no short name stands behind a bar. */
export function withoutSite(line: string): string | undefined {
  const found = /^(.{12,}?)\s*(?:\s[|•·–—:-]{1,2}\s|\s*\|\s*|\s::\s|\s»\s)\s*([^|–—]{2,40})$/u.exec(
    line.trim(),
  );
  const [, title, site] = found ?? [];
  if (title === undefined || site === undefined) return undefined;
  return wordsOf(site).length <= 5 && wordsOf(title).length >= 3 ? title.trim() : undefined;
}

/** «عنوان الخبر | إرم نيوز» may itself repeat; the headline is what also stands without the site's name. */
function alone(headline: string, lines: readonly string[]): string {
  const bare = withoutSite(headline);
  if (bare === undefined) return headline;
  const key = headlineKey(bare);
  return lines.some((line) => headlineKey(unglue(line)) === key) ? bare : headline;
}

/**
 * Where a headline stands among the first lines.
 * @returns the index of its first line and its text once; undefined when no line can be one.
 */
export function findRepeated(lines: readonly string[]): { index: number; headline: string } | undefined {
  const seen = new Map<string, { index: number; text: string }>();
  const window = lines.slice(0, 40);
  let titled = false;
  for (const [index, labelled] of window.entries()) {
    const line = unlabelled(labelled);
    const once = unglue(line);
    const key = headlineKey(once);
    const words = wordsOf(once).length;
    // Two words are a headline only where they stand twice in a row.
    const twice = words === 2 && (once !== line.trim() || headlineKey(lines[index + 1] ?? '') === key);
    // A sentence said twice below a line that may be a title is the story's, not its headline.
    if (titled && endsSentence(once)) continue;
    if (words >= 3 && !endsSentence(once)) titled = true;
    if ((words < 3 && !twice) || once.length > longest || (endsSentence(once) && once.length > 100)) continue;
    if (once !== line.trim()) {
      const earlier = seen.get(key);
      return { index: earlier?.index ?? index, headline: alone(earlier?.text ?? once, window) };
    }
    const before = seen.get(key);
    if (before) return { index: before.index, headline: alone(before.text, window) };
    const bare = withoutSite(once);
    const named = bare === undefined ? undefined : seen.get(headlineKey(bare));
    if (named) return { index: named.index, headline: named.text };
    seen.set(key, { index, text: once });
    if (bare !== undefined && !seen.has(headlineKey(bare)))
      seen.set(headlineKey(bare), { index, text: bare });
  }
  return undefined;
}
