import { isAgency, isWire } from '../agencies.ts';
import { isName } from '../names.ts';
import { comparable, endsSentence, wordsOf } from '../words.ts';
import { isCredits } from './closing.ts';
import { type Furniture, isAgencyLine, isSection } from './furniture.ts';

/** A line behind the story, once its foot has begun. */
const longestFoot = 16;

/** A short line behind the last sentence: the site's name beside its address, or whatever follows the page's foot. */
export function isFoot(
  lines: readonly string[],
  kinds: readonly (Furniture | undefined)[],
  i: number,
  footBegan: boolean,
): boolean {
  const line = lines[i] ?? '';
  const words = wordsOf(line).length;
  if (footBegan) return words <= longestFoot;
  if (isAgencyLine(line) || isCredits(comparable(line)) || isSection(line)) return true;
  // «سبأ»: a wire whose name is a word, too.
  if (words === 1 && isWire(line) && endsSentence(lines[i - 1] ?? '')) return true;
  if (isSignature(line) || (isSignature(lines[i - 1] ?? '') && words <= longestFoot)) return true;
  const next = kinds[i + 1];
  // «سمر يوسف», and below it «صحافية».
  if (role.test(comparable(lines[i + 1] ?? '')) && isName(line, false)) return true;
  if (words <= mostKeywords && role.test(comparable(line)) && isName(lines[i - 1] ?? '', false)) return true;
  return words <= 4 && !/[\d:]/.test(comparable(line)) && (next === 'foot' || next === 'comments');
}

/** «التوقيع», «~*¤ التوقيع ¤*~», «__________»: below it a member of a forum has his motto. */
const isSignature = (line: string): boolean =>
  /^[^\p{L}\p{N}]*(?:ô[^\p{L}]*)*(?:ال)?توقيع[^\p{L}\p{N}]*(?:ô[^\p{L}]*)*$|^_{6,}$/u.test(line.slice(0, 60));

/**
 * Behind the last sentence a writer's name or office, for whom it was written, or keywords: «سارة علي»، «مراسل الوادي في الجنوب»، «خاص
 * الوادي نيوز»، «اقتصاد نفط #طاقة».
 */
const mostKeywords = 8;
const signature =
  /^(?:(?:مراسل|موفد|محرر|صحفي|صحافي|كاتب)(?:ه|نا|تنا)?|خاص(?: ?[-–:/|]| بـ?| لـ?)?) (?=\p{L})/u;
const role =
  /^(?:[*-] ?)?(?:كاتب|صحفي|صحافي|مراسل|محرر|باحث|اعلامي|محلل|اكاديمي|موفد|مدون|مصور|خبير|استاذ|مدير|رييس|مستشار|محام|طبيب|عضو|سفير|ناشط|روايي|شاعر|ناقد|دكتور|مخرج|موسس)(?:ه|نا)?(?: |$)/u;

export function isRemnant(line: string): boolean {
  if (isName(line, true)) return true;
  if (isKeywords(line)) return true;
  const signed = signature.test(comparable(line)) || /(?:^|\s)#\p{L}/u.test(line);
  return signed && wordsOf(line).length <= mostKeywords;
}

/** «النفط أسعار النفط أخبار النفط»: keywords without marks say the same word again and again. */
function isKeywords(line: string): boolean {
  const words = comparable(line).split(' ');
  if (words.length < 4 || words.length > 16 || /[^\p{L}\s]/u.test(line)) return false;
  if (
    words.some((word) =>
      /^(?:في|من|علي|الي|عن|ان|بعد|قبل|مع|هذا|هذه|التي|الذي|و|لا|ما|هو|هي|قد|كل|يا)$/.test(word),
    )
  )
    return false;
  return words.some((word) => word.length >= 4 && words.filter((other) => other === word).length >= 3);
}

/** «اشترك»: the button below an invitation begins no foot. */
export function isButton(line: string): boolean {
  return /^(?:اشترك|اشتراك|ارسال|ارسل|سجل|تسجيل|موافق|subscribe|submit|send)$/.test(comparable(line));
}

/** «مقر المصرف المركزي. رويترز»: what a picture shows and who took it. */
const longestCaption = 14;
export function isCaption(line: string): boolean {
  const [, words = '', credit = ''] = /^(.{6,110}?)\s*[.،]\s+([^.،]{3,30})\.?$/u.exec(line) ?? [];
  return words !== '' && wordsOf(words).length <= longestCaption && isAgency(credit, false);
}

/** A word or three among the furniture between headline and text: a section, a caption's rest. */
export function isAbove(
  line: string,
  kinds: readonly (Furniture | undefined)[],
  i: number,
  firstBody: number,
): boolean {
  if (isSection(line) || isAgencyLine(line) || isCaption(line)) return true;
  const among = kinds[i - 1] !== undefined || (kinds[i + 1] !== undefined && i + 1 < firstBody);
  return among && wordsOf(line).length <= 3 && !/[:؟]$/.test(line);
}
