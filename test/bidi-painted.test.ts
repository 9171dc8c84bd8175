import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { line } from '../src/reader/components/text.ts';
import { launch } from './support/chromium.ts';

/**
 * Lines as newspapers print them, and how they must look: read from the right, as the eye does; what stands in braces
 * is painted from left to right. «فاز {3}-{1}» has the 3 on the right, beside the team that is named first.
 */
const lines: readonly (readonly [text: string, painted: string])[] = [
  // Latin names
  ['أعلنت شركة Apple أرباحها', 'أعلنت شركة {Apple} أرباحها'],
  ['شركة Apple Inc. الأمريكية', 'شركة {Apple Inc}. الأمريكية'],
  ['قالت صحيفة The New York Times، أمس', 'قالت صحيفة {The New York Times}، أمس'],
  ['فيلم Star Wars: The Last Jedi في القاعات', 'فيلم {Star Wars: The Last Jedi} في القاعات'],
  ['شركة Johnson & Johnson تسحب دواء', 'شركة {Johnson & Johnson} تسحب دواء'],
  ['لغة C++ ولغة C# وغيرهما', 'لغة {C++} ولغة {C#} وغيرهما'],
  ['قناة الـBBC وقناة الـCNN', 'قناة الـ{BBC} وقناة الـ{CNN}'],
  ['Apple تعلن أرباحها', '{Apple} تعلن أرباحها'],
  ['Netflix وAmazon وDisney تتنافس', '{Netflix} و{Amazon} و{Disney} تتنافس'],
  ['المنافسة بين Google، Microsoft وApple.', 'المنافسة بين {Google}، {Microsoft} و{Apple}.'],
  ['من تأليف J. K. Rowling!', 'من تأليف {J. K. Rowling}!'],
  ['التقى Путин نظيره', 'التقى {Путин} نظيره'],
  // Numbers after and before names
  ['هاتف iPhone 15 Pro الجديد', 'هاتف {iPhone 15 Pro} الجديد'],
  ['طائرة Boeing 737 MAX تعود', 'طائرة {Boeing 737 MAX} تعود'],
  ['باع المتجر 15 iPhone أمس', 'باع المتجر {15} {iPhone} أمس'],
  ['الرحلة MS 777 إلى القاهرة', 'الرحلة {MS 777} إلى القاهرة'],
  ['الرحلة SV-1020 المتجهة إلى جدة', 'الرحلة {SV-1020} المتجهة إلى جدة'],
  ['مقاتلة F-16 ومدمرة DDG-51', 'مقاتلة {F-16} ومدمرة {DDG-51}'],
  ['نظام Windows 11 بدل Windows 10', 'نظام {Windows 11} بدل {Windows 10}'],
  ['الإصدار v2.10.3 من البرنامج', 'الإصدار {v2.10.3} من البرنامج'],
  ['حدّث Node.js 26.1 على خادمك', 'حدّث {Node.js 26.1} على خادمك'],
  // Units
  ['على بعد 10 km من المدينة', 'على بعد {10 km} من المدينة'],
  ['بسرعة 3.5 GHz وذاكرة 16 GB', 'بسرعة {3.5 GHz} وذاكرة {16 GB}'],
  ['حرارة تبلغ 38 °C في الظل', 'حرارة تبلغ {38 °C} في الظل'],
  ['ملف بحجم 100MB فقط', 'ملف بحجم {100MB} فقط'],
  ['سرعة 120 km/h على الطريق', 'سرعة {120 km/h} على الطريق'],
  // Scores, ranges, dates, clock times
  ['فاز الهلال 3-1 على النصر', 'فاز الهلال {3}-{1} على النصر'],
  ['فاز الهلال ٣–١ على النصر', 'فاز الهلال ٣–١ على النصر'],
  ['تعادلا 2 - 2 أمس', 'تعادلا {2} - {2} أمس'],
  ['انتهت 10-9 بركلات الترجيح', 'انتهت {10}-{9} بركلات الترجيح'],
  ['بين عامي 2010 و2015', 'بين عامي {2010} و{2015}'],
  ['2010-2015: سنوات الجفاف', '{2010}-{2015}: سنوات الجفاف'],
  ['3-1 لصالح الهلال', '{3}-{1} لصالح الهلال'],
  ['فاز Barcelona 3-1 على Real Madrid', 'فاز {Barcelona} {3}-{1} على {Real Madrid}'],
  ['موسم ٢٠١٥-٢٠١٦ الرياضي', 'موسم {٢٠١٥}-{٢٠١٦} الرياضي'],
  ['في 05-08-2015 صباحا', 'في {05-08-2015} صباحا'],
  ['في 05/08/2015 صباحا', 'في {05/08/2015} صباحا'],
  ['يوم 2015-08-05 مساء', 'يوم {2015-08-05} مساء'],
  ['الساعة 12:30 ظهرا', 'الساعة {12:30} ظهرا'],
  ['الساعة ١٢:٣٠ ظهرا', 'الساعة {١٢:٣٠} ظهرا'],
  // Telephone numbers
  ['اتصلوا على +963 11 222 3333 صباحا', 'اتصلوا على {+963 11 222 3333} صباحا'],
  ['هاتف: 011-222-3333.', 'هاتف: {011-222-3333}.'],
  ['رقم (011) 2223333 للطوارئ', 'رقم {(011) 2223333} للطوارئ'],
  ['هاتف ٠١١-٢٢٢-٣٣٣٣ ليلا', 'هاتف {٠١١-٢٢٢-٣٣٣٣} ليلا'],
  // Handles, tags, addresses
  ['حساب @midad_news على المنصة', 'حساب {@midad_news} على المنصة'],
  ['وسم #Midad2026 يتصدر', 'وسم {#Midad2026} يتصدر'],
  ['وسم #مداد_اليوم يتصدر', 'وسم #مداد_اليوم يتصدر'],
  ['راسلونا: news@example.org.', 'راسلونا: {news@example.org}.'],
  ['على https://example.org/a?b=1&c=2، مجانا', 'على {https://example.org/a?b=1&c=2}، مجانا'],
  ['موقع www.example.org (مجانا)', 'موقع {www.example.org} (مجانا)'],
  ['زوروا example.org اليوم', 'زوروا {example.org} اليوم'],
  // Percent, money, mathematics
  ['ارتفع 3.5% هذا العام', 'ارتفع {3.5}% هذا العام'],
  ['ارتفع ٣٫٥٪ هذا العام', 'ارتفع {٣٫٥}٪ هذا العام'],
  ['بسعر $25 للقطعة', 'بسعر {$25} للقطعة'],
  ['بسعر 25 USD للقطعة', 'بسعر {25 USD} للقطعة'],
  ['بسعر €1,200.50 شهريا', 'بسعر {€1,200.50} شهريا'],
  ['الحرارة -5 ليلا', 'الحرارة {-5} ليلا'],
  ['نمو بنسبة -2.5% في الفصل', 'نمو بنسبة {-2.5%} في الفصل'],
  ['نحو 1,250,000 نسمة', 'نحو {1,250,000} نسمة'],
  // Brackets and quotation marks
  ['سهم أبل (AAPL) يرتفع', 'سهم أبل ({AAPL}) يرتفع'],
  ['شركة Apple (AAPL) ترتفع', 'شركة {Apple (AAPL)} ترتفع'],
  ['منظمة الصحة (WHO)، جنيف', 'منظمة الصحة ({WHO})، جنيف'],
  ['فيلم «The Godfather» القديم', 'فيلم «{The Godfather}» القديم'],
  ['قال "Yes we can" ثم غادر', 'قال "{Yes we can}" ثم غادر'],
  ['(ترجمة: Google Translate)', '(ترجمة: {Google Translate})'],
  ['مخطوط «MS Arab. 17» في باريس', 'مخطوط «{MS Arab. 17}» في باريس'],
  ['المادة 5 (أ) من القانون', 'المادة {5} (أ) من القانون'],
  // Chemistry, codes
  ['انبعاثات CO2 ترتفع', 'انبعاثات {CO2} ترتفع'],
  ['متحور B.1.1.7 لفيروس SARS-CoV-2', 'متحور {B.1.1.7} لفيروس {SARS-CoV-2}'],
  ['مجموعة G20 ومجموعة G7', 'مجموعة {G20} ومجموعة {G7}'],
  ['شبكة 5G في المدينة', 'شبكة {5G} في المدينة'],
  ['مقاس A4 بصيغة PDF.', 'مقاس {A4} بصيغة {PDF}.'],
  // Other right-to-left scripts, emoji
  ['صحيفة הארץ الإسرائيلية', 'صحيفة הארץ الإسرائيلية'],
  ['كتب «پنجره» بالفارسية', 'كتب «پنجره» بالفارسية'],
  ['جريدة جنگ الباكستانية', 'جريدة جنگ الباكستانية'],
  ['شكرا 🙏 لكم جميعا', 'شكرا 🙏 لكم جميعا'],
  ['مبروك Barcelona 🎉 على الفوز', 'مبروك {Barcelona} 🎉 على الفوز'],
  // Several at once, ends of lines
  ['عاد iPhone 15 إلى السعر 999 USD (أمس).', 'عاد {iPhone 15} إلى السعر {999 USD} (أمس).'],
  ['لماذا اختار Google؟', 'لماذا اختار {Google}؟'],
  ['الخبر من Reuters...', 'الخبر من {Reuters}...'],
  ['1. Apple', '{1}. {Apple}'],
  ['- Microsoft: ارتفاع', '- {Microsoft}: ارتفاع'],
];

/** The letters in the order in which the eye meets them from the right. */
const fromTheRight = (painted: string) =>
  painted.replace(/\{([^}]*)\}/g, (_, run: string) =>
    [...new Intl.Segmenter('en').segment(run)]
      .map(({ segment }) => segment)
      .reverse()
      .join(''),
  );

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launch();
  page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
});
afterAll(async () => browser?.close());

/** What Chromium paints of lines of HTML: for each its letters from right to left. */
async function painted(htmlLines: readonly string[]): Promise<string[]> {
  await page.setContent(
    `<!doctype html><html lang="ar" dir="rtl"><style>p{white-space:pre;font:20px sans-serif;margin:4px}</style><body>${htmlLines
      .map((html) => `<p>${html}</p>`)
      .join('')}</body></html>`,
  );
  // A string, so that nothing of this file's own helpers is needed in the page.
  return page.evaluate(`[...document.querySelectorAll('p')].map((p) => {
    const letters = [];
    const walker = document.createTreeWalker(p, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (const { segment, index } of new Intl.Segmenter('en').segment(node.data)) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + segment.length);
        const [box] = range.getClientRects();
        if (box) letters.push([box.left + box.width / 2, segment]);
      }
    }
    return letters.sort((a, b) => b[0] - a[0]).map(([, segment]) => segment).join('');
  })`);
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

describe('a line of mixed directions', () => {
  let withIsolation: string[];
  let without: string[];
  beforeAll(async () => {
    withIsolation = await painted(lines.map(([text]) => String(line(text)).trim()));
    without = await painted(lines.map(([text]) => escaped(text)));
  });

  it.each(lines.map(([text, expected], i) => [text, expected, i] as const))(
    '«%s» is painted as it is to be read',
    (_, expected, i) => {
      expect(withIsolation[i]).toBe(fromTheRight(expected));
    },
  );

  it('would often be painted wrongly without isolation', () => {
    const wrong = lines.filter(([, expected], i) => without[i] !== fromTheRight(expected));
    console.info(`${wrong.length} of ${lines.length} lines are painted wrongly without isolation`);
    expect(lines.length).toBeGreaterThanOrEqual(60);
    expect(wrong.length).toBeGreaterThan(lines.length / 5);
  });
});
