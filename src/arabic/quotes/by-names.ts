import { fold } from '../fold.ts';

/** What papers call bodies that the same story names in full, and by what that name, its articles off, is known. */
const rows: readonly (readonly [names: string, full: RegExp])[] = [
  ['منظمة الأعراف، اتحاد الأعراف، منظمة أصحاب الأعمال', /للصناعه و ?(?:ال)?تجاره/],
  ['المنظمة الشغيلة، المركزية النقابية، المنظمة النقابية', /عام \S+ للشغل|^اتحاد (?:ال)?شغل/],
  ['المنظمة الفلاحية، منظمة الفلاحين، اتحاد الفلاحين', /للفلاحه و ?(?:ال)?صيد/],
  ['الهايكا', /للاتصال سمعي/],
  ['الناقلة الوطنية، الناقلة، الناقلة الجوية', /خطوط|طيران/],
  ['البنتاغون، البنتاجون', /وزاره دفاع (?:امريكيه|اميركيه)/],
  ['الفيفا، فيفا', /اتحاد دولي لكره قدم/],
  ['الكاف', /اتحاد افريقي لكره قدم/],
  ['اليويفا، يويفا', /اتحاد اوروبي لكره قدم/],
  ['الوكالة الأممية، المنظمة الأممية، الهيئة الأممية', /امم متحده/],
];

const byName = new Map(
  rows.flatMap(([names, full]) => names.split('، ').map((name) => [fold(name), full] as const)),
);

/** How the full name of the body is known that some folded words are a by-name of: «منظمة الأعراف»; undefined for others. */
export const fullNameOf = (words: readonly string[]): RegExp | undefined =>
  words.length > 3 ? undefined : byName.get(words.join(' '));
