/**
 * Months as the papers of each country name them; `Intl` is not asked, because its data change under us.
 * Source: CLDR's ar-EG, ar-SY, ar-DZ, ar-MA and ar-MR.
 */
const egypt = 'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر'.split(' ');
const levant = [
  'كانون الثاني',
  ...'شباط آذار نيسان أيار حزيران تموز آب أيلول'.split(' '),
  'تشرين الأول',
  'تشرين الثاني',
  'كانون الأول',
];
const maghreb = 'جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر'.split(' ');
const morocco = 'يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر'.split(' ');
const mauritania = 'يناير فبراير مارس إبريل مايو يونيو يوليو أغشت شتمبر أكتوبر نوفمبر دجمبر'.split(' ');
const english = 'January February March April May June July August September October November December'.split(
  ' ',
);
const french = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(
  ' ',
);

const byCountry: Readonly<Record<string, readonly string[]>> = {
  sy: levant,
  lb: levant,
  iq: levant,
  jo: levant,
  ps: levant,
  dz: maghreb,
  tn: maghreb,
  ma: morocco,
  mr: mauritania,
};

/**
 * January first. Of the twenty-two Arab countries those not listed (Egypt, the Gulf, Yemen, Sudan, Libya, Somalia, Djibouti,
 * the Comoros) use the same names; so does every country unknown.
 */
export function monthNames(country: string, language: 'ar' | 'en'): readonly string[] {
  return language === 'en' ? english : (byCountry[country] ?? egypt);
}

export const hijriMonths = {
  ar: [
    'محرم',
    'صفر',
    'ربيع الأول',
    'ربيع الآخر',
    'جمادى الأولى',
    'جمادى الآخرة',
    'رجب',
    'شعبان',
    'رمضان',
    'شوال',
    'ذو القعدة',
    'ذو الحجة',
  ],
  en: [
    'Muharram',
    'Safar',
    'Rabi I',
    'Rabi II',
    'Jumada I',
    'Jumada II',
    'Rajab',
    'Sha‘ban',
    'Ramadan',
    'Shawwal',
    'Dhu al-Qa‘dah',
    'Dhu al-Hijjah',
  ],
} as const;

/** Sunday first, as `Date` counts. */
export const weekdays = {
  ar: ['الأحد', 'الاثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const;

/** January first: spellings of other papers and agencies, abbreviations. */
const otherSpellings: readonly (readonly string[])[] = [
  ['jan', 'كانون ثاني', 'كانون ثان'],
  ['feb'],
  ['mar'],
  ['apr'],
  ['مايس'],
  ['jun', 'يونيه'],
  ['jul', 'يوليه'],
  ['aug', 'أوغسطس'],
  ['sep', 'sept'],
  ['oct', 'تشرين أول'],
  ['nov', 'تشرين ثاني', 'تشرين ثان'],
  ['dec', 'كانون أول'],
];

/** Every name that may stand in an imported date, by month. */
export const allMonthNames: readonly (readonly string[])[] = egypt.map((_, i) => [
  ...new Set([egypt, levant, maghreb, morocco, mauritania, english, french].map((names) => names[i] ?? '')),
  ...(otherSpellings[i] ?? []),
]);
