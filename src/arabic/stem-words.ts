/**
 * Words that the stemmer must know because spelling alone deceives: a و, ب, ل, ك, ف or ال that belongs to the word,
 * an ending that is no suffix. Folded forms, closed classes and common names. They come from general knowledge of the
 * language and from reading word lists of a Tunisian news collection (ANT), so figures measured on that collection are
 * somewhat optimistic. A word missing here is stemmed the same way everywhere it stands alone, and only fails to meet its
 * form with the article.
 */

const words = (list: string): string[] => list.trim().split(/\s+/);

/** What may follow a listed word without making it another: endings of number, gender, relation and possession. */
export const ENDING = /^(?:ء|ئ)?ي{0,2}(?:ا|ه|ت|تي|ات|ان|ين|ون|وا|تين|تان|تم)?(?:ه|ها|هم|هما|هن|نا|كم)?$/;

/** Lexemes that begin with a و of their own. */
export const WAW_WORDS: ReadonlySet<string> = new Set(
  words(`
    وزار وزير وزراء وزرا وزراي وطن وقت وقف وقوف وقفه ولاي ولاء ولاه ولات ولد ولاد وليد ولي وليم ويليام وفد وفود وفاه وفاق وفاء
    وفيات وفق وفر وثيق وثايق وثق وحد وحيد وحش وحوش وسط وسيط وسايط وسطاء وساط وسايل وسيل وسام وسيم وسع وسم وسخ وسواس
    وصول وصل وصف وصيف وصي وصاي وصاه وضع وضوح وضيع وقع وقوع وقايع وقيع وقاي وقود وقار وكال وكيل وكلاء وعد وعود وعي
    وعاي وعاء وعظ وعر ورق ورد ورود ورش ورم ورث وريث وراث ورثه ورطه وراء ورع وجه وجوه وجود وجد وجب وجوب وجيز وجع
    وجيه وجهاء وداع وداد وديع ودايع ودي وديان وزن وظيف وظايف وظف وهم وهمي وهاب وهب وهران وهله وشيك وشم وشوم وشاح
    وباء وباي وتر وتير وثب وثن وثني وخيم وخز ومض ويكيبيديا ويكيليكس ويلز ويلسون ويندوز ويب ويسكي ويغور وينستون
    واقع واحد واجه واضح واسع وافق واصل واجب وارد وارده واشنطن وادي والد والدت والي وارسو واحه واحات واتساب واتس
    واغادوغو واكب وازن ويام وساد وضوء ورزازات وافد واقي واهي واعظ واسط واسطه واثق واعي والاس والت والتر والكر وولف ووتش ووهان وورد وايت وايومنغ
  `),
);

/** Lexemes that begin with an ال of their own: roots in ل after أ, إ or ا, and foreign names. */
export const AL_WORDS: ReadonlySet<string> = new Set(
  words(`
    الماني البان الكترون الكتروني اليكتروني الغاء القاء الزام الحاق الحاح الصاق المام التزام التزم التقاء التقي التقط
    التقاط التحاق التحق التهاب التهام التماس التمس التفاف التفت التفات التباس التبس التصاق التصق التحام التحم التيام
    التجاء الغام الحان الوان العاب الياف الفاظ القاب البوم الياس اليزابيث الكسندر اليكس الاسكا الغي القي التقوا التوي
    التواء الزهايمر الفيس البرتو البيرتو الفريد البيرت الكساندر
  `),
);

/** The same, but only as they stand: with an ending they would be another word. */
export const AL_WORDS_EXACT: ReadonlySet<string> = new Set(
  words(`
    الله المان الغا القا الان الاف الاء القت القوا الغت التقت التقا الفين الفان الفا الفي الفيه الواح الوف اليه اليها اليهم اليهما الينا اليك اليكم الي
    الا الو الغايها الغايهم القايه القايها القايهم الهه الما
  `),
);

/** Words whose وال, بال, كال or فال is their own. */
export const NOT_ARTICLE: ReadonlySet<string> = new Set(
  words(`
    والد والده والدت والي والت والتر والاس والكر واليه واليها واليهم بالغ بالغه بالون بالوع باليست باليستي بالستي باليرمو باليه بالوتيلي بالتيمور
    بالاك كاليفورنيا كاليفورني كاليدونيا كالفن كالون كالدرون فالنسيا فالنتين فالنتاين فالتر فالفيردي فالكون فاليري
  `),
);

/** Words in ل that writing with لل shortens by one: للجنة is ل + لجنة, للاجئين is ل + (ال) + لاجئين. */
export const LAM_WORDS: ReadonlySet<string> = new Set(
  words(`
    لجن لجان لاجي لاعب لحوم لعب لجوء لجوي ليبي ليبيا ليل ليال ليالي لحظ لطفي لطف لطيف لوبي لافت لقاء لقاي لغه لغو لغات لغوي لغز
    لبنان لبناني لواء لقاح لقب لحم لفت ليغا ليفربول لصوص لون لوم لاتين لاتيني ليزر ليمون لوح لسان لتر لندن لباس لبن لهجه لهج
    لفظ لمس لوايح لايح لازم لوجستي لجام لوكسمبورغ
  `),
);

/** A proclitic of one letter before these is none. Beginnings of words. */
export const NOT_SINGLE_PROCLITIC: readonly string[] = words(`
  ببغا ببليو بترو بتكوين بتاتا بتول بتسيلم باستور باستيا باستيل باستن باستر فبراير فبرك فمين فمباب لندن لنكولن لنين لنغاي لمياء لميا
  لميس لملم لماذا لمعان لمحه لمسه لمسات لمحات لتوان لترات لترا لشبون لدغ لدن لدود لديه لدينا لديك لاسيما لاسلك بوصله بوصلات
`);

/** Places in the news; before them ب, ل, ك, و and ف are always proclitics. */
export const PLACES: ReadonlySet<string> = new Set(
  words(`
    مصر سوريا سوريه ليبيا لبنان تونس فلسطين ايران تركيا روسيا فرنسا بريطانيا امريكا اميركا المانيا ايطاليا اسبانيا كندا غزه بغداد دمشق حلب
    حمص بيروت عمان صنعاء عدن واشنطن لندن باريس موسكو روما مدريد برلين طهران انقره اسطنبول دبي ابوظبي قطر الكويت البحرين
    الجزاير المغرب السودان الاردن العراق السعوديه الامارات اليمن الصين الهند اليابان القاهره الرياض الدوحه الرباط الخرطوم
    اوروبا افريقيا اسيا اسراييل باكستان افغانستان اوكرانيا نيويورك جنيف فيينا بروكسل
  `),
);

/** Whole words that end like a suffix. */
export const WHOLE: ReadonlySet<string> = new Set(
  words(`
    فلسطين برلمان سليمان مهرجان اردوغان باكستان افغانستان اوزبكستان كازاخستان طاجيكستان كردستان داغستان اذربيجان ملايين ماكرون
    تلفزيون حزيران عليا كورونا قضايا هدايا ضحايا زوايا نوايا مزايا خلايا بقايا وصايا برايا مرايا واشنطن كلينتون بايدن اسلوفان
    انترنت امتحان كولومبيا كهرمان شاهين ابراهيم الله ياسمين مساكين ميادين قوانين عناوين براكين بساتين دكاكين شرايين ثعابين موازين
    عشرين ثلاثين اربعين خمسين ستين سبعين ثمانين تسعين زيتون
    رياحين فساتين شياطين سلاطين ميزان مطران فرات ستالين بريطان مصراته فرسان برهان كيان ارجنتين
  `),
);

const allAs = (stem: string, forms: string) => words(forms).map((form) => [form, stem] as const);

/** Forms whose stem the rules would miss or give to another word. */
export const STEMS: ReadonlyMap<string, string> = new Map([
  ['لله', 'الله'],
  ['الله', 'الله'],
  ['المان', 'المانيا'],
  ['الماني', 'المانيا'],
  ['المانيا', 'المانيا'],
  ['المانيه', 'المانيا'],
  ['المانيون', 'المانيا'],
  ['المانيين', 'المانيا'],
  ['المانيات', 'المانيا'],
  // Words that the rules would give to another: sport to Riyadh, Tuesday to three, Syria to a wall, carts to Arabs.
  ...allAs('رياضه', 'رياضه رياضي رياضيه رياضات رياضيين رياضيون رياضيا رياضيات'),
  ...allAs('سوريا', 'سوريا سوريه سوري سوريون سوريين سوريات'),
  ...allAs('تركيا', 'تركيا تركي تركيه تركيون تركيين تركيات'),
  ...allAs('ثلاثاء', 'ثلاثاء ثلاثا'),
  ...allAs('اربعاء', 'اربعاء اربعا'),
  ...allAs('عربه', 'عربه عربات عربتان عربتين'),
  ...allAs('شرطه', 'شرطه شرطي شرطيه شرطيان شرطيين شرطيون'),
  ...allAs('مدني', 'مدني مدنيه مدنيا مدنيون مدنيين مدنيات'),
  ...allAs('سنه', 'سنوات سنتان سنتين'),
  // A ت of the word's own before ة.
  ...words('ثابت موقت صامت لافت متفاوت باهت خافت ساكت ميت').map((w) => [`${w}ه`, w] as const),
  // A ة after ا, which before an ending is ات.
  ...words('قنا حيا وفا فتا صلا زكا نجا مبارا ماسا معانا مساوا مراعا محاكا موازا').flatMap((base) =>
    allAs(
      base,
      `${base}ه ${base}ت ${base}ته ${base}تها ${base}تهم ${base}تنا ${base}تي ${base}تين ${base}تان`,
    ),
  ),
  ...allAs('مبارا', 'مباريات مبارياته مبارياتها مبارياتهم'),
  // A hamza of the root's own before the ت of the verb.
  ...words('بدا قرا لجا نشا انشا طرا ملا هدا خطا').map((verb) => [`${verb}ت`, verb] as const),
]);

/** Spellings of one word that differ by country; applied to the beginning, after proclitics. */
export const SPELLINGS: readonly (readonly [from: string, to: string])[] = [
  ['مسيول', 'مسوول'],
  ['شيون', 'شوون'],
  ['اميرك', 'امريك'],
];
