import { isAgency } from './agencies.ts';
import { isDateLine } from './dates.ts';
import { carriesOn, endsSentence, comparable, wordsOf } from './words.ts';

/**
 * Furniture: what a page puts round a story and a copy brings along. A line is furniture only as a whole
 * line; the patterns are anchored at both ends, because «شارك في المؤتمر عدد من الوزراء» is news.
 */

/** Headings after which a list of other stories follows; the story may go on after the list. */
const listHeading = new RegExp(
  `^(?:[*•|>-]\\s*)?(?:${[
    'الاكثر (?:قراءه|مشاهده|تعليقا|تفاعلا|تداولا|شيوعا|بحثا|رواجا|مشاركه|زياره|شعبيه|تصفحا)(?: (?:اليوم|الان|هذا الاسبوع|في .{2,20}))?',
    '(?:الاخبار|المقالات|المواضيع|الموضوعات) الاكثر \\S+(?: \\S+)?',
    'most (?:read|viewed|popular|shared)',
    'اقرا (?:ايضا|المزيد|كذلك|في .{2,20})',
    '(?:وا|ا)قراوا ايضا',
    'شاهد (?:ايضا|المزيد)',
    'طالع (?:ايضا|المزيد)',
    'قد (?:يعجبك|يهمك|تهمك|يعجبكم)(?: ايضا)?',
    'قد تود مشاهدته',
    '(?:(?:ال)?(?:مواضيع|موضوعات|اخبار|مقالات|مواد|تقارير|روابط|قصص|فيديوهات)) (?:ذات (?:ال)?صله|(?:ال)?متعلقه|(?:ال)?مشابهه|(?:ال)?مرتبطه|ذات العلاقه|اخري|مختاره|مقترحه|قد تهمك)(?: ب.{2,30})?',
    'ذات صله',
    'اخر الاخبار',
    'احدث الاخبار',
    'الاحدث',
    'اهم الاخبار',
    'ابرز الاخبار',
    'المزيد من(?: (?:اخبار|الاخبار|المقالات)(?: .{2,30})?| .{2,25})?',
    'المزيد في .{2,30}',
    'مزيد من الاخبار',
    'اخبار متعلقه',
    'من نفس القسم',
    'للكاتب ايضا',
    'مقالات اخري للكاتب',
    'مختارات(?: .{2,20})?',
    'اخترنا (?:لك|لكم)',
    'ننصح بقراءه',
    'موصي به(?: لك)?',
    'يحدث الان',
    'الان علي .{2,25}',
    'related(?: (?:articles|stories|posts|news|topics))?',
    'read (?:more|also)',
    'you may (?:also )?like',
    'recommended(?: for you)?',
    'more (?:from|in|on) .{2,30}',
    'trending(?: now)?',
    'latest news',
    'logo',
    'لوغو',
    'شعار(?: الموقع)?',
  ].join('|')})\\s*[:.…»>-]*$`,
  'u',
);

/** After one of these nothing of the story follows: readers' comments, the page's foot. */
const ending = new RegExp(
  `^(?:${[
    '(?:ال)?تعليقات(?: (?:القراء|الزوار|الفيسبوك|فيسبوك|facebook))?\\s*(?:[(\\[]?\\s*\\d+\\s*[)\\]]?)?',
    '(?:\\d+ )?(?:تعليقات|تعليقا|تعليق) (?:علي|حول) .{2,150}',
    '(?:اضف|اكتب|اترك|شارك) (?:تعليق(?:ا|ك|اً)?|ردا|رايك)(?: .{2,40})?',
    'التعليق علي (?:الخبر|المقال|الموضوع)',
    '(?:ال)?تعليقات مغلقه',
    'comments?(?: \\(?\\d+\\)?)?',
    'leave a (?:reply|comment)',
    '.{0,40}جميع الحقوق محفوظه.{0,80}',
    '.{0,60}حقوق (?:النشر|الطبع|الملكيه)(?: والنشر| والطبع)? (?:محفوظه|©).{0,60}',
    'حقوق (?:الطبع والنشر|النشر|الطبع)(?: محفوظه)?(?: ل.{2,60})?(?: ?©? ?(?:19|20)\\d{2}.{0,40})?',
    '(?:copyright|©|\\(c\\)).{0,120}',
    '.{0,60}all rights reserved.{0,60}',
    '(?:19|20)\\d{2} ?©.{0,80}',
  ].join('|')})\\s*[:.]*$`,
  'u',
);

const networks =
  '(?:(?:ال)?(?:فيسبوك|فيس بوك|تويتر|توتير|اكس|انستغرام|انستجرام|انستقرام|يوتيوب|واتساب|واتس اب|واتس|تلغرام|تليغرام|تيليجرام|تلجرام|تيك توك|لينكد ان|لينكدان|بنترست|بينتريست|سناب شات|ماسنجر|فايبر|جوجل|غوغل|بلس|نبض|مسنجر|ريديت|طباعه|ايميل|البريد الالكتروني|البريد|بريد الكتروني|نسخ الرابط)|facebook|twitter|x|instagram|youtube|whatsapp|telegram|tiktok|linkedin|pinterest|snapchat|messenger|viber|google|plus|\\+|reddit|tumblr|email|e-mail|mail|print|rss|nabd|copy link|share|tweet|pin it|like)';

/** Lines that are dropped wherever they stand, alone. */
const single = new RegExp(
  `^(?:[*•|>-]\\s*)?(?:${[
    'no (?:stories|results|posts|articles) found',
    'لا توجد (?:قصص|اخبار|نتايج|مقالات|تعليقات|مواضيع|بيانات)(?: .{0,30})?',
    '(?:شارك|شاركها|شاركه|شاركوا|انشر|مشاركه|شير|للمشاركه)',
    '(?:شارك|شاركوا|انشر|مشاركه|شاركنا|شاركها|للمشاركه)(?: (?:هذا|هذه))?(?: (?:الخبر|المقال|المقاله|الموضوع|الصفحه|القصه|التقرير|الفيديو|بريدك))?(?: (?:من خلال|عبر|علي|مع اصدقايك|مع الاصدقاء|مع|بواسطه))(?: .{0,80})?',
    '(?:شارك|انشر|مشاركه)(?: (?:هذا|هذه))? (?:الخبر|المقال|المقاله|الموضوع|الصفحه|القصه|التقرير|الفيديو)(?: .{0,30})?',
    `${networks}(?:[\\s,،|/.•·-]+(?:و\\s?)?(?:${networks}|\\d+))*`,
    `(?:تابعونا|تابعنا|تابعوا|تابع|تابعوني|انضم|انضموا)(?: .{0,40})?(?: (?:علي|عبر|الي|في))(?: .{0,60})?(?:${networks}|(?:اخبار|جوجل نيوز|قناتنا|صفحتنا|حسابنا|تطبيق|google news|مواقع التواصل|منصات التواصل)).{0,60}`,
    '(?:تابعونا|تابعنا)(?: (?:علي|عبر) .{0,60})?',
    'ل?متابعه (?:اخر|المزيد من|احدث) (?:الاخبار|اخبار).{0,80}',
    '(?:اشترك|اشتركوا|للاشتراك|سجل)(?: .{0,20})? (?:النشره|نشره|القايمه|القناه|قناه|قناتنا|النشرات|خدمه|بريد|مجانا|الان).{0,60}',
    '(?:النشره البريديه|newsletter|subscribe(?: .{0,40})?|sign up(?: .{0,40})?)',
    '(?:حمل|حملوا|نزل|لتحميل|لتنزيل|تحميل) (?:ال)?تطبيق.{0,60}',
    'اضغط هنا.{0,40}',
    '(?:طباعه|اطبع|اطبع الصفحه|ارسال|ارسل|ارسل (?:الي )?(?:ل)?صديق(?:ك)?|ارسال (?:الي )?(?:ل)?صديق|حفظ|نسخ|نسخ الرابط|استمع|استماع|تكبير|تصغير|الابلاغ عن خطا|ابلغ عن خطا|print|share|tweet|email|save|listen|like|send|copy link)',
    '(?:حجم الخط|تكبير الخط|تصغير الخط|مقياس الخط|font size)(?: .{0,20})?',
    '(?:[aا][+-]?\\s*){2,4}',
    '(?:القراءات|قراءه|قراءات|المشاهدات|مشاهده|مشاهدات|عدد (?:القراءات|المشاهدات|الزيارات|القراء|المشاركات)|الزيارات|زياره|views|shares|تعليق|تعليقات|مشاركه|مشاركات|اعجاب|likes?|comments?)\\s*[:(]?\\s*[\\d.,]+ ?(?:الف|k|m)?\\)?',
    '[\\d.,]+ ?(?:الف|k|m)? ?(?:قراءه|قراءات|مشاهده|مشاهدات|زياره|زيارات|تعليق|تعليقات|تعليقا|مشاركه|مشاركات|اعجاب|views?|shares?|comments?|likes?|دقايق قراءه|دقيقه قراءه|دقايق للقراءه)',
    '(?:(?:وقت|مده|زمن) القراءه)\\s*:? ?.{0,20}',
    '(?:اعلان|اعلانات|الاعلانات|اعلان ممول|ممول|مساحه اعلانيه|advertisement|ads?|sponsored|advertising|- ?اعلان ?-)',
    '(?:الرييسيه|الصفحه الرييسيه|القايمه|القايمه الرييسيه|بحث|ابحث|ابحث في الموقع|تسجيل الدخول|دخول|تسجيل|عربي|english|العربيه|home|menu|search|login|sign in|close|اغلاق|اغلق|التالي|السابق|next|previous|عوده|رجوع|الي الاعلي|اعلي الصفحه|back to top)',
    '(?:الرييسيه|الصفحه الرييسيه|home)\\s*[>»›/|\\\\-].{0,150}',
    '(?:انتقل الي|تخط الي|تخطي الي|اذهب الي|الانتقال الي)(?: ال)?.{2,25}',
    'skip to .{2,25}',
    '(?:جاري|جار) التحميل',
    'loading',
    '(?:تحميل|عرض|اظهار|شاهد|اقرا) (?:المزيد|الكل|اكثر)',
    '(?:المزيد|الكل|عرض الكل|more|view all|see all|load more)',
    '(?:الكلمات المفتاحيه|كلمات مفتاحيه|الكلمات الدلاليه|كلمات دلاليه|الكلمات الدليليه|كلمات البحث|الوسوم|وسوم|اوسمه|تاغات|هاشتاغ|tags?|keywords?|دلالات)(?:\\s*[:].{0,300})?',
    '(?:من نحن|اتصل بنا|اتصلوا بنا|تواصل معنا|للتواصل|للتواصل معنا|هييه التحرير|اعلن معنا|للاعلان|الاعلان معنا|وظايف|سياسه الخصوصيه|الخصوصيه|شروط الاستخدام|الشروط والاحكام|شروط الخدمه|سياسه الاستخدام|خريطه الموقع|ملفات تعريف الارتباط|about us|contact us|privacy policy|terms of (?:use|service)|cookies?|rss)(?:\\s*[|•·/,،-]\\s*.{0,120})?',
    '(?:المصدر|المصادر|source)\\s*[:].{0,60}',
    '(?:رابط|الرابط) (?:مختصر|المختصر|الخبر|المقال|دايم)(?:\\s*:.{0,120})?',
    'short ?(?:link|url)\\s*:.{0,120}',
    '(?:اخر تحديث|تاريخ النشر|تاريخ التحديث|last updated?)\\s*:?.{0,60}',
    'هذا المقال (?:يعبر|يعكس) .{0,120}',
    '(?:[*•·_=~#|.،-]\\s*){2,}',
    'ما رايك (?:بهذا|في هذا|بالخبر|في) .{0,40}',
    'هل (?:اعجبك|اعجبتك|ساعدك|كان) .{0,40}(?:المقال|الخبر|الموضوع|مفيدا)',
  ].join('|')})\\s*[:.…!]*$`,
  'u',
);

/** «اقرأ أيضا: عنوان آخر» on one line. */
const inlineLink =
  /^(?:[*•|>\-([]\s*)?(?:اقرا(?: ايضا| المزيد| كذلك)|اقراوا ايضا|شاهد ايضا|طالع ايضا|اقرا في هذا|مواضيع ذات صله|موضوع ذو صله|خبر ذو صله|ذات صله|للمزيد|read also|read more|related|see also)\s*(?:[:|.»>←-]+|\.{2,}).{2,200}$/u;

const closing =
  /^[\s/(*[#-]*(?:انتهي|النهايه|انتهت)[\s/)*\]#.!-]*(?:[\d:.*\s/]*(?:ت م|ت غ|جمت|gmt)?|[\p{L}]{1,2}(?:[\s./]+[\p{L}]{1,2}){0,3}\s*[/.]?(?:\s*[\p{L}]{1,2}){0,2})\s*$/u;
const address =
  /^(?:(?:https?:\/\/|www\.)\S+|(?:[a-z0-9-]+\.)+(?:com|net|org|info|news|co|tv|me|io|sa|ae|eg|qa|kw|bh|om|ye|iq|sy|lb|jo|ps|sd|ly|tn|dz|ma|mr|uk|fr|de|ru)(?:\/\S*)?|\S+@\S+\.[a-z]{2,})$/i;

export type Furniture = 'line' | 'list' | 'end' | 'closing';

/**
 * What kind of furniture a whole line is: `line` (alone), `list` (a heading with other stories after it),
 * `end` (nothing of the story after it), `closing` («// انتهى //»); undefined for text.
 */
export function furnitureOf(line: string): Furniture | undefined {
  const text = line.trim();
  if (text.length > 320) return undefined;
  const folded = comparable(text);
  if (closing.test(folded)) return 'closing';
  if (address.test(folded) || /^[^\p{L}\p{N}]*$/u.test(text)) return 'line';
  if (/^[@#][\p{L}\p{N}_]+$/u.test(text)) return 'line';
  if (ending.test(folded)) return 'end';
  if (listHeading.test(folded)) return 'list';
  if (folded.length <= 200 && (single.test(folded) || inlineLink.test(folded))) {
    return isSentence(text, folded) ? undefined : 'line';
  }
  if (isDateLine(text)) return 'line';
  return undefined;
}

/** A finished sentence is text, but for those that ask the reader to follow, subscribe or load something. */
function isSentence(text: string, folded: string): boolean {
  if (!endsSentence(text) || wordsOf(text).length < 5) return false;
  return !/^(?:تابعونا|تابعنا|تابعوا|اشترك|اشتركوا|للاشتراك|لمتابعه|حملوا|اضغط|انضموا|شاركونا|اقرا|هل اعجبك)(?: |$)/u.test(
    folded,
  );
}

/** «(رويترز)» or «وكالات» alone as the last line of a story names its agency. */
export function closingAgency(line: string): string | undefined {
  const found =
    /^[\s([«"/-]*(?:(?:المصدر|المصادر|source)\s*[:\-–]\s*)?([^()[\]«»"]{2,60}?)[\s)\]»"/.-]*$/iu.exec(
      line.trim(),
    );
  const name = found?.[1]?.trim();
  if (name === undefined) return undefined;
  return isAgency(name, /^[\s([]*(?:المصدر|source)/iu.test(line)) ? name : undefined;
}

const tailMark =
  /\s*(?:\/{1,2}\s*انته[ىي]\s*\/{1,2}|\(\s*(?:انته[ىي]|النهاية)\s*\)|\*{2,}\s*انته[ىي].*|انته[ىي]\s*\*{2,}.*|#+\s*انته[ىي].*)(?:\s*[\d:]{1,5}\s*(?:ت\s?م|ت\s?غ|جمت|غ)?|\s*[\p{L}](?:\s[\p{L}]){1,3})?\s*$/u;

/** Takes an agency's closing mark off the end of the last paragraph: «… غدا. // انتهى //». */
export function splitClosing(paragraph: string): { text: string; mark: string } | undefined {
  const found = tailMark.exec(paragraph);
  if (!found || found.index === 0) return undefined;
  return { text: paragraph.slice(0, found.index).trimEnd(), mark: found[0].trim() };
}

/** Whether a line can only be a part of the body: a sentence that is over, a long text, one that carries on. */
export function isBodyLike(line: string): boolean {
  const count = wordsOf(line).length;
  if (count >= 22) return true;
  if (count >= 2 && endsSentence(line)) return true;
  return count >= 6 && carriesOn(line);
}

/**
 * Marks what is furniture among the paragraphs of a story that may have a page's foot behind it.
 * @param links for each line whether it is nothing but a link, as lists of other stories are.
 * @returns for each line true if it is to be dropped. Never drops a line that can only be a body's,
 *   except behind readers' comments or a copyright line that stand after a body.
 */
export function findFurniture(lines: readonly string[], links: readonly boolean[] = []): boolean[] {
  const drop = lines.map(() => false);
  const kinds = lines.map(furnitureOf);
  const body = lines.map((line, i) => kinds[i] === undefined && links[i] !== true && isBodyLike(line));
  const lastBody = body.lastIndexOf(true);
  let inList = false;
  let seenBody = false;
  let seenFurniture = false;
  for (const [i, line] of lines.entries()) {
    const kind = kinds[i];
    if (kind === 'end' && seenBody) {
      drop.fill(true, i);
      return drop;
    }
    // Within a text a date is a heading of its own: a programme, a timeline.
    const dated = kind === 'line' && seenBody && !seenFurniture && !inList && isDateLine(line);
    if (kind !== undefined && !dated) {
      drop[i] = true;
      if (kind === 'list') inList = true;
      if (i > lastBody) seenFurniture = true;
      continue;
    }
    if (body[i] === true) {
      seenBody = true;
      inList = false;
    } else if (inList && (links[i] === true || wordsOf(line).length < 22)) {
      drop[i] = true;
    } else if (i > lastBody && lastBody >= 0 && isFoot(lines, kinds, i, seenFurniture)) {
      drop[i] = true;
    }
  }
  return drop;
}

/** A short line behind the last sentence: the site's name beside its address, or whatever follows furniture. */
function isFoot(
  lines: readonly string[],
  kinds: readonly (Furniture | undefined)[],
  i: number,
  seenFurniture: boolean,
): boolean {
  const line = lines[i] ?? '';
  const words = wordsOf(line).length;
  if (seenFurniture && words <= 14) return true;
  const next = lines[i + 1];
  return words <= 4 && next !== undefined && kinds[i + 1] !== undefined && address.test(comparable(next));
}
