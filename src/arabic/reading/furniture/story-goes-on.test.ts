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
