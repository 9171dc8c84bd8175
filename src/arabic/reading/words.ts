import { fold } from '../fold.ts';

/**
 * Small matters of letters that reading needs: comparing words as a reader would, and telling what kind
 * of line stands before us. Pure; nothing here changes text that is stored.
 */

/**
 * The form in which lines are compared: folded letters, single spaces. For comparing only, never stored.
 * Patterns in this folder are written in it (ا for أ, ه for ة, ي for ى and ئ, و for ؤ).
 */
export function comparable(text: string): string {
  return fold(text).replace(/\s+/g, ' ').trim();
}

/** Makes a set for looking words up by their folded form; the list is separated by Arabic commas. */
export function foldedSet(list: string): ReadonlySet<string> {
  return new Set(
    list
      .split('،')
      .map(comparable)
      .filter((word) => word !== ''),
  );
}

export function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/** Arabic-Indic and Persian digits as 0–9. */
export function westernDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - (code >= 0x6f0 ? 0x6f0 : 0x660));
  });
}

/** A sentence that is over: a full stop (not dots that trail off), perhaps inside closing quotes. */
export function endsSentence(text: string): boolean {
  return /(?:^|[^.…])[.۔]["”»'’)\]]*$/.test(text.trim()) || /[؟!?]["”»'’)\]]+$/.test(text.trim());
}

/** Verbs with which the first sentence of a news story begins, masculine form, folded on reading. */
const ledeVerbs = `قال،أعلن،أكد،ذكر،أفاد،كشف،بحث،استقبل،وصل،غادر،أعرب،أشاد،أدان،ندد،دان،نفى،أوضح،أضاف،أشار،لفت،شدد،
دعا،دعت،طالب،حذر،توقع،رجح،اعتبر،رأى،رأت،نقل،صرح،أبلغ،أعاد،افتتح،اختتم،انطلق،انتهى،انتهت،بدأ،واصل،استأنف،توصل،وقع،أقر،وافق،رفض،
صادق،صوت،انتخب،عين،أقال،استقال،فاز،خسر،تعادل،تأهل،حقق،سجل،أحرز،توج،تراجع،ارتفع،انخفض،هبط،صعد،قفز،أغلق،استقر،
قتل،لقي،أصيب،جرح،اغتيل،توفي،توفت،توفيت،اعتقل،أوقف،ضبط،احتجز،أفرج،أطلق،قصف،شن،هاجم،استهدف،اقتحم،سيطر،سقط،تحطم،انفجر،اندلع،هز،ضرب،
اجتمع،التقى،التقت،عقد،زار،ترأس،شارك،حضر،شهد،نظم،أقام،احتفل،كرم،دشن،وضع،أطاح،أجرى،أجرت،تلقى،تلقت,تسلم،سلم،أرسل،قرر،أمر،وجه،
أصدر،نشر،كتب،عثر،تمكن،نجح،فشل،أخفق،اتفق،اختلف،اتهم،برأ،حكم،قضى،قضت،أيد،عارض،انتقد،هدد،توعد،تعهد،وعد،ألغى،ألغت،أجل،علق،مدد،رفع،خفض،
خصص،منح،حصل،تسبب،أسفر،أدى،أدت،تعرض،تظاهر،احتج،خرج،دخل،عاد،انسحب،انضم،استشهد،استشهدت،نزح،لجأ،قضت،أحبط،فتح،حل،جاء،تصدر،اختار،كلف،دفع،سمح،منع،فرض،حظر،
تقدم،تراس،يبحث،تعتزم،تسعى،يسعى،تستضيف،يعقد،تعقد،ينطلق،تنطلق،يبدأ،تبدأ,يواصل،تواصل،تستعد،يستعد،تنظم،ينظم،تشهد،يشهد،يتوجه،تتوجه,
أظهر،بين،أثار،أثبت،استعاد،استعرض،استضاف،تبادل،تداول،ناقش،تناول،رحب،هنأ،عزى،شيع،ودع،دفن,أحيا،أحيت،غرق،انهار،جدد،تجدد،
سيتم،تم،يجري،تجري،ظهر،بلغ،انضمت,اكتشف،طور،ابتكر،صدر،أوصى،أوصت،نصح،استبعد،تحدث،روى،عبر،طرح،قدم،عرض،باع،اشترى،استحوذ،وسع،أنشأ،بنى،
أنهى،أنهت،اكتتب،أدرج،كثف،عزز،نفذ،باشر،انعقد،احتضن،احتضنت,التأم،استمع،تفقد,زود,تضامن،استنكر،ترقب،سارع`;

const verbSet = (() => {
  const verbs = new Set<string>();
  for (const verb of ledeVerbs.split(/[،,]/).map(comparable)) {
    if (verb === '') continue;
    verbs.add(verb);
    verbs.add(`${verb}ت`);
    verbs.add(`${verb}وا`);
    verbs.add(`${verb}ا`);
  }
  return verbs;
})();

/** Whether a text begins as the first sentence of a news story does: with a verb of news or speech. */
export function beginsWithLedeVerb(text: string): boolean {
  const first = comparable(/^[^\p{L}]*(\p{L}[\p{L}\p{M}]*)/u.exec(text)?.[1] ?? '');
  return verbSet.has(first);
}

export function isLedeVerb(word: string): boolean {
  return verbSet.has(comparable(word));
}

/** Speech and connecting words that carry a story on; no list of headlines begins so. */
const chained =
  /^["«“]?(?:و(?:قال|اضاف|تابع|اوضح|اشار|لفت|اكد|ذكر|افاد|شدد|بين|زاد|اعتبر|راي|ختم|اعلن|كشف|نقل|حذر|دعا|دعت|طالب|اعرب|جاء|كان|كانت|يذكر|تاتي|ياتي|من جهت|في |على |عن |بحسب|حسب|فق |صرح|اردف|استطرد|نفي)|يذكر ان|يشار الي|جدير بالذكر|والجدير|من جهت|من جانب|في المقابل(?= |،|$)|في سياق|كما |الي ذلك|فقال|بدور|وبدور)/;

/** Whether a text carries a story on («وأضاف…»، «من جهته…») and so belongs to a body. */
export function carriesOn(text: string): boolean {
  return chained.test(comparable(text).slice(0, 40));
}
