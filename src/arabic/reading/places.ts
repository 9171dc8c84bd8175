import { arabPlaces } from './gazetteer/arab-places.ts';
import { smallerArabTowns } from './gazetteer/smaller-arab-towns.ts';
import { smallerWorldTowns } from './gazetteer/smaller-world-towns.ts';
import { worldPlaces } from './gazetteer/world-places.ts';
import { comparable, foldedSet } from './words.ts';

/**
 * Whether a text names a place. Known places are found in whatever spelling Arab papers use; words that make a place of
 * another («ريف حلب»، «شمال غزة»، «محافظة إب»، «القدس المحتلة») are read off. An unknown place is still understood by
 * what follows it (see `dateline-proof.ts`).
 */

/**
 * One key for the spellings of a place: no spaces or hyphens (بن قردان, بنقردان), a final ه or ا for either
 * (سوريا, سورية), no doubled vowel letters (بيونغ يانغ, بييونغ يانغ).
 */
function placeKey(text: string): string {
  return comparable(text)
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replace(/(?<=.{3})[اه]$/u, 'ا')
    .replace(/([وي])\1+/g, '$1');
}

/** One letter for the g of foreign names (هامبورغ, هامبورج); not for Arab ones, for جدة is not غدا. */
function foreignKey(text: string): string {
  return placeKey(text).replace(/ج/g, 'غ');
}

/** Every known place in its folded form («القاهره»), as listed: for other parts that look names up. */
export const placeNames: ReadonlySet<string> = foldedSet(
  [...Object.values(arabPlaces), ...Object.values(worldPlaces)].join('،'),
);

const keysOf = (
  lists: readonly Readonly<Record<string, string>>[],
  key: (text: string) => string,
): Set<string> =>
  new Set(
    lists
      .flatMap((countries) => Object.values(countries))
      .flatMap((list) => list.split('،'))
      .map(key)
      .filter((found) => found !== ''),
  );
const arab = keysOf([arabPlaces, smallerArabTowns], placeKey);
const foreign = keysOf([worldPlaces, smallerWorldTowns], foreignKey);
/** «عواصم - وكالات»: from many places at once. */
const manyPlaces = new Set(['عواصم', 'العواصم'].map(placeKey));

/** Places whose names are also words or persons' names: alone before a dash they prove nothing. */
const doubtful = new Set(
  'الفجر، منى، بدر، ليلى، سلمى، جمال، عيسى، الصدر، الحي، العلم، الدور، الشمال، حقل، الوجه، الصف، التل، السند، القبة، الجزيرة، كان، ليل، نيس، وان، واو، هيا، هون، بور، باري، كوس، بال، ريو، بلد، الكرامة، النعمة، الوسطى، الوادي، القطار، القاسم، الأزرق، الهول، المنصور، الظاهرة، المثلث، طويلة، الراعي، العالية، القطن، الصمار، القصور، العيون، التضامن، الزهراء، النخيل، السلام، مصدر، الحصن، العين، الباب، الدرب، الدار، بيت، جالو، ودان، نبل، نوى، جبع، جمال، الخضر، الرفاعي، تربة، عرابة، فاس، صور، قم، إب، العلا، القنطرة، البيضاء، الميادين، الشرقية، الغربية، الداخلة، المدينة، طريف، العقيق، الريان، الخور، شمال، جنوب، الاتحاد الأوروبي، حلف الأطلسي، كالي، فارو، بالما، بالو، ميدان، ديلي، سانتا كروز، سلفادور، فيكتوريا، رين، إيسن، هاله، بيرم، الشروق، الشهداء، دار السلام، الطويلة، الحمراء، العامرة، المنصورة، الميناء، الجديدة، الصالحية، المزار، العيص، يسر، الزيتون، التفاح، الرمال، الشاطئ، بربر، الرهد، نوري، زمزم، القلعة، السائح، الهضبة، القصبة، المالح، المعتصم، الحمام، الوليد، الحضر، حضر، المطرد، العقيلة، المزرعة، الطيبة، الغدير، الشط، العوجا، التبانة، البقعة، الوحدات، الدرة، جابر، القصبات، العقلة، العوينات، المرسى، الشارف، الوردية، غزالة، الكسرة، الصينية، حورة، الزهرة، المنيرة، الغيل، الأبرق، الكفل، الحسينية، السليل، البدائع، المنزه، البحيرة، سرار، القناوص، الحارث، مليح، ياسين، صوير، العبور، القرنة، الخضراء، الحرية، السلام، مربح، الدبة، العامرية، الحيدرية، النيل، القابل، حيان، مران، حبان، الشيوخ، الحاضر، ذيبان، الصابري، الهواري، الرفاع، عالي، الخبر'
    .split('،')
    .map(placeKey),
);

export function isDoubtfulPlace(text: string): boolean {
  return doubtful.has(placeKey(text));
}

/** Words with which towns' names begin («كفر الزيات»، «تل أبيض»، «عين صالح»): so do those of towns that no list has. */
const head =
  /^(?:كفر|تل|تله|عين|عيون|بير|دير|بيت|وادي|راس|خان|قصر|قصور|قلعه|حاسي|اولاد|ولاد|بني|منزل|ساقيه|خربه|برج|سوق|حمام|جب|كوم|ميت|منيه|منشاه|نجع|عزبه|شبرا|جسر|حاجب|ذراع|شط|مجاز|باب|خور|ايت|تيزي|دوار|عقله|حوش|مجدل|رجم|غار|قريه|بلده|مدينه|مخيم) (?=\S{3})/;

/** Two or three words of which the first makes a place's name of them. A shape only, no proof. */
export function isPlaceShaped(text: string): boolean {
  const folded = comparable(text);
  return head.test(folded) && /^\S+ \S+(?: \S+)?$/.test(folded) && !/[\d؟!.:،]/u.test(text);
}

/** Words before a place that make another place of it. */
const before =
  /^(?:شمال|جنوب|شرق|غرب|شمالي|جنوبي|شرقي|غربي|وسط|ريف|ضواحي|محافظه|ولايه|مدينه|مدينتا|منطقه|اقليم|مخيم|مخيمات|مديريه|بلده|قريه|قطاع|جزيره|جزر|مطار|ميناء|معبر|جبل|وادي|قضاء|ضاحيه|عماله|امارة|اماره|جمهوريه|مملكه|العاصمه|حدود|حي|سهل) +(?=\S)/;
/** Words behind a place that keep it one. */
const behind =
  / +(?:المحتله|المحتل|العاصمه|الكبري|الجديده|القديمه|الشرقيه|الغربيه|الشماليه|الجنوبيه|الشمالي|الجنوبي|الشرقي|الغربي|المقدسه|المكرمه|المنوره|الاشرف|المحاصره|الساحليه|السوريه|العراقيه|المصريه|الليبيه|اللبنانيه|التونسيه|اليمنيه|التركيه|الحدوديه)$/;
/** «شمال حلب» reads one word off; «ريف حلب الشمالي» two. */
const deepest = 3;

export function isPlace(text: string): boolean {
  return text.length <= 60 && isPlaceFolded(comparable(text), deepest);
}

function isPlaceFolded(text: string, depth: number): boolean {
  // «د ب أ» is no «دبا».
  if (text === '' || /^\p{L}(?:[ .]+\p{L})*\.?$/u.test(text)) return false;
  if (arab.has(placeKey(text)) || foreign.has(foreignKey(text)) || manyPlaces.has(placeKey(text)))
    return true;
  if (depth === 0) return false;
  const short = text.replace(before, '');
  if (short !== text && isPlaceFolded(short, depth - 1)) return true;
  const head = text.replace(behind, '');
  return head !== text && isPlaceFolded(head, depth - 1);
}

/** «القاهرة»، «بيروت/دمشق»، «لندن، باريس»، «بيروت ودمشق»، «دبي، الإمارات العربية المتحدة»: one to four places. */
export function isPlaces(text: string): boolean {
  if (isPlace(text)) return true;
  if (text.length > 90) return false;
  const parts = text.split(/\s*[/،,+&()-]\s*|\s+و\s*(?=\S{3})/u).filter((part) => part !== '');
  return parts.length > 1 && parts.length <= 4 && parts.every((part) => isPlace(part));
}
