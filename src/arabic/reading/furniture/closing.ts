import { agencyName, isAgency, isWire } from '../agencies.ts';

/**
 * How agencies end a story: «// انتهى //», «(انتهى)», «ا.هـ», the initials of who wrote and who edited («ع ر/ م م»), the
 * agency's own name in brackets. Sources: the style of SPA, WAM, Petra, KUNA, SANA, MENA, Reuters, AFP.
 */

const initials = '\\p{L}{1,2}(?:\\s?[./·ـ-]{1,2}\\s?\\p{L}{1,2}|\\s\\p{L}){1,6}';
const clock = '\\d{1,2}[:.]\\d{2}\\s?(?:ت\\s?م|ت\\s?غ|جمت|غ|ج|gmt)?';
const word =
  '(?:انته(?:ـ*)ي|end|ends|خلاص|انتهت|النهايه|نهايه الخبر|نهايه|يتبع|انته(?:ي|ت) (?:ال)?(?:خبر|تقرير|نشره|ماده|مقال|حوار|رساله|نص|بيان))(?: ?/ ?\\d{1,4})?';

/** The whole line, folded. */
const whole = new RegExp(
  `^(?:[\\s/(*\\[#.=_…-]*${word}[\\s/)*\\]#.!=_-]*(?:(?:${clock}|${initials}|\\p{L}{1,2}|\\d{1,5})[\\s/.*]*){0,3}` +
    `|[\\s/(\\[-]*(?:ا\\s?\\.\\s?ه(?:\\s?\\.)?|اه)[\\s/)\\].]*` +
    `|[\\s/(\\[=_ـ-]*${initials}[\\s/)\\].-]*` +
    `|[\\s/(\\[=_ـ-]*(?=[^/]*/)\\p{L}{2,4}(?:[./-]\\p{L}{1,3}\\d{0,2}){1,4}(?:[ .]\\p{L}){0,2}[\\s/)\\].-]*` +
    `|${clock}|[0-9]{4}|--?\\s?\\(?[^()]{2,12}\\)?\\s?--?|--?\\s?\\([^()]{2,12}\\))$`,
  'u',
);
/** Two letters or more that look like initials and are a word: «في», «لا», «من». */
const noInitials = /^(?:في|من|لا|ما|هل|قد|كل|او|ان|عن|لم|لن|ثم|هو|هي|مع)(?: |$)/;
/** «وام/أحمد», «وام/أحمد علي», «(بترا)--ع ش»: an agency's name and initials or a name behind it. */
const signed =
  /^[\s(/-]*([^()/]{2,15}?)[\s)]*\/+\s*(?:[^\s/]{1,8}(?: [^\s/]{2,12})?|\p{L}(?:[ .]\p{L}){1,3})(?:\s?\/\s?(?:[^\s/]{1,8}|\p{L}[ .]\p{L}))?[\s/.]*$/u;
/** «(د ب أ) ع ع / م م»: the agency in brackets, then initials. */
const bracketed = /^[\s-]*\(([^()]{2,20})\)[\s/.-]*\p{L}{1,2}(?:[\s./]{1,3}\p{L}{1,2}){0,5}[\s/.]*$/u;

const behindInitials = new RegExp(`^${initials}[\\s/]*\\(([^()]{2,40})\\)$`, 'u');

/** @param folded the line in folded letters. */
export function isClosing(folded: string): boolean {
  if (folded.length > 60 || noInitials.test(folded)) return false;
  if (whole.test(folded) && (/\p{L}/u.test(folded) || /^[0-9]{2}[:.]|^[0-9]{4}$/.test(folded))) {
    // «-- (بترا)» is an agency; «- نعم -» is an answer.
    const inner = /^--?\s?\(?([^()]{2,12}?)\)?\s?(?:--?)?$/u.exec(folded)?.[1];
    if (inner === undefined || isAgency(inner, true) || whole.test(inner)) return true;
    // «-مل-», «- خلا -»: letters of who wrote.
    return /^\p{L}{2,3}$/u.test(inner) && !/^(?:نعم|كلا|بلي|اجل|ربما|هنا|ثم|لا|ما|من)$/.test(inner);
  }
  // «/العمانية/», «/النشرة العامة/»
  if (/^\/[\p{L} ]{3,25}\/$/u.test(folded)) return true;
  if (isLetters(folded)) return true;
  const name = signed.exec(folded)?.[1];
  if (name !== undefined && isWire(name.trim())) return true;
  // «ع.خ/ح.ز (د ب أ، أ ف ب)»
  const several = behindInitials.exec(folded)?.[1];
  if (several !== undefined && isAgency(several, true)) return true;
  const within = bracketed.exec(folded)?.[1];
  return within !== undefined && isAgency(within.trim(), true);
}

/** «ع ن (خ) – ح إ ح», «س ع (تق)»: three letters or more, alone or two together. */
function isLetters(folded: string): boolean {
  if (folded.length > 40 || !/^[\p{L}\s./()–-]+$/u.test(folded)) return false;
  const words = folded.match(/\p{L}+/gu) ?? [];
  return (
    words.length >= 3 &&
    words.length <= 8 &&
    words.every((word) => word.length <= 2) &&
    words.filter((word) => word.length === 1).length >= 2 &&
    !words.some((word) => noInitials.test(word))
  );
}

/** «(إعداد فلان للنشرة العربية - تحرير علان)»: who wrote and edited, at the end of a story. */
export function isCredits(folded: string): boolean {
  return (
    /^[([]?\s*(?:اعداد|تحرير|ترجمه|مراجعه|تدقيق(?: لغوي)?|رسوم|رسم|تصميم|جرافيك|غرافيك|مونتاج|اخراج|اشراف|شارك في|شاركت في|تغطيه|كتابه|ساهم في|ساهمت في|اعده|اعدته)\s*:?\s.{3,200}$/.test(
      folded,
    ) && folded.length < 220
  );
}

/** «(رويترز)» or «وكالات» alone as the last line of a story names its agency. */
export function closingAgency(line: string): string | undefined {
  const found =
    /^[\s([«"/.-]*(?:(?:ال)?(?:مصدر|مصادر|المصدر|source|نقلا? عن|نقلًا عن|نقلاً عن|عن)\s*[:|\-–]?\s*[«"“]?)?([^()[\]«»"]{2,70}?)[\s)\]»"/.-]*$/iu.exec(
      line.trim(),
    );
  const name = found?.[1]?.trim();
  if (name === undefined) return undefined;
  const guarded = /^[.\s]*[(/]|^[\s([]*(?:المصدر|المصادر|مصدر|source|نقل)/iu.test(line);
  return isAgency(name, guarded) ? agencyName(name) : undefined;
}

const tailMark =
  /\s*(?:\/{1,2}\s*انته[ىي]\s*\/{1,2}|\(\s*(?:انته[ىي]|النهاية)\s*\)|\*{2,}\s*انته[ىي][^\n]{0,20}|انته[ىي]\s*\*{2,}[^\n]{0,20}|#+\s*انته[ىي][^\n]{0,20}|(?<=[.؟!»"”]\s?)(?:[اأ]\s?\.\s?هـ\.?|\/?\s?انته[ىي]\s?\/\s?(?:\p{L}(?:\s?[./]?\s?\p{L}){0,3})?))(?:\s*[\d:]{1,5}\s*(?:ت\s?م|ت\s?غ|جمت|غ)?|\s*[\p{L}](?:\s[\p{L}]){1,3})?\s*$/u;
/** A mark stands within the last characters of a paragraph. */
const longestTail = 60;

/** Takes an agency's closing mark off the end of the last paragraph: «… غدا. // انتهى //». */
export function splitClosing(paragraph: string): { text: string; mark: string } | undefined {
  const from = Math.max(0, paragraph.length - longestTail);
  const found = tailMark.exec(paragraph.slice(from));
  if (!found || from + found.index === 0) return undefined;
  return { text: paragraph.slice(0, from + found.index).trimEnd(), mark: found[0].trim() };
}
