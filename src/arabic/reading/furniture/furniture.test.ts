import { describe, expect, it } from 'vitest';
import { splitClosing } from './closing.ts';
import { findFurniture } from './find-furniture.ts';
import { furnitureOf } from './furniture.ts';

describe('furniture is known by its whole line', () => {
  for (const line of [
    'الأكثر قراءة',
    'الأكثر قراءةً',
    'اقرأ أيضا',
    'إقرأ أيضاً:',
    'اقرأ أيضا: المدينة القديمة تفتح أبوابها',
    'مواضيع ذات صلة',
    'قد يعجبك أيضا',
    'No stories found.',
    'logo',
    'www.example.com',
    'https://example.com/a/b',
    'desk@example.com',
    'شارك من خلال',
    'شارك هذا الخبر',
    'شارك الخبر عبر فيسبوك تويتر واتساب',
    'فيسبوك',
    'Facebook Twitter WhatsApp',
    'تابعونا على فيسبوك وتويتر',
    'تابعنا على أخبار جوجل',
    'اشترك في النشرة البريدية',
    'حمل التطبيق الآن',
    '// انتهى //',
    'انتهى',
    '(انتهى)',
    'انتهى/م ع',
    '(النهاية) س ع / م ص',
    'جميع الحقوق محفوظة © 2015 صحيفة الوادي',
    '© 2015 الوادي نيوز',
    'التعليقات (3)',
    'أضف تعليقا',
    'عدد المشاهدات: 1250',
    '٣٢٠ مشاهدة',
    '15 تعليق',
    'حجم الخط',
    'طباعة',
    'إعلان',
    'الرئيسية > أخبار > عرب وعالم',
    'الوسوم: ماء، نهر',
    'المصدر: وكالات',
    'الأربعاء 5 أغسطس 2015 - 12:30',
    '***',
    '- - -',
  ]) {
    it(line, () => expect(furnitureOf(line)).toBeDefined());
  }
});

describe('sentences that only begin like furniture are text', () => {
  for (const line of [
    'شارك في المؤتمر عدد من الوزراء والسفراء.',
    'شارك الخبير في إعداد التقرير السنوي عن المياه.',
    'تابع الرئيس سير العمل في المشروع.',
    'انتهى الاجتماع من دون اتفاق على موعد جديد.',
    'انتهت المباراة بالتعادل',
    'اقرأ كتابا كل شهر تتغير حياتك',
    'إعلان نتائج المسابقة غدا في المكتبة العامة.',
    'التعليقات التي وصلتنا كثيرة.',
    'حمل التطبيق اسم النهر الذي نشأت القرية على ضفته.',
    'طباعة الكتب عادت إلى المدينة بعد انقطاع.',
    'المصدر الذي تحدث إلينا طلب ألا يذكر اسمه.',
    'بحث الوزير مع ضيفه شؤون التعاون.',
    'فاز الفريق في 5 أغسطس 2015 بالكأس.',
    'قال: نعم.',
  ]) {
    it(line, () => expect(furnitureOf(line)).toBeUndefined());
  }
});

describe('what stands behind and between the paragraphs', () => {
  const kept = (lines: string[]): string[] => {
    const drop = findFurniture(lines);
    return lines.filter((_, i) => drop[i] !== true);
  };
  const first = 'افتتحت البلدية مكتبة عامة في مبنى قديم بعد ترميمه.';
  const second = 'وأوضح رئيسها أن الدخول مجاني للجميع.';

  it('a list of other stories in the middle goes, and the story goes on', () => {
    expect(kept([first, 'اقرأ أيضا', 'متحف جديد في الميناء', 'كتاب عن البحر', second])).toEqual([
      first,
      second,
    ]);
  });
  it('a short last sentence after a link stays', () => {
    expect(kept([first, 'اقرأ أيضا: متحف جديد', 'وعاد الهدوء.'])).toEqual([first, 'وعاد الهدوء.']);
  });
  it("the foot goes with the site's name beside its address", () => {
    expect(kept([first, second, 'logo', 'الوادي نيوز', 'www.example.com'])).toEqual([first, second]);
    expect(kept([first, second, 'الوادي نيوز', 'www.example.com'])).toEqual([first, second]);
  });
  it('readers’ comments after the text are not the text', () => {
    expect(kept([first, second, 'التعليقات', 'قارئ: كلام جميل جدا عن المكتبة العامة.'])).toEqual([
      first,
      second,
    ]);
  });
  it('a comment counter above the text ends nothing', () => {
    expect(kept(['التعليقات (0)', first, second])).toEqual([first, second]);
  });
  it('short lines within the text stay: verses, subheadings, an answer', () => {
    const lines = [first, 'يا نهر لا تبتعد', 'فالحقل عطشان', second, 'خاتمة'];
    expect(kept(lines)).toEqual(lines);
  });
  it('an agency’s closing mark comes off the last paragraph', () => {
    expect(splitClosing('يعود الوفد غدا. // انتهى //')).toEqual({
      text: 'يعود الوفد غدا.',
      mark: '// انتهى //',
    });
    expect(splitClosing('قال إن العمل انتهى.')).toBeUndefined();
  });
});
