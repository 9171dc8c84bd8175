import { fold } from '../fold.ts';
import type { KnownEntity } from './entity.ts';

/** ISO 3166-1 codes of the countries and territories whose Arabic names come from CLDR, and Kosovo. */
const codes =
  `AD AE AF AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BM BN BO BR BT BW BY BZ CA CF CH CI CL CM CN CO CR CU CY CZ DE DJ DK DO
  DZ EC EE EG EH ER ES ET FI FJ FR GA GB GE GH GI GL GM GN GQ GR GT GW GY HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KM KP KR KW KZ
  LA LB LI LK LR LS LT LU LV LY MA MC MD ME MG MK ML MN MR MT MU MW MX MY MZ NA NE NG NI NL NO NP NZ OM PA PE PG PH PK PL PR PT PY QA RO RS RU
  RW SA SC SD SE SG SI SK SL SM SN SO SR SS SV SY SZ TD TG TH TJ TM TN TR TT TW TZ UA UG US UY UZ VA VE VN XK YE ZA ZM ZW`.split(
    /\s+/,
  );

/** How papers of the Arab countries write them besides. */
const otherNames: Readonly<Record<string, string>> = {
  AE: 'الإمارات،الإمارات العربية،دولة الإمارات،دولة الإمارات العربية،دولة الإمارات العربية المتحدة',
  AO: 'أنجولا',
  AR: 'الأرجنتين',
  AZ: 'أذربيدجان،اذربيجان',
  BA: 'البوسنة،البوسنة و الهرسك',
  BD: 'بنغلادش،بنجلادش،بنجلاديش،بنغلاديش',
  BF: 'بوركينافاسو،بوركينا',
  BG: 'بلغاريا،بلجاريا',
  BI: 'بوروندي',
  BY: 'بيلاروسيا،روسيا البيضاء،بيلوروسيا',
  CF: 'أفريقيا الوسطى،إفريقيا الوسطى،جمهورية إفريقيا الوسطى',
  CI: 'كوت ديفوار،الكوت ديفوار،كوت دي فوار،الكوديفوار',
  CL: 'الشيلي،شيلي',
  CM: 'الكامرون،كاميرون',
  CN: 'الصين الشعبية',
  CO: 'كولمبيا',
  CZ: 'جمهورية التشيك،تشيكيا',
  DK: 'الدنمارك،الدنمرك،الدانمارك',
  DO: 'الدومينيكان',
  EC: 'الاكوادور،إكوادور',
  EE: 'أستونيا',
  EG: 'جمهورية مصر العربية',
  ES: 'أسبانيا',
  ET: 'أثيوبيا،الحبشة،اثيوبيا',
  GA: 'الجابون،الڨابون',
  GB: 'بريطانيا،بريطانيا العظمى،إنجلترا،انقلترا،إنكلترا،اسكتلندا،أسكتلندا،ويلز،إيرلندا الشمالية،أيرلندا الشمالية',
  GN: 'غينيا كوناكري،غينيا كوناكري',
  GT: 'جواتيمالا',
  HU: 'المجر',
  ID: 'أندونيسيا',
  IE: 'إيرلندا،ايرلندا،جمهورية أيرلندا',
  IN: 'الهند',
  IR: 'الجمهورية الإسلامية الإيرانية',
  IS: 'أيسلندا،إيسلندا،ايسلندا،آيسلاندا،إيسلاندا',
  KG: 'قرغيزستان،قرغيزيا',
  KP: 'كوريا الشمالية',
  KR: 'كوريا الجنوبية،كوريا',
  KZ: 'كازخستان',
  LK: 'سيريلانكا،سري لانكا',
  LU: 'لوكسمبورج،اللوكسمبورغ،لكسمبورغ',
  MA: 'المملكة المغربية',
  MD: 'مولدافيا',
  MK: 'مقدونيا',
  MR: 'موريطانيا',
  MX: 'مكسيك',
  MZ: 'الموزمبيق،موزنبيق',
  NL: 'هولاندا',
  NO: 'النورويج',
  NZ: 'نيوزيلاندا،نيوزلندا',
  OM: 'سلطنة عمان',
  PG: 'بابوا',
  PH: 'الفيلبين،الفليبين',
  PL: 'بولونيا',
  PY: 'البراغواي،الباراغواي،باراجواي',
  RO: 'رومانيا',
  RU: 'روسيا الاتحادية،الاتحاد الروسي',
  SA: 'السعودية،العربية السعودية',
  SN: 'السينغال',
  SY: 'سورية،الجمهورية العربية السورية',
  TD: 'التشاد',
  TG: 'الطوغو،الطوجو',
  TH: 'تايلند،تايلندا،التايلاند',
  TR: 'تركية',
  TZ: 'تنزانيا',
  UA: 'أكرانيا،اوكرانيا،أوكرانية',
  US: 'الولايات المتحدة الأمريكية،الولايات المتحدة الأميركية،أمريكا،أميركا،الولايات المتّحدة',
  UY: 'الأوروغواي،أوروغواي،الأورغواي،أوروجواي',
  VE: 'فينزويلا',
  VN: 'الفيتنام،فييتنام،فيتنام',
  YE: 'الجمهورية اليمنية',
  ZA: 'جنوب إفريقيا',
  ZM: 'زمبيا',
  ZW: 'زمبابوي،زيمبابوي',
};

/** Names that are also a word, a person's or another place's: «مالي» is «financial», «بنين» «boys», «جورجيا» a state. */
const ambiguous = new Set(['ML', 'BJ', 'TD', 'OM', 'GN', 'PA', 'SV', 'ME', 'GI', 'NE', 'TG']);
/** Parts of the world and lands that are no states of CLDR's list. */
const regions = `فلسطين،فلسطين المحتلة،الأراضي الفلسطينية،الأراضي الفلسطينية المحتلة،الضفة الغربية،الضفة الغربية المحتلة،قطاع غزة،غزة،القدس،القدس المحتلة،القدس الشرقية،الجولان،هضبة الجولان،
  الكونغو،الكونغو الديمقراطية،الكونغو الديموقراطية،جمهورية الكونغو الديمقراطية،جمهورية الكونغو،الكونغو برازافيل،المالديف،جزر المالديف،ميانمار،بورما،هونغ كونغ،هونج كونج،ماكاو،إقليم كردستان،كردستان العراق،كردستان،
  الرأس الأخضر،موريشيوس،جزر موريس،القرم،شبه جزيرة القرم،الشيشان،داغستان،التبت،كشمير،كاتالونيا،كتالونيا،إقليم كتالونيا،الأندلس،صقلية،سردينيا،كورسيكا،سيبيريا،ألاسكا،هاواي،كيبيك،
  أوروبا،أوروبا الشرقية،أوروبا الغربية،آسيا،آسيا الوسطى،أفريقيا،إفريقيا،شمال أفريقيا،شمال إفريقيا،غرب أفريقيا،غرب إفريقيا،شرق أفريقيا،أمريكا اللاتينية،أميركا اللاتينية،أمريكا الجنوبية،أميركا الجنوبية،أمريكا الشمالية،الشرق الأوسط،الشرق الأدنى،
  المغرب العربي،الخليج العربي،منطقة الخليج،بلاد الشام،القرن الأفريقي،القرن الإفريقي،دول الخليج،شبه الجزيرة العربية،الجزيرة العربية،البلقان،القوقاز،البحر الأبيض المتوسط،البحر المتوسط،البحر الأحمر,البحر الأسود،بحر قزوين،الخليج الفارسي،
  المحيط الأطلسي،المحيط الهادي،المحيط الهادئ،المحيط الهندي،المحيط الأطلنطي،قناة السويس،مضيق هرمز،مضيق باب المندب،باب المندب،مضيق جبل طارق،نهر النيل،نهر الفرات،نهر دجلة,البحر الميت،سيناء،شبه جزيرة سيناء،صحراء سيناء,النقب,الجليل،دارفور،إقليم دارفور,
  البلاد التونسية،الجمهورية التونسية،القطب الشمالي،القطب الجنوبي,الساحل الأفريقي,الساحل الإفريقي,إسكندنافيا,الدول الإسكندنافية,الاتحاد السوفياتي,الاتحاد السوفيتي,يوغوسلافيا,تشيكوسلوفاكيا,ألمانيا الشرقية,ألمانيا الغربية,
  لامبيدوزا,جزيرة لامبيدوزا,سبتة,مليلية,الصحراء الكبرى,الربع الخالي,جبل الشيخ,وادي السيليكون`;

const regionNames = new Intl.DisplayNames('ar', { type: 'region' });

const splitNames = (list: string): string[] =>
  list
    .split(/[،,]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');

/** Countries, parts of the world and lands, with their spellings. Source: CLDR's Arabic names (Intl.DisplayNames). */
export const countries: readonly KnownEntity[] = [
  ...codes.flatMap((code): KnownEntity[] => {
    const name = (regionNames.of(code) ?? code).normalize('NFC').replace(/[\u064b-\u0652]/g, '');
    const others = splitNames(otherNames[code] ?? '');
    if (!ambiguous.has(code)) return [{ kind: 'place', name, otherNames: others }];
    // Only the short name is another word as well.
    return [name, ...others].map((one) => ({
      kind: 'place',
      name: one,
      otherNames: [],
      ...(!one.includes(' ') && { ambiguous: true }),
    }));
  }),
  ...splitNames(regions).map((name): KnownEntity => ({ kind: 'place', name, otherNames: [] })),
];

/** Adjectives that the rule does not give. */
const irregularAdjectives = `ألماني ألباني أمريكي أميركي بريطاني إنجليزي إنكليزي انقليزي اسكتلندي ويلزي نمساوي هنغاري مجري إماراتي سعودي فلسطيني صهيوني بوسني صربي هولندي نمساوي نيوزيلندي إيفواري غاني
  قبرصي يوناني إغريقي صيني عماني قمري كونغولي كوري تشيكي دنماركي فلبيني سلوفاكي روماني لاتيني أوروبي آسيوي أفريقي إفريقي عربي خليجي مغاربي شامي كردي أمازيغي شيشاني كتالوني كاتالوني باسكي
  شرقي غربي متوسطي أطلسي دولي أممي سوفيتي سوفياتي بولوني بولندي برازيلي سويسري كامروني سينغالي زمبي ملغاشي موريطاني تشادي نيجري نيجيري`;

/**
 * Adjectives of countries and peoples, folded, masculine singular without article: they qualify («الروسي») and are no
 * places. By rule from the country's name: its article and its ending ا، ة، يا go, ي is added.
 */
export const nationalities: ReadonlySet<string> = new Set([
  ...irregularAdjectives.split(/\s+/).map(fold),
  ...countries.flatMap(({ name, otherNames: others }) =>
    [name, ...others]
      .filter((one) => !one.includes(' '))
      // «ألمانيا» has no article.
      .map((one) => fold(one.replace(/^ال(?=...)/, '')))
      .map((one) => `${one.replace(/(?:يا|يه|ا|ه)$/, '')}ي`.replace(/يي$/, 'ي')),
  ),
]);

/** Takes a folded word without its article; true for an adjective of a country in any gender and number. */
export function isNationality(word: string): boolean {
  if (nationalities.has(word)) return true;
  const masculine = word.replace(/(?:ه|ون|ين|ات|ان|تين|تان)$/, '');
  return masculine !== word && nationalities.has(masculine);
}
