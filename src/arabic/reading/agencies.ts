import { agencyNames } from './gazetteer/agency-names.ts';
import { comparable } from './words.ts';

/**
 * Whether a text names an agency, a paper or a channel. `sure` names are nothing else; everyday words («الحياة»، «معا»)
 * count only where what stands round them already speaks for an agency; so do shapes that only such names have
 * («وكالة … للأنباء»، «… نيوز»، «… نت»).
 */

/** Letters that stand alone stay apart («ا ب» is an agency, «اب» a month); other names lose spaces and marks. */
function agencyKey(text: string): string {
  const plain = comparable(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return /^\p{L}(?: \p{L}){1,3}$/u.test(plain) ? plain : plain.replaceAll(' ', '');
}

const keysOf = (list: string): ReadonlySet<string> =>
  new Set(
    list
      .split('،')
      .map(agencyKey)
      .filter((key) => key !== ''),
  );
const words = keysOf(agencyNames.alsoWords);
const sure = new Set([...keysOf(agencyNames.sure)].filter((key) => !words.has(key)));
const papers = new Set([...keysOf(agencyNames.papers), ...words]);

/** Shapes of names; each takes the folded text without marks. */
const certainShapes: readonly RegExp[] = [
  // «وكالة الأنباء السعودية»، «وكالة الصحافة الفرنسية»
  /^(?:وكاله|الوكاله) (?:ال)?(?:انباء|صحافه|اخبار|اعلام|وطنيه للاعلام)(?: \S+){0,4}$/,
  // «وكالة معا الإخبارية»، «وكالة شهاب للأنباء»
  /^وكاله \S+(?: \S+){0,2} (?:للانباء|الاخباريه|الاعلاميه|للاعلام)$/,
  // «دب أ», «أف ب»: letters that lost a space
  /^(?:دب ا|د با|اف ب|ا فب|اش ا|ا شا|يوبي اي)$/,
  // «MSN عربي»، «NHK بالعربية»
  /^[a-z][a-z0-9]{1,9} (?:عربيه?|بالعربيه?|العربيه)$/,
];
const guardedShapes: readonly RegExp[] = [
  /^(?:وكاله|وكالات|صحيفه|جريده|يوميه|قناه|موقع|شبكه|اذاعه|راديو|مجله|بوابه|تلفزيون|منصه|خدمه|اخبار|مراسلو) \S+(?: \S+){0,3}$/,
  /^(?:صوت|صدي|نبض|مراه|منبر|نيوز|صدا) \S+(?: \S+)?$/,
  /^\S+(?: \S+){0,2} (?:نت|نيوز|اونلاين|برس|بريس|بوست|تايمز|تي في|ميديا|لايف|بلس|الاخباريه|الدوليه)$/,
  /^\S{3,}(?:نيوز|برس|بريس)$/,
  // «و أ م»، «ن.ن.أ»: letters that stand alone
  /^\p{L}(?: \p{L}){1,3}$/u,
  // Names in Latin letters
  /^[a-z][a-z0-9]{1,11}(?: (?:news|arabic|tv|online|agency))?$/,
  /^[a-z0-9-]+(?: (?:com|net|org|tv|news|info|ch|de|fr|uk|sa|ae|eg|ma|tn|dz|jo|qa|me))$/,
];

/** What a house adds to its name for one of its services: «CNN بالعربية», «بي بي سي نيوز عربي», «رووداو ديجيتال». */
const service =
  / (?:(?:نيوز )?(?:عربيه?|بالعربيه?|العربيه)|نيوز|ديجيتال|اونلاين|اون لاين|نت|مباشر|بلس|لايف|بزنس|اقتصاد|سبورت|رياضه|بالفرنسيه|بالانجليزيه|انترناشونال)$/;

function isOne(text: string, guarded: boolean): boolean {
  const plain = comparable(text.replace(/[«»"“”'’‘()[\]_*]/g, ' '))
    .replace(/[.\s-]+/g, ' ')
    .trim();
  if (plain === '' || plain.length > 50) return false;
  const key = agencyKey(plain);
  if (sure.has(key)) return true;
  // «وكالة الأنباء القطرية ــ صحار» is more than its name.
  if (/\s[-–—ـ|/]+\s|\S[-–—]\s/u.test(text)) return false;
  if (certainShapes.some((shape) => shape.test(plain))) return true;
  const house = plain.replace(service, '');
  if (house !== plain && house.length > 2 && sure.has(agencyKey(house))) return true;
  // «وكالة رويترز»، «مراسل رويترز»
  const named = plain.replace(/^(?:وكاله|وكاله انباء|صحيفه|جريده|قناه|موقع|شبكه) /, '');
  if (named !== plain && sure.has(agencyKey(named))) return true;
  if (!guarded) return false;
  return papers.has(key) || papers.has(agencyKey(named)) || guardedShapes.some((shape) => shape.test(plain));
}

/**
 * Whether the text names one agency or several («رويترز، أ ف ب»، «الحياة + وكالات»). `guarded` says that its
 * surroundings already speak for an agency.
 */
export function isAgency(text: string, guarded: boolean): boolean {
  if (text.length > 120) return false;
  if (isOne(text, guarded)) return true;
  const parts = text
    .split(/\s*[،,+/&|]\s*|\s+و\s?(?=[«"\p{L}])|\s+مع\s+|\s+[-–—]\s+/u)
    .filter((part) => part.trim() !== '');
  return (
    parts.length > 1 &&
    parts.length <= 5 &&
    parts.every((part) => isOne(part, guarded)) &&
    (guarded || parts.some((part) => isOne(part, false)))
  );
}

/** Whether the text is the name of a wire, also where it is a word too: behind a place «قنا» is an agency, «الرياض» a place. */
export function isWire(text: string): boolean {
  return isOne(text, false) || words.has(agencyKey(text));
}

/** Whether a list has the name, be it a word too: of «الشروق» between a day and a place there is no doubt. */
export function isListed(text: string): boolean {
  if (isWire(text) || papers.has(agencyKey(text))) return true;
  // «الجزيرة + وكالات»
  const parts = text.split(/\s*[،,+/&]\s*|\s+مع\s+/u);
  return (
    parts.length > 1 &&
    isAgency(text, true) &&
    parts.every((part) => isWire(part) || papers.has(agencyKey(part)))
  );
}

/** Names with which «وكالة» is written as a part of them: «وكالة الأناضول», «وكالة فرانس برس». */
const withWord = /^(?:الأناضول|فرانس برس|سبوتنيك)$/u;

/** The name without quotation marks and brackets, and without «صحيفة» before it, or «وكالة» before a name that stands by itself. */
export function agencyName(text: string): string {
  const name = text
    .replace(/[«»"“”()[\]*_]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:صحيفة|جريدة)\s+(?=\S)/u, '');
  const short = name.replace(/^وكالة\s+(?=\S)/u, '');
  return short !== name &&
    !withWord.test(short) &&
    (isAgency(short, false) || isListed(short) || !/\s|^ال/u.test(short))
    ? short
    : name;
}
