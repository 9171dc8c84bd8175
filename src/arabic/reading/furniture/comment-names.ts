import { isName } from '../names.ts';
import { comparable } from '../words.ts';

/** Buttons below what a reader wrote. */
const buttons =
  /^(?:رد|الرد|اضف رد|رد علي .{2,30}|reply|repondre|اعجبني.{0,10}|لم يعجبني.{0,10}|ابلاغ.{0,20}|تبليغ.{0,20}|(?:ابلغ|بلغ) عن .{2,25}|اعجاب .{0,3} ?رد|تعديل|حذف)$/u;
const most = 2;

/** «1 - سمر يوسف», «#2 سمر يوسف»: the number of what a reader wrote. */
const numbered = /^(?:#\s?(\d{1,3})\s+|(\d{1,3})\s*[-–.)]\s*)(\p{L}[^:\d]{3,45})$/u;
/** What a reader writes is short. */
const longestWritten = 160;

function numberOfReader(line: string | undefined): number | undefined {
  if (line === undefined || line.length > 60) return undefined;
  const [, a, b, name = ''] = numbered.exec(line) ?? [];
  return isName(name, false) ? Number(a ?? b) : undefined;
}

/** «1 - سمر يوسف», a text, «2 - هيثم سالم», a text. */
function isNumbered(lines: readonly string[], i: number): boolean {
  const number = numberOfReader(lines[i]);
  if (number === undefined) return false;
  const text = lines[i + 1] ?? '';
  if (text === '' || text.length > longestWritten || numberOfReader(text) !== undefined) return false;
  if (lines[i]?.startsWith('#') === true) return true;
  return number === 1
    ? numberOfReader(lines[i + 2]) === 2 || numberOfReader(lines[i + 3]) === 2
    : numberOfReader(lines[i - 2]) === number - 1 || numberOfReader(lines[i - 3]) === number - 1;
}

/** «سمر يوسف» or «زائر», a text, and its button «أبلغ عن إساءة». */
function isAboveButton(lines: readonly string[], i: number): boolean {
  const line = lines[i] ?? '';
  if (line.length > 45 || (lines[i + 1] ?? '').length > longestWritten) return false;
  if (!buttons.test(comparable(lines[i + 2] ?? '').replace(/[^\p{L}\p{N}]+$/u, ''))) return false;
  return /^(?:زائر|زائرة|مجهول|ضيف)$/u.test(line) || isName(line, false);
}

/** «يقول سمر يوسف:» above a text and its button «رد»: readers’ comments begin, with no heading above them. */
export function isCommenter(lines: readonly string[], i: number): boolean {
  const line = lines[i] ?? '';
  if (line.length > 70) return false;
  if (isNumbered(lines, i) || isAboveButton(lines, i)) return true;
  const name =
    /^(?:يقول|تقول|قال|قالت|كتب|كتبت|علق|علقت)\s+([^:]{4,45}?)\s*:$|^([^:]{4,45}?)\s+(?:يقول|تقول|says)\s*:$/u.exec(
      line,
    );
  if (name === null || !isName(name[1] ?? name[2] ?? '', false)) return false;
  for (let next = i + 2; next <= i + 1 + most; next++)
    if (buttons.test(comparable(lines[next] ?? '').replace(/[^\p{L}\p{N}]+$/u, ''))) return true;
  return false;
}
