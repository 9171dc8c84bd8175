import { isPlaceShaped } from './places.ts';
import { comparable, isLedeVerb, looksVerbal, wordsOf } from './words.ts';

/** Words that stand among the parts of a dateline and name nobody, and those that begin none. Folded letters. */

/** Words that stand among the pieces and say nothing of them. */
export const label =
  /^(?:خاص(?: (?:ل|ب)(?:.{2,25})?)?|حصري|متابعات|متابعه|تقرير|تحليل|تقرير اخباري|ا|عاجل|تحديث|محدث|متابعه خاصه|متابعات خاصه|بتصرف|خاص ووكالات|مراسلون|مراسلونا|مراسلنا|تغطيه خاصه|مكتب|المكتب الاقليمي|الموقع|واش|هام|ترجمات|ترجمه|النشر الالكتروني|الموقع الالكتروني|رساله)$/;
/** Who signs for a whole desk: «فريق التحرير»، «قسم الترجمة»، «الموفد الخاص». */
export const desk =
  /^(?:(?:فريق|هييه|اسره|طاقم|غرفه|قسم|قسما|مكتب|وحده|دايره|اداره|شبكه|محرر|محررو|سكرتاريه) (?:ال)?(?:تحرير|اخبار|اخباري|متابعه|متابعات|رصد|مراسلين|محررين|ترجمه|تحقيقات|(?:ال)?(?:شوون|شيون) \S+|موقع|صحيفه|محليات|رياضه|اقتصاد|سياسي|رياضي|اقتصادي|ثقافي|محلي|دولي|عربي|شبكه)|(?:ال)?(?:مراسل|مراسله|موفد|موفده|محرر|محرره|مندوب|مبعوث)(?:نا|تنا)? (?:ال)?(?:خاص|خاصه|سياسي|رياضي|اقتصادي|ثقافي|عسكري|دبلوماسي|محلي|متجول|ميداني))$/;
/** Words above or before a story that say how new it is. */
export const flash = /^(?:عاجل|تحديث|محدث|متابعه|حصري|مباشر|هام)$/;

/** Papers that have the name of a country or of its capital: behind a town the country is meant. */
export const isCountry = (text: string): boolean =>
  /^(?:عمان|المغرب|فلسطين|القدس|مكه|تونس|لبنان|مصر)$/.test(comparable(text));
/** Behind a place it names nobody where a dash closes it: «طنجة – متابعات –». */
export const wordless = /^(?:متابعات|متابعه|تغطيه|رصد|تقرير|مراسلنا|مراسلتنا|المراسل|المحرر)$/;

/** «المصدر: رويترز» beside a name or a place. */
export const source = /^(?:ال)?(?:مصدر|وكاله|وكالات)$/;

/** What a name in quotation marks is the name of: «صحيفة «النهار»». */
export const medium =
  /^(?:صحيفه|جريده|يوميه|مجله|قناه|موقع|وكاله|شبكه|اذاعه|بوابه|منصه|مراسل (?:صحيفه|جريده|قناه|موقع|وكاله))$/;

const notPlaces =
  /^(?:عاجل|بالصور|بالفيديو|فيديو|صور|شاهد|حصري|خاص|في|من|علي|الي|عن|ان|هذا|هذه|بعد|قبل|منذ|خلال|مع|بين|اليوم|امس|غدا|اولا|ثانيا|ثالثا|رابعا|خامسا|السوال|سوال|جواب|الجواب|ملاحظه|تنويه|س|ج|راي|مقال|حوار|وزير|الوزير|الرييس|رييس|مصدر|مصادر|مسوول|انه|انها|هو|هي|لكن|نعم|لا|كيف|ماذا|لماذا|متي|اين|هل|و|او|ثم|كل|الان|حاليا|ايضا|كما|وقد|قد|لقد|المصدر|الخبر|الموضوع|الحكومه|البرلمان|الجيش|الشرطه|النيابه|المحكمه|الفريق|النادي|المنتخب|الاتحاد|المباراه|الحكم|المدرب|اللاعب)$/;

/** Offices, which stand behind a name and not before a report: «سمر يوسف - وزيرة الثقافة -». */
const title =
  /^(?:ال)?(?:رييس|وزير|مدير|مديره|نايب|امين|قايد|عضو|سفير|ناطق|متحدث|مستشار|محافظ|والي|عميد|مدرب|لاعب|مهاجم|حارس|نجم|كاتب|شاعر|روايي|فنان|ممثل|مخرج|استاذ|خبير|محلل|باحث|صاحب|زوج|ارمله)ه?(?: |$)/;

/** One to three plain words that are no verb, no particle and no title: perhaps a place that no list has. */
export function mayBePlace(text: string): boolean {
  const words = wordsOf(text);
  if (title.test(comparable(text)) || (looksVerbal(words[0] ?? '') && !isPlaceShaped(text))) return false;
  // «وقال مراسل «الوطن»»: it goes on with something.
  if (/^و(?!اد)/u.test(text)) return false;
  if (/[0-9٠-٩؟!.،؛:@#]/.test(text) || words.length === 0 || words.length > 3) return false;
  return isPlaceShaped(text) || !words.some((word) => isLedeVerb(word) || notPlaces.test(comparable(word)));
}
