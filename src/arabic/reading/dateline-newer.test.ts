import { expect, test } from 'vitest';
import { readDateline } from './dateline.ts';
import { readText } from './reading.ts';

const report = 'أعلنت الوزارة أمس افتتاح ثلاث مدارس جديدة في القرى البعيدة.';

test.each([
  ['هلسنكي... {b}', 'هلسنكي', undefined, undefined],
  ['بيروت .. {b}', 'بيروت', undefined, undefined],
  ['عمان؛ {b}', 'عمان', undefined, undefined],
  ['موسكو > {b}', 'موسكو', undefined, undefined],
  ['رام الله_{b}', 'رام الله', undefined, undefined],
  ['الرباط ، {b}', 'الرباط', undefined, undefined],
  ['[فاس] {b}', 'فاس', undefined, undefined],
  ['القاهرة - مراسل «الوطن»: {b}', 'القاهرة', 'الوطن', undefined],
  ['من خالد محمود القاهرة (رويترز) - {b}', 'القاهرة', 'رويترز', 'خالد محمود'],
  ['جوزيف حبوش - زحلة - {b}', 'زحلة', undefined, 'جوزيف حبوش'],
  ['دمشق (رويترز - سمر يوسف) - {b}', 'دمشق', 'رويترز', 'سمر يوسف'],
  ['"وفا" - جنيف: {b}', 'جنيف', 'وفا', undefined],
  ['(المدن) - {b}', undefined, 'المدن', undefined],
  ['كونا - {b}', undefined, 'كونا', undefined],
  ['الأناضول - كفرحونة: {b}', 'كفرحونة', 'الأناضول', undefined],
])('%s', (form, place, agency, reporter) => {
  const read = readDateline(form.replace('{b}', report));
  expect([read?.place, read?.agency, read?.reporter, read?.rest]).toEqual([place, agency, reporter, report]);
});

test.each([
  'تونس... مدينة لا تنام في الصيف ولا في الشتاء كما يقول أهلها.',
  'القاهرة-الإسكندرية الصحراوي يشهد ازدحاما كبيرا في كل مساء.',
  'معا - يدا بيد - نبني الوطن كما قال الشاعر في قصيدته الأخيرة.',
  'القاهرة؛ هذه المدينة الكبيرة، لا تنام في ليالي الصيف الطويلة.',
])('%s has none', (line) => {
  expect(readDateline(line)).toBeUndefined();
});

const page = (...lines: string[]) => readText(['مدارس جديدة في القرى البعيدة', ...lines, report].join('\n'));

test.each([
  ['المصدر: جنيف - رويترز', 'جنيف', 'رويترز', undefined],
  ['وات / تونس', 'تونس', 'وات', undefined],
  ['سمر أبو شادي (أ.ف.ب)', undefined, 'أ.ف.ب', 'سمر أبو شادي'],
  ['مقابلة: سمر أبو شادي', undefined, undefined, 'سمر أبو شادي'],
  ['ترجمة سمر أبو شادي', undefined, undefined, 'سمر أبو شادي'],
  ['مراسلتنا في بيروت سمر أبو شادي', 'بيروت', undefined, 'سمر أبو شادي'],
  ['ترجمة: لمياء ورغي', undefined, undefined, 'لمياء ورغي'],
])('above the text: %s', (line, place, agency, reporter) => {
  const { dateline, agency: told, reporter: wrote, paragraphs } = page(line);
  expect([dateline, told, wrote, paragraphs]).toEqual([place, agency, reporter, [report]]);
});

test('a picture’s credit above the text is nobody’s byline', () => {
  const { dateline, reporter } = page('صورة أرشيفية (رويترز)');
  expect([dateline, reporter]).toEqual([undefined, undefined]);
});

test('what a picture shows and whose it is stand above the text as furniture', () => {
  const { dateline, agency, reporter, paragraphs } = page('مقر المصرف المركزي. رويترز');
  expect([dateline, agency, reporter, paragraphs]).toEqual([undefined, undefined, undefined, [report]]);
});

test('news that breaks above the headline is another story', () => {
  const { headline } = readText(
    ['عاجل: زلزال في جزيرة بعيدة', 'مدارس جديدة في القرى البعيدة', report].join('\n'),
  );
  expect(headline).toBe('مدارس جديدة في القرى البعيدة');
});

test('a story goes on behind an invitation to comment', () => {
  const more = 'ويتكون المجلس من خمسة أعضاء ينتخبون كل أربع سنوات من بين سكان القرى.';
  const { paragraphs } = readText(
    ['مدارس جديدة في القرى البعيدة', report, 'شاركنا رأيك في التعليقات', more].join('\n'),
  );
  expect(paragraphs).toEqual([report, more]);
});

test('a line of the newer marks ends, however long', { timeout: 120_000 }, () => {
  for (const unit of [
    'موسكو... ',
    'وفا > ',
    'غزة_',
    '(رويترز - ',
    '"وفا" - ',
    '#تونس ',
    'المصدر: ',
    'ورغي و',
  ])
    // What is quadratic would not be done within the test's time.
    for (const text of [unit.repeat(8000), `${unit}\n`.repeat(4000)])
      expect(readText(text).paragraphs).toBeDefined();
});
