import { expect, test } from 'vitest';
import { findFurniture } from './find-furniture.ts';

const lede = 'أعلنت البلدية اليوم افتتاح حديقة عامة جديدة على ضفة النهر بعد عامين من الأشغال.';
const drops = (lines: readonly string[]): string[] => {
  const drop = findFurniture(lines);
  return lines.filter((_, i) => drop[i] === true);
};

test('behind an invitation to comment and a picture’s credit a story goes on with its own words', () => {
  const more = 'افتتاح الحديقة تأخر عامين بسبب نقص المال، كما تقول البلدية التي وعدت بحدائق أخرى';
  expect(drops([lede, 'شاركنا رأيك في التعليقات', 'مصدر: Getty', more, lede])).toEqual([
    'شاركنا رأيك في التعليقات',
    'مصدر: Getty',
  ]);
});

test('readers’ words behind a heading of comments are no story', () => {
  const comments = ['التعليقات (2)', 'سمر يوسف', 'شكرا لكم على هذا الخبر الجميل'];
  expect(drops([lede, ...comments])).toEqual(comments);
});

test('rows built as a story’s own stay behind a list of other stories', () => {
  const rows = ['مدارج غربية : 12 دينار', 'مدارج شرقية : 15 دينار'];
  const list = ['اقرأ أيضا', 'وزير النقل يزور الميناء', 'الفريق الوطني يفوز بالكأس'];
  expect(drops([lede, ...rows, ...list, 'منصة شرفية : 120 دينار'])).toEqual(list);
});

test('a bullet behind titles without one begins a list of the story’s own', () => {
  const list = ['اقرأ أيضا', 'وزير النقل يزور الميناء', 'الفريق الوطني يفوز بالكأس'];
  const own = '* السبت 27 ماي بداية من الساعة 15:30 في ملعب المدينة';
  expect(drops([lede, 'وفي ما يلي البرنامج:', ...list, own, lede])).toEqual(list);
});

const titles = ['وزير النقل يزور الميناء الجديد', 'الفريق الوطني يفوز بكأس القارة'];
const list = ['مختارات', ...titles];
const program = ['الملعب القديم – اتحاد الواحة', 'نجمة الساحل - هلال الجبل', 'شباب الوادي - نهضة الميناء'];

test.each([
  ['pairs of a programme', program],
  [
    'rows that end in the same word',
    ['مدرج النخيل : 900 متفرج', 'مدرج الزيتون : 450 متفرج', 'مدرج البحر : 80 متفرج'],
  ],
  [
    'names with telephones',
    ['حي النخيل : سمر يوسف : 55512340', 'حي الزيتون : أحمد علي : 55512341', 'الضفة : ليلى حسن : 55512342'],
  ],
  [
    'scores',
    ['جمعية الحي / شبيبة الواحة 2-1', 'ترجي الوادي / نجم الميناء 0-0', 'نادي الجبل / هلال المدينة 3-2'],
  ],
])('behind a list and an advertisement stay %s', (_, rows) => {
  expect(drops([lede, ...list, 'إعلان', ...rows, lede])).toEqual([...list, 'إعلان']);
  const [first = '', ...others] = rows;
  expect(drops([lede, first, ...list, 'إعلان', ...others])).toEqual([...list, 'إعلان']);
});

test.each([
  'السبت 11 مارس بداية من الساعة 18:00 نادي الوادي - نجم الميناء',
  'وسيتم صرف هذه المنحة للعائلات بداية من أول الشهر',
  'وقدرت نسبة النمو في الفصل الأخير من السنة بثلاثة بالمائة',
  'النتائج :',
])('behind titles stays %s', (own) => {
  expect(drops([lede, ...list, own, lede])).toEqual(list);
});

test('titles that begin with a minister or a place are no verbs behind «و»', () => {
  const more = ['وفد من الوزارة في زيارة إلى المدينة القديمة', 'ويلز تهزم ضيفتها في مباراة ودية بهدفين'];
  expect(drops([lede, ...list, ...more])).toEqual([...list, ...more]);
});

test('a list numbers its titles from one, a story goes on with its own number', () => {
  const numbered = [
    'الأكثر قراءة',
    '1. وزير النقل يزور الميناء الجديد',
    '2. «كأس القارة» للفريق الوطني',
    '3. 20 جريحا في حادث قطار',
  ];
  const own = [
    '11- سمر بنت يوسف من مواليد المدينة القديمة سنة 1980',
    '12- ليلى بنت حسن من مواليد الضفة الشرقية سنة 1981',
  ];
  expect(drops([lede, own[0] ?? '', ...numbered, own[1] ?? '', lede])).toEqual(numbered);
});

test('titles with a time before them, or a count behind, are no table', () => {
  const timed = [
    'آخر الأخبار',
    '12:30 وزير النقل يزور الميناء الجديد',
    '12:10 الفريق الوطني يفوز بالكأس',
    '11:55 أمطار غزيرة على الساحل',
  ];
  const counted = [
    'الأكثر تعليقا',
    'وزير النقل يزور الميناء (12)',
    'الفريق الوطني يفوز بالكأس (9)',
    'أمطار غزيرة على الساحل (7)',
  ];
  expect(drops([lede, ...timed, ...counted])).toEqual([...timed, ...counted]);
});

test('a window about cookies, or the button below an invitation, begins no foot', () => {
  const windows = ['نستخدم ملفات تعريف الارتباط لتحسين تجربتك', 'موافق', 'أدخل بريدك الإلكتروني', 'اشترك'];
  expect(drops([lede, ...windows, ...program])).toEqual(windows);
});

test('behind the last sentence its signature and its agency’s mark go', () => {
  const signs = ['سمر يوسف', 'مراسلة الوادي نيوز في الجنوب', 'خاص الوادي نيوز', 'وام/سمر يوسف', '--(بترا)'];
  expect(drops([lede, ...signs])).toEqual(signs);
});

test('clocks between the titles of a list close no story', () => {
  const clocked = ['يحدث الآن', '12:30', titles[0] ?? '', '12:10', titles[1] ?? ''];
  expect(drops([lede, ...clocked, lede])).toEqual(clocked);
});

test('the end of a list is not the page’s foot', () => {
  const ended = ['قصص مقترحة', ...titles, 'نهاية قصص مقترحة'];
  const own = ['1- نادي الوادي 24 لقبا', '2- اتحاد الواحة 20 لقبا'];
  expect(drops([lede, 'وفي ما يلي الترتيب الكامل:', ...ended, ...own])).toEqual(ended);
});

test('below a line that ends with its colon stand a story’s own bullets', () => {
  const own = ['- نادي الميناء', '- ترجي الضفة الشرقية', '- اتحاد الجبل الأخضر'];
  expect(drops([lede, 'وفي ما يلي أصحاب المراكز الأولى:', ...own])).toEqual([]);
});

test('a day above the hours of its matches is a story’s own', () => {
  const day = ['الأحد 2 أفريل 2017 :', 'الساعة 15:00 نادي الوادي – نجم الميناء / الملعب القديم'];
  expect(drops([lede, ...day])).toEqual([]);
});

test('a member’s motto below his signature goes, and so does a wire whose name is a word', () => {
  expect(drops([lede, 'سبأ', 'التوقيع', 'من جد وجد ومن زرع حصد'])).toEqual([
    'سبأ',
    'التوقيع',
    'من جد وجد ومن زرع حصد',
  ]);
});

test('numbered readers and what they wrote begin comments without a heading; numbered names of a story do not', () => {
  const readers = ['1 - سمر يوسف', 'حديقة جميلة', '2 - هيثم سالم', 'متى تفتح أبوابها؟'];
  expect(drops([lede, ...readers])).toEqual(readers);
  expect(
    drops([lede, 'وفي ما يلي أسماء الفائزين:', '1 - سمر يوسف', '2 - هيثم سالم', '3 - ليلى علي']),
  ).toEqual([]);
});

test('«النتائج» below a vote is the poll’s, elsewhere the story’s own', () => {
  expect(drops([lede, 'صوّت', 'النتائج', lede])).toEqual(['صوّت', 'النتائج']);
  expect(drops([lede, 'النتائج', lede])).toEqual([]);
});
