import { comparable } from './words.ts';

/**
 * News agencies and the papers and channels that sign their own stories in a dateline, as they are
 * written there. `loose` ones are also ordinary words or proper names, and count only where the place
 * before them or the brackets or quotation marks round them say what they are.
 */
const agencies = `رويترز،رويتر،أ ف ب،أ.ف.ب،ا ف ب،ا.ف.ب،أف ب،فرانس برس،وكالة فرانس برس،أسوشيتد برس،أسوشييتد برس،الأسوشيتد برس،اسوشيتد برس،أ ب،أ.ب،ا ب،ا.ب،
د ب أ،د.ب.أ،د ب ا،د.ب.ا،الألمانية،وكالة الأنباء الألمانية،أ ش أ،أ.ش.أ،ا ش ا،ا.ش.ا،أش أ،الشرق الأوسط،وكالة أنباء الشرق الأوسط،وكالة الشرق الأوسط،شينخوا،شينخوا الصينية،وكالة شينخوا،
سبوتنيك،تاس،إنترفاكس،انترفاكس،نوفوستي،نوفوستى،ايتار تاس،إيتار تاس،سانا،كونا،واس،و ا س،و.ا.س،وام،و ا م،بترا،قنا،بنا،العمانية،سبأ،سبأنت،واج،و أ ج،وأج،وات،و ا ت،و م ع،و.م.ع،ومع،وما،ومأ،وال،سونا،وفا،معا،صفا،
واع،نينا,المدى برس،السومرية نيوز،الأناضول،وكالة الأناضول،إرنا،ارنا،فارس،تسنيم،مهر،إيسنا،ايسنا،كيودو،يونهاب،بلومبرغ،بلومبرج،يو بي آي،يو.بي.آي،يو بي اي،إفي،آكي،أنسا،انسا،
وكالات،الوكالات،وكالات الأنباء،وكالة،مكتب،سي إن إن،سي ان ان،سي.إن.إن،بي بي سي،بي.بي.سي،دويتشه فيله،فرانس 24،فرانس٢٤،سكاي نيوز عربية،سكاي نيوز،روسيا اليوم،آر تي،
العربية.نت،العربية نت،الجزيرة نت،الجزيرة.نت،الشرق نيوز،القدس العربي،العربي الجديد،رأي اليوم،راي اليوم،إرم نيوز،إرم،رصد،هسبريس,24،الوطنية للإعلام،الوكالة الوطنية للإعلام،
reuters،afp،ap،dpa،cnn،bbc،upi،efe،spa،wam،kuna،qna،bna،petra،sana،mena،xinhua،tass،dw،rt،sputnik،ansa,bloomberg,anadolu,aa،map،tap،aps`;
const loose = `الجزيرة،الحياة،الأهرام،الوطن،المدى،العربية،الحدث،النهار،الأخبار،السفير،الرأي،الغد،الدستور،الخليج،البيان،الاتحاد،الشروق،الوفد،عكاظ،الرياض،اليوم،المساء،
الصباح،الزمان،المستقبل،الراي،القبس،الأنباء،السياسة،الراية،الشرق،العرب،الوسط،الأيام،الشبيبة،عمان،المصري اليوم،اليوم السابع،الجمهورية،المغرب،الخبر،الميادين،المنار،الإمارات اليوم،الرؤية،المدينة،اللواء،الديار،البلد,الشاهد`;

const split = (list: string): Set<string> => new Set(list.split(/[،,]/).map((name) => comparable(name)));
const sure = split(agencies);
const unsure = split(loose);

/** Single agency name; quotation marks round it are allowed. */
function isOne(text: string, guarded: boolean): boolean {
  const name = comparable(text.replace(/[«»"“”'()]/g, ' '));
  if (name === '') return false;
  if (sure.has(name) || (guarded && unsure.has(name))) return true;
  // «أ. ف. ب.», «و.ا.س»: letters with any dots and spaces between them.
  if (/^\p{L}(?:[.\s]+\p{L}){1,3}\.?$/u.test(name) && sure.has(name.replace(/[.\s]+/g, ' ').trim()))
    return true;
  return /^(?:وكاله|وكالات|صحيفه|جريده|قناه|موقع|شبكه|خاص|مراسل) \S+(?: \S+){0,2}$/.test(name) && guarded;
}

/**
 * Whether the text names one agency or several («رويترز، أ ف ب»). `guarded` says that its surroundings
 * already speak for an agency, so that names like «الحياة» count too.
 */
export function isAgency(text: string, guarded: boolean): boolean {
  if (isOne(text, guarded)) return true;
  const parts = text.split(/\s*[،,+/]\s*|\s+و(?=[«"])|\s+-\s+/).filter((part) => part.trim() !== '');
  return parts.length > 1 && parts.length <= 5 && parts.every((part) => isOne(part, guarded));
}

/** The name without quotation marks and brackets. */
export function agencyName(text: string): string {
  return text
    .replace(/[«»"“”()]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
