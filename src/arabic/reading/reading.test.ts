import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText } from './reading.ts';

const headline = 'مدينة ساحلية تبني مكتبة من الحجر القديم';
const paragraphs = [
  'افتتحت بلدية المدينة مكتبة عامة في مخزن مهجور بعد ثلاث سنوات من الترميم.',
  'وقال رئيس البلدية "كان المبنى مخزنا للحبوب، وصار مخزنا للكتب."',
  'وأضاف (المتحدث باسم البلدية) أن المكتبة تضم قاعة للأطفال وأخرى للمخطوطات.',
  '"سنفتح أبوابها كل يوم حتى المساء."',
  'ويزورها كل أسبوع مئات الطلاب من المدن المجاورة.',
];

describe('a page copied from a browser', () => {
  it('has its headline once, however often and however glued it came', () => {
    const text = [
      headline,
      `${headline}${headline}`,
      '',
      headline,
      '',
      `تونس ـ ${paragraphs[0]}`,
      ...paragraphs.slice(1),
    ];
    const reading = readText(text.join('\n\n'));
    expect(reading.headline).toBe(headline);
    expect(reading.dateline).toBe('تونس');
    expect(reading.paragraphs).toEqual(paragraphs);
  });

  it('gives back every paragraph to the letter and nothing after the last', () => {
    const reading = readText(
      [
        'الرئيسية > ثقافة',
        'تقرير خاص',
        headline,
        `${headline} | صحيفة الوادي`,
        'الأربعاء 5 أغسطس 2015 - 12:30',
        'كتب: أحمد علي – تونس',
        'شارك هذا الخبر عبر فيسبوك تويتر',
        ...paragraphs.slice(0, 2),
        'اقرأ أيضا',
        'متحف في الميناء القديم',
        'رحلة إلى الجزر',
        ...paragraphs.slice(2),
        '// انتهى //',
        'شارك من خلال',
        'الأكثر قراءة',
        'No stories found.',
        'logo',
        'الوادي نيوز',
        'www.example.com',
      ].join('\n'),
    );
    expect(reading).toMatchObject({
      headline,
      kicker: 'تقرير خاص',
      dateline: 'تونس',
      reporter: 'أحمد علي',
      published: Date.UTC(2015, 7, 5, 12, 30),
      paragraphs,
    });
    expect(reading.dropped).toContain('متحف في الميناء القديم');
    expect(reading.dropped.at(-1)).toBe('www.example.com');
  });

  it('takes off what a forum or an old site writes before a title', () => {
    for (const label of ['افتراضي ', 'نسخة كاملة : ', 'الإصدار الكامل : ', 'الموضوع: ']) {
      expect(readText([`${label}${headline}`, ...paragraphs].join('\n')).headline).toBe(headline);
      const twice = readText([`${label}${headline}`, headline, ...paragraphs].join('\n'));
      expect(twice).toMatchObject({ headline, paragraphs });
    }
  });

  it('reads a dateline line of its own with the reporter', () => {
    const reading = readText([headline, 'الرياض: محمد العتيبي', ...paragraphs].join('\n'));
    expect(reading).toMatchObject({ dateline: 'الرياض', reporter: 'محمد العتيبي', paragraphs });
  });

  it('takes what stands above the dateline for the standfirst', () => {
    const reading = readText(
      [
        headline,
        'ثلاث سنوات من العمل انتهت بحفل صغير',
        `بيروت - ${paragraphs[0]}`,
        ...paragraphs.slice(1),
      ].join('\n'),
    );
    expect(reading).toMatchObject({
      standfirst: 'ثلاث سنوات من العمل انتهت بحفل صغير',
      dateline: 'بيروت',
      paragraphs,
    });
  });

  it('reads a wire text without a headline', () => {
    const reading = readText(
      `القاهرة (رويترز) - ${paragraphs[0]}\n\n${paragraphs[1]}\n\n(إعداد فلان للنشرة العربية - تحرير علان)`,
    );
    expect(reading).toMatchObject({
      headline: undefined,
      dateline: 'القاهرة',
      agency: 'رويترز',
      paragraphs: paragraphs.slice(0, 2),
    });
  });

  it('keeps pictures’ addresses as references', () => {
    const reading = readText([headline, 'https://example.com/a.jpg', ...paragraphs].join('\n'));
    expect(reading.images).toEqual(['https://example.com/a.jpg']);
    expect(reading.paragraphs).toEqual(paragraphs);
  });

  it('takes the name of an agency as the last line for what it is', () => {
    const reading = readText([headline, ...paragraphs, 'رويترز'].join('\n'));
    expect(reading).toMatchObject({ agency: 'رويترز', paragraphs });
  });

  it('joins lines that a wire wrapped at its own width', () => {
    const words = paragraphs.join(' ').split(' ');
    const lines: string[] = [];
    for (const word of words) {
      const last = lines.at(-1);
      if (last !== undefined && last.length + 1 + word.length <= 70)
        lines[lines.length - 1] = `${last} ${word}`;
      else lines.push(word);
    }
    const reading = readText(`${headline}\n\n${lines.join('\n')}`);
    expect(reading.paragraphs).toEqual([words.join(' ')]);
  });

  it('keeps a story of one line, and has nothing to say of nothing', () => {
    expect(readText(headline).headline).toBe(headline);
    expect(readText('')).toMatchObject({ headline: undefined, paragraphs: [], dropped: [] });
    expect(readText('logo\nNo stories found.')).toMatchObject({ headline: undefined, paragraphs: [] });
  });
});

describe('whatever is pasted', () => {
  it('never throws, and invents nothing', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        'الأكثر قراءة',
        'موسكو ـ ',
        '(أ ف ب) – ',
        headline,
        'اقرأ أيضا',
        '\n',
        '\n\n',
        '-',
        ':',
        '// انتهى //',
        ...paragraphs,
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const reading = readText(pieces.join(''));
        for (const paragraph of reading.paragraphs) expect(paragraph.trim()).not.toBe('');
      }),
    );
  });

  const word = fc.constantFrom(
    'النهر',
    'الحقل',
    'قال',
    'وأضاف',
    'المدينة',
    'في',
    'من',
    'شارك',
    'إعلان',
    'بيروت',
    'الرئيس',
    'اليوم',
    'كتاب',
    'المصدر',
  );
  const sentence = fc.array(word, { minLength: 4, maxLength: 40 }).map((words) => `${words.join(' ')}.`);

  it('loses no sentence of a story whose paragraphs are sentences', () => {
    fc.assert(
      fc.property(
        fc.array(sentence, { minLength: 2, maxLength: 12 }),
        fc.constantFrom('', '\n'),
        (body, gap) => {
          const reading = readText(
            [headline, ...body, 'الأكثر قراءة', 'logo', 'www.example.com'].join(`\n${gap}`),
          );
          const all = [
            ...(reading.standfirst === undefined ? [] : [reading.standfirst]),
            ...reading.paragraphs,
          ];
          expect(all).toEqual(body);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('ends, however long and hostile the text', { timeout: 120_000 }, () => {
    for (const unit of ['ا', '- ', '(', 'موسكو ـ ', '«', 'شارك ', `${headline}`, 'انتهى ', '1 ', '، ']) {
      // What is quadratic would not be done within the test's time; `bench:arabic` prints how times grow.
      expect(readText(unit.repeat(200_000 / unit.length)).images).toEqual([]);
      expect(readText(`${unit}\n`.repeat(100_000 / unit.length)).images).toEqual([]);
    }
  });
});
