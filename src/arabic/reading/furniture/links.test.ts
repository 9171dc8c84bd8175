import { expect, test } from 'vitest';
import { readText } from '../reading.ts';
import { findFurniture } from './find-furniture.ts';

const lede = 'أعلنت البلدية اليوم افتتاح حديقة عامة جديدة على ضفة النهر بعد عامين من الأشغال.';
const more = 'وأوضح رئيسها أن الدخول إليها مجاني طوال أيام الأسبوع.';
const title = 'الفريق الوطني يفوز بكأس القارة';
const drops = (lines: readonly string[]): string[] => {
  const drop = findFurniture(lines);
  return lines.filter((_, i) => drop[i] === true);
};

test.each([
  ['a lone bullet', [`• ${title}`]],
  ['a title between bullets', [`• ${title} •`]],
  ['a title below «اقرأ المزيد»', ['اقرأ المزيد', title]],
  ['a title below a section', ['تقارير عربية', title]],
  ['a list as screen readers say it', ['list of 2 items', 'list 1 of 2', title, 'end of list']],
])('%s between paragraphs is another story’s', (_, lines) => {
  expect(drops([lede, ...lines, more])).toEqual(lines);
});

test.each([
  ['a bullet that speaks of the story', ['• افتتاح الحديقة في المساء أيضا']],
  ['bullets in a row', ['• ممرات للدراجات والعربات', '• ملاعب صغيرة للأطفال']],
  ['a bullet below a colon', ['ومما سيجده الزائر:', '• ممرات واسعة للدراجات والعربات']],
  ['a subheading', ['ألعاب وممرات']],
])('%s stays', (_, lines) => {
  expect(drops([lede, ...lines, more])).toEqual([]);
});

test('a reader’s name above words and their button begins the comments', () => {
  const comments = ['يقول أحمد علي:', 'كلام جميل جدا عن المدينة وأهلها الكرام.', 'رد'];
  expect(drops([lede, more, ...comments])).toEqual(comments);
  expect(drops([lede, 'يقول أحمد علي:', '"جئت مع أولادي من أول يوم."', more])).toEqual([]);
});

test('behind the story go a writer above what he is, and keywords without marks', () => {
  const own = [lede, more, 'مدارج غربية : 12 دينار', 'مدارج شرقية : 15 دينار'];
  expect(drops([...own, 'سمر يوسف', 'صحافية من الوادي'])).toEqual(['سمر يوسف', 'صحافية من الوادي']);
  const keywords = 'الحديقة افتتاح الحديقة صور الحديقة ضفة النهر';
  expect(drops([lede, more, keywords])).toEqual([keywords]);
});

test('titles in a box of the newest stand above the headline', () => {
  const headline = 'حديقة جديدة على ضفة النهر';
  expect(
    readText(['الأخبار العاجلة', title, 'وزير النقل يزور الميناء', headline, lede, more].join('\n')).headline,
  ).toBe(headline);
  expect(readText(['عاجل', headline, 'الدخول مجاني طوال الأسبوع', lede, more].join('\n')).headline).toBe(
    headline,
  );
});
