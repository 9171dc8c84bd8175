import { honorifics, roles } from '../quotes/role-words.ts';
import { wordSet } from '../word-set.ts';
import { bare } from './article.ts';

/** People by what happened to them or what they are, before their names. */
const more = wordSet(
  `شهيد شهيدة قتيل قتيلة ضحية فقيد فقيدة مرحوم مرحومة طفل طفلة تلميذ تلميذة مواطن مواطنة زميل زميلة دولي دولية لاعبا نجم نجمة متسابق أسير أسيرة جندي عريف رقيب وكيل ملازم ضحية مدعو مدعوة كابتن ماجستير إرهابي إرهابية قيادي متشدد مسمى مرافق موقوف سجين ناطق`,
);

/** Roles that are as often adjectives or things: a name after them is no surer for them. */
const unsure = wordSet(
  'أول كبير كبيرة محافظة مدرسة مؤسسة دولة جاد نجم عالم ناج مالكة جد أب أم خال عم بناء حكم راع جار دولي سعادة',
);

/** Whether a folded word, with or without article, names a person by office, work or rank. */
export function isTitle(key: string): boolean {
  const word = bare(key);
  return (roles.has(word) || more.has(word) || honorifics.has(key)) && !unsure.has(word);
}
