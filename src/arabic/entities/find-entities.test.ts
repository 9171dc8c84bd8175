import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KnownEntity } from './entity.ts';
import { findEntities } from './find-entities.ts';
import { buildGazetteer } from './gazetteer.ts';

const gazetteer = buildGazetteer();
const certain = (text: string, known = gazetteer): string[] =>
  findEntities(text, known)
    .filter((one) => one.certain)
    .map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);
const all = (text: string, known = gazetteer): string[] =>
  findEntities(text, known).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);

describe('people', () => {
  it('are found after titles, offices and nationalities, which are no part of the name', () => {
    expect(certain('استقبل وزير الخارجية الروسي سيرجي لافروف نظيره اليوم')).toEqual(['person سيرجي لافروف']);
    expect(certain('قالت الدكتورة منال العتيبي إن النتائج جيدة')).toEqual(['person منال العتيبي']);
    expect(certain('أعلن رئيس الوزراء السابق عبد العزيز بن عبد الله الراجحي ذلك')).toEqual([
      'person عبد العزيز بن عبد الله الراجحي',
    ]);
  });

  it('end where the sentence goes on', () => {
    expect(certain('وأكد محمد الصالحي أن العمل مستمر')).toEqual(['person محمد الصالحي']);
    expect(certain('زارت فاطمة بن يحيى اليوم المعرض')).toEqual(['person فاطمة بن يحيى']);
    expect(certain('التقى ماريو فرنانديز رئيس اللجنة')).toEqual(['person ماريو فرنانديز']);
  });

  it('end before an office, a trade or a word with a pronoun', () => {
    expect(certain('قال جون هوتو قائد الشرطة إن الطريق مغلق')).toEqual(['person جون هوتو']);
    expect(certain('خرج محمد وشقيقيه من الملعب')).toEqual([]);
    expect(certain('كتب مدرب المنتخب، يؤسفني إخباركم بالنتيجة')).toEqual([]);
    expect(certain('لعب فخر الدين الجزيري ثم خرج')).toEqual(['person فخر الدين الجزيري']);
  });

  it('are found with what is written together with their names', () => {
    expect(certain('ذهبت الجائزة لمحمد الصالحي ولسارة الحمدان وبسمير الكوكي')).toEqual([
      'person محمد الصالحي',
      'person سارة الحمدان',
      'person سمير الكوكي',
    ]);
  });

  it('are named in full once, then by the family name', () => {
    const text = 'وصل سيرجي لافروف إلى القاهرة. وقال لافروف إنه سعيد، ونفى مكتب لافروف الخبر.';
    const people = findEntities(text, gazetteer).filter(({ kind }) => kind === 'person');
    expect(people.map(({ start, end }) => text.slice(start, end))).toEqual(['سيرجي لافروف', 'لافروف', 'لافروف']);
    expect(new Set(people.map(({ name }) => name))).toEqual(new Set(['سيرجي لافروف']));
    expect(people.map(({ why }) => why)).toEqual(['given-name', 'shorter', 'shorter']);
  });

  it('are not taken from على, common words or a given name alone', () => {
    expect(all('على الجميع أن يعمل على خطة جديدة')).toEqual([]);
    expect(all('من حسن الحظ أن الأمل كبير وأن السلام ممكن')).toEqual([]);
    expect(all('هذا عمل صالح للشرب')).toEqual([]);
    expect(certain('تحدث باسم الحزب')).toEqual([]);
  });

  it('of one family are not mixed up', () => {
    const text = 'حضر أحمد الكوكي وسمير الكوكي الحفل. وقال الكوكي كلمة.';
    const last = findEntities(text, gazetteer).at(-1);
    expect(last?.certain).toBe(false);
  });
});

describe('places', () => {
  it('are countries and towns in whatever spelling, with ب ل و before them', () => {
    expect(certain('سافر من الجزائر إلى اسبانيا ثم بتونس وليبيا')).toEqual([
      'place الجزائر',
      'place اسبانيا',
      'place تونس',
      'place ليبيا',
    ]);
    expect(certain('المملكة المغربية وسلطنة عمان والولايات المتحدة الأمريكية')).toEqual([
      'place المملكة المغربية',
      'place سلطنة عمان',
      'place الولايات المتحدة الأمريكية',
    ]);
  });

  it('are not nationalities, nor words that happen to be towns', () => {
    expect(all('الرئيس الروسي والمواطن التونسي والدينار الليبي')).toEqual([]);
    expect(all('كيف كان الباب في آخر الليل وما كان نصيب العلم')).toEqual([]);
  });

  it('are not the sides of a country', () => {
    expect(certain('تنزل الأمطار في مناطق الشمال والوسط')).toEqual([]);
  });

  it('are certain after a noun that says so, and then throughout the text', () => {
    expect(certain('في مدينة الخبر حريق')).toEqual(['place الخبر']);
    expect(certain('سكان قرية طنجورة وحي الزهور وشارع النيل')).toEqual([
      'place طنجورة',
      'place حي الزهور',
      'place شارع النيل',
    ]);
    expect(certain('في ولاية الكاف مطر، وقال سكان بالكاف إنه غزير')).toEqual(['place الكاف', 'place الكاف']);
  });

  it('named after people are places', () => {
    expect(certain('فتح ملعب الطيب المهيري أبوابه')).toEqual(['place ملعب الطيب المهيري']);
  });
});

describe('organisations', () => {
  it('end where their names end', () => {
    expect(certain('أعلنت وزارة الشؤون الاجتماعية الخبر')).toEqual(['organisation وزارة الشؤون الاجتماعية']);
    expect(certain('وزارة الفلاحة والموارد المائية والصيد البحري قررت')).toEqual([
      'organisation وزارة الفلاحة والموارد المائية والصيد البحري',
    ]);
    expect(certain('قالت الهيئة الوطنية لمكافحة الفساد اليوم')).toEqual([
      'organisation الهيئة الوطنية لمكافحة الفساد',
    ]);
    expect(certain('قضت المحكمة الابتدائية بسوسة بالسجن')).toEqual(['organisation المحكمة الابتدائية بسوسة']);
    expect(certain('أمام مقر جامعة سوسة للمطالبة بالعدل')).toEqual(['organisation جامعة سوسة']);
  });

  it('begin with the second ل where the article is written so', () => {
    const text = 'تقرير للأمم المتحدة';
    const [found] = findEntities(text, gazetteer);
    expect(found).toMatchObject({
      start: 7,
      end: 19,
      name: 'الأمم المتحدة',
      kind: 'organisation',
      certain: true,
    });
  });

  it('in quotation marks are found after the noun that heads them', () => {
    expect(certain('نشرت صحيفة "نور الصباح" تقريرا')).toEqual(['organisation نور الصباح']);
    expect(certain('جمعية «أطفال القمر» الخيرية')).toEqual(['organisation أطفال القمر']);
  });

  it('are not things: a team, a newspaper of a country, a traffic jam', () => {
    expect(certain('قال الفريق التركي إن الصحيفة البريطانية أخطأت')).toEqual([]);
    expect(all('تعطلت حركة المرور قرب مركز الشرطة')).toEqual([]);
  });

  it('are named as fully as the text names them', () => {
    const text = 'قرر الاتحاد الآسيوي لكرة القدم التأجيل. وقال الاتحاد الآسيوي إنه نهائي.';
    expect(findEntities(text, gazetteer).map(({ name }) => name)).toEqual([
      'الاتحاد الآسيوي لكرة القدم',
      'الاتحاد الآسيوي لكرة القدم',
    ]);
  });
});

describe("the newsroom's own records", () => {
  const records: KnownEntity[] = [
    { kind: 'person', id: 'p1', name: 'سيرجي لافروف', otherNames: ['لافروف'] },
    { kind: 'person', id: 'p2', name: 'نضال الأخضري', otherNames: [] },
    { kind: 'person', id: 'p3', name: 'حسن الكوكي', otherNames: [] },
    { kind: 'organisation', id: 'o1', name: 'نادي ضفاف النهر', otherNames: ['الضفاف'] },
    { kind: 'place', id: 'l1', name: 'برقة الحمراء', otherNames: [] },
    { kind: 'place', id: 'l2', name: 'تونس', otherNames: ['الخضراء'] },
  ];
  const known = buildGazetteer(records);
  const ids = (text: string) => findEntities(text, known).map(({ id, certain: sure }) => `${id} ${sure}`);

  it('are recognised in all their spellings, with their ids', () => {
    expect(ids('فاز نادي ضفاف النهر في برقه الحمراء')).toEqual(['o1 true', 'l1 true']);
    expect(ids('قال نضال الاخضري')).toEqual(['p2 true']);
    expect(ids('في تونس اليوم')).toEqual(['l2 true']);
  });

  it('are recognised by the sound of a foreign name, but حسن is not حسين', () => {
    expect(ids('وصل سيرغي لافروف')).toEqual(['p1 true']);
    expect(ids('وصل حسين الكوكي')).toEqual(['undefined true']);
  });

  it('by a family name alone are suggestions, unless the text names them in full', () => {
    expect(ids('قال لافروف ذلك')).toEqual(['p1 false']);
    expect(ids('قال سيرجي لافروف ذلك، وغادر لافروف')).toEqual(['p1 true', 'p1 true']);
  });

  it('of one name are never certain', () => {
    const twins = buildGazetteer([
      { kind: 'person', id: 'a', name: 'نضال الأخضري', otherNames: [] },
      { kind: 'person', id: 'b', name: 'نضال الأخضري', otherNames: [] },
    ]);
    expect(findEntities('قال نضال الأخضري', twins).map(({ id }) => id)).toEqual([undefined]);
  });
});

const pieces = fc.array(
  fc.oneof(
    fc.constantFrom(
      ...'محمد علي الصالحي وزير الخارجية الروسي وزارة التربية في مدينة تونس للأمم المتحدة "داعش" بن عبد الله الرئيس لجنة لمكافحة الإرهاب ، . : ( ) « » \n \u0640 َّ \ufeff \ud83d \ude00 BBC 2015 - و'.split(
        ' ',
      ),
    ),
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((c) => String.fromCharCode(c)) }),
  ),
  { maxLength: 60 },
);

describe('any text', () => {
  it('gives mentions in order, within it, none within another, and never throws', () => {
    fc.assert(
      fc.property(pieces, fc.constantFrom(' ', ''), (parts, glue) => {
        const text = parts.join(glue);
        let last = 0;
        for (const { start, end, name, confidence } of findEntities(text, gazetteer)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(name).not.toBe('');
          expect(confidence).toBeGreaterThan(0);
          last = end;
        }
      }),
      { numRuns: 400 },
    );
  });

  it('is looked at as it stands: harakat, tatweel, line ends and a byte order mark only move the offsets', () => {
    const plain = 'قال محمد الصالحي في تونس';
    const marked = '\ufeffقَالَ مُحَمَّد الصـــالحي\r\nفي تُونس';
    expect(certain(plain)).toEqual(['person محمد الصالحي', 'place تونس']);
    expect(certain(marked)).toEqual(['person مُحَمَّد الصـــالحي', 'place تُونس']);
  });

  it('of a megabyte, however it repeats, takes time in proportion', () => {
    for (const unit of [
      'محمد ',
      'وزارة التربية و',
      'بن ',
      'لل',
      'جمعية "',
      'لجنة الدفاع و',
      'سيدي ',
      'a.',
      'الرئيس العام ',
    ]) {
      const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
      // Bounded by the runner's own time limit only: quadratic work on this length would take hours.
      expect(findEntities(text, gazetteer).length).toBeGreaterThanOrEqual(0);
    }
  }, 120_000);
});
