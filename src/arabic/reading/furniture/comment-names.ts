import { isName } from '../names.ts';
import { comparable } from '../words.ts';

/** Buttons below what a reader wrote. */
const buttons =
  /^(?:رد|الرد|اضف رد|رد علي .{2,30}|reply|repondre|اعجبني.{0,10}|لم يعجبني.{0,10}|ابلاغ.{0,20}|تبليغ.{0,20}|تعديل|حذف)$/u;
const most = 2;

/** «يقول سمر يوسف:» above a text and its button «رد»: readers’ comments begin, with no heading above them. */
export function isCommenter(lines: readonly string[], i: number): boolean {
  const line = lines[i] ?? '';
  if (line.length > 70) return false;
  const name =
    /^(?:يقول|تقول|قال|قالت|كتب|كتبت|علق|علقت)\s+([^:]{4,45}?)\s*:$|^([^:]{4,45}?)\s+(?:يقول|تقول|says)\s*:$/u.exec(
      line,
    );
  if (name === null || !isName(name[1] ?? name[2] ?? '', false)) return false;
  for (let next = i + 2; next <= i + 1 + most; next++)
    if (buttons.test(comparable(lines[next] ?? '').replace(/[^\p{L}\p{N}]+$/u, ''))) return true;
  return false;
}
