import { expect, test } from 'vitest';
import { readDateline } from './dateline.ts';
import { readText } from './reading.ts';

/** Ways of news sites, of the papers of Algeria and Egypt, and of houses that sign together. */
const report = 'أعلنت الوزارة أمس افتتاح ثلاث مدارس جديدة في القرى البعيدة.';

test.each([
  // Whoever edited or translated it, in the agency's brackets
  ['تطوان (وات/ تحرير سمر يوسف) - {b}', 'تطوان', 'وات', 'سمر يوسف'],
  ['تطوان 5 أوت (وات/تحرير سمر يوسف) - {b}', 'تطوان', 'وات', 'سمر يوسف'],
  // The first of a month
  ['أربيل أول سبتمبر أيلول (د ب أ) - {b}', 'أربيل', 'د ب أ', undefined],
  ['سطيف فاتح ماي 2015 (واج) - {b}', 'سطيف', 'واج', undefined],
  // Houses that sign together
  ['الحياة، رويترز - {b}', undefined, 'الحياة، رويترز', undefined],
  ['الخليج، وكالات – دبي: {b}', 'دبي', 'الخليج، وكالات', undefined],
  ['الجزيرة + وكالات - جنيف: {b}', 'جنيف', 'الجزيرة + وكالات', undefined],
  // One of a house's services
  ['طنجة (CNN بالعربية) - {b}', 'طنجة', 'CNN بالعربية', undefined],
  ['طنجة ـ بي بي سي نيوز عربي: {b}', 'طنجة', 'بي بي سي نيوز عربي', undefined],
  // A paper between its reporter and a place, or by itself
  ['سمر يوسف – الاتحاد – مرسيليا: {b}', 'مرسيليا', 'الاتحاد', 'سمر يوسف'],
  ['الاتحاد من حلب: {b}', 'حلب', 'الاتحاد', undefined],
  ['الغد – {b}', undefined, 'الغد', undefined],
  ['الشروق - كتب أحمد سالم - {b}', undefined, 'الشروق', 'أحمد سالم'],
  ['الأخبار - خاص - {b}', undefined, 'الأخبار', undefined],
  // Nothing parts it from the report
  ['وفا / مادبا {b}', 'مادبا', 'وفا', undefined],
  ['الكرك – الغد {b}', 'الكرك', 'الغد', undefined],
  // A name by its first letter
  ['كتب ب. سهلاوي: {b}', undefined, undefined, 'ب. سهلاوي'],
  ['وهران/ ب. سهلاوي/ الخبر: {b}', 'وهران', 'الخبر', 'ب. سهلاوي'],
  // Two places in brackets, several at once
  ['سمر يوسف (جدة، الدمام) - {b}', 'جدة، الدمام', undefined, 'سمر يوسف'],
  ['عواصم - وكالات: {b}', 'عواصم', 'وكالات', undefined],
  ['وهران – سيدي أحمد ولد سالم – {b}', 'وهران', undefined, 'سيدي أحمد ولد سالم'],
  ['عمّان، الحياة: {b}', 'عمّان', 'الحياة', undefined],
  // Numbers, Latin letters and «مع» in names of houses
  ['سبورت 360 ـ جدة: {b}', 'جدة', 'سبورت 360', undefined],
  ['MSN عربي | سكاكا: {b}', 'سكاكا', 'MSN عربي', undefined],
  ['swissinfo.ch - جنيف: {b}', 'جنيف', 'swissinfo.ch', undefined],
  ['مدريد (يورونيوز مع أ ف ب) - {b}', 'مدريد', 'يورونيوز مع أ ف ب', undefined],
  ['عجمان (نبض الميناء) - {b}', 'عجمان', 'نبض الميناء', undefined],
  ['تيزي وزو (دب أ) - {b}', 'تيزي وزو', 'دب أ', undefined],
  ["كربلاء - 'إيلاف': {b}", 'كربلاء', 'إيلاف', undefined],
  ['«القبس» - راشد حمدان: {b}', undefined, 'القبس', 'راشد حمدان'],
  ['«القبس» - {b}', undefined, 'القبس', undefined],
  ['سمر يوسف - الجريدة: {b}', undefined, 'الجريدة', 'سمر يوسف'],
  ['سبها - سمر يوسف - الفجر - {b}', 'سبها', 'الفجر', 'سمر يوسف'],
  ['أتلانتا، الولايات المتحدة الأمريكية (إيلاف) - {b}', 'أتلانتا، الولايات المتحدة الأمريكية', 'إيلاف', undefined],
  ['فاس - متابعات: {b}', 'فاس', undefined, undefined],
  // What says how it came, beside the house
  ['رسالة صلالة ـ من سمر يوسف: {b}', 'صلالة', undefined, 'سمر يوسف'],
  ['الكومبس – اقتصاد: {b}', undefined, 'الكومبس', undefined],
  ['صحراء ميديا- متابعة: {b}', undefined, 'صحراء ميديا', undefined],
  ['رويترز / ترجمات - جنيف: {b}', 'جنيف', 'رويترز', undefined],
  ['لاهاي في 17 شتنبر 2015 /قنا/ من سمر يوسف .. {b}', 'لاهاي', 'قنا', 'سمر يوسف'],
])('%s', (form, place, agency, reporter) => {
  const read = readDateline(form.replace('{b}', report));
  expect([read?.place, read?.agency, read?.reporter, read?.rest]).toEqual([place, agency, reporter, report]);
});

test.each([
  'الغد - كما نريده - يبدأ اليوم من المدرسة ومن البيت معا.',
  'جدة - الاتحاد فاز على ضيفه بهدفين في المباراة الافتتاحية مساء أمس.',
])('%s names no paper', (line) => {
  expect(readDateline(line)?.agency).toBeUndefined();
});

const page = (...lines: string[]) => readText(['مدارس جديدة في القرى البعيدة', ...lines, report].join('\n'));

test.each([
  ['نشر في الشروق يوم 05 - 08 - 2015', undefined, 'الشروق', undefined],
  ['سمر يوسف نشر في الشروق يوم 05 - 08 - 2015', undefined, 'الشروق', 'سمر يوسف'],
  ['المصدر: "الأخبار"', undefined, 'الأخبار', undefined],
  ['المصدر: سمر يوسف - جنيف', 'جنيف', undefined, 'سمر يوسف'],
  ['نص: سمر يوسف', undefined, undefined, 'سمر يوسف'],
  ['سمر يوسف صحافية', undefined, undefined, 'سمر يوسف'],
  ['سمر يوسف (سوسة) OKAZ_online@', 'سوسة', undefined, 'سمر يوسف'],
  ['تطوان - وات (ترجمة: سمر يوسف)', 'تطوان', 'وات', 'سمر يوسف'],
  ['□ بورتسودان / سمر يوسف', 'بورتسودان', undefined, 'سمر يوسف'],
  ['جدة، الدمام', 'جدة، الدمام', undefined, undefined],
  ['دير الزور (سوريا)', 'دير الزور (سوريا)', undefined, undefined],
  ['خليل الشيخ', undefined, undefined, 'خليل الشيخ'],
  ['سمر يوسف – كاتبة وصحافية سودانية', undefined, undefined, 'سمر يوسف'],
  ['نص: سمر يوسف تابِعْ', undefined, undefined, 'سمر يوسف'],
  ['قصة من سمر يوسف • 3 س', undefined, undefined, 'سمر يوسف'],
  ['تحقيق استقصائي: سمر يوسف', undefined, undefined, 'سمر يوسف'],
  ['✍🏻 بقلم / سمر يوسف', undefined, undefined, 'سمر يوسف'],
  ['مقدمة من سبوتنيك', undefined, 'سبوتنيك', undefined],
  ['كتب   سمر يوسف    ٢٠/ ١٢/ ٢٠١٠', undefined, undefined, 'سمر يوسف'],
  ['رويترز - عرب وعالم', undefined, 'رويترز', undefined],
  ['27 سبتمبر - الجريدة', undefined, 'الجريدة', undefined],
  ['وكالة الأنباء القطرية ــ الدوحة', 'الدوحة', 'وكالة الأنباء القطرية', undefined],
])('above the text: %s', (line, place, agency, reporter) => {
  const { dateline, agency: told, reporter: wrote, paragraphs } = page(line);
  expect([dateline, told, wrote, paragraphs]).toEqual([place, agency, reporter, [report]]);
});

test.each(['حادث مرور قاتل', 'استرجاع أراضي دولية', 'الكاف: حادث مرور قاتل'])(
  'words of the language are nobody’s name: %s',
  (line) => {
    expect(page(line).reporter).toBeUndefined();
  },
);

test('a story signed by its writer is read below a line that no rule knew', () => {
  const { reporter, paragraphs } = page('لحظة من الافتتاح', `كتبت سمر يوسف: ${report}`);
  expect([reporter, paragraphs.at(-1)]).toEqual(['سمر يوسف', report]);
});
