import type { Finding } from './finding.ts';
import { articleEnd } from './prefixes.ts';
import { isAdjacent, type ProofWord, withLetter, wordSet } from './words.ts';

/** Words in ي that are written ى by habit; no other word is written so. With و, ف, ب, ك or ل before them. */
const NEVER_ALEF = wordSet(`
  فى التى الذى هى اى أى ذوى لكى كى شىء حوالى التالى تالى الحالى حالى الماضى القاضى النادى الثانى ثانى الوطنى وطنى الدولى دولى العربى عربى المصرى
  الرسمى رسمى العلمى علمى الدينى دينى الطبى طبى الفنى فنى الجوى جوى البحرى بحرى البرى المحلى محلى الدورى دورى الروسى روسى الشعبى شعبى الغربى غربى
  الشرقى شرقى العالى الوادى وادى القومى قومى التقنى تقنى الصحفى صحفى الشخصى شخصى الفردى فردى المدنى مدنى المالى مالى المهنى مهنى المغربى مغربى المركزى
  مركزى المحامى محامى المعنوى معنوى الاسلامى الإسلامى الامريكى الأمريكى الاوروبى الأوروبى الافريقى الأفريقى الاسبانى الإسبانى الايطالى الإيطالى الاجتماعى
  الاقتصادى الانتخابى الاعلامى الإعلامى الاذاعى الاحتياطى الارجنتينى الأرجنتينى الالمانى الألمانى الايرانى الإيرانى الاسرائيلى الإسرائيلى الامنى الأمنى
  الاساسى الأساسى الابتدائى الاستثنائى الاحتفالى الاجنبى الأجنبى الأردنى الاردنى الجارى الكافى
`);
/** Feminine and plural forms in ى, after the article and with four letters or more before it. */
const OWN_ALEF = wordSet(
  'فتاو دعاو شكاو قدام يتام سكار نصار حيار صحار عذار كسال ثكال خزام حبار هوين كمثر غيار حبال بلاو قهقر تعال هيول جماد سلام',
);

/** Words in ى that are written ي by habit; no other word is written so. */
const NEVER_YEH: ReadonlyMap<string, string> = new Map(
  'حتي حتى|إلي إلى|أخري أخرى|اخري أخرى|الأخري الأخرى|الاخري الأخرى|إحدي إحدى|احدي إحدى|مستشفي مستشفى|المستشفي المستشفى|مستوي مستوى|المستوي المستوى|القصوي القصوى|الشوري الشورى|الضحي الضحى|المرضي المرضى|الموتي الموتى|الجرحي الجرحى|القتلي القتلى|الأضحي الأضحى|الكبري الكبرى|الصغري الصغرى|الأعلي الأعلى|الأقصي الأقصى|الأدني الأدنى|المنتدي المنتدى|مصطفي مصطفى|الشكوي الشكوى|الفتوي الفتوى|الي إلى'
    .split('|')
    .map((pair) => pair.split(' ') as [string, string]),
);
/** Of these which cannot be another word. */
const SURE_ALEF = wordSet(
  'حتي أخري اخري الأخري الاخري إحدي احدي مستشفي المستشفي مستوي المستوي القصوي الشوري الضحي القتلي الجرحي الأضحي الأقصي المنتدي',
);
/** Before على and إلى: what takes no name after it. */
const TAKES_ALA = wordSet(
  'يجب وجب ينبغي حصل حصلت الحصول للحصول بناء تعرف التعرف علاوة فضلا ردا عثر العثور قبض القبض ألقت حفاظا الحفاظ للحفاظ اعتمادا الاعتماد يعتمد تعتمد التأكيد قادر قادرة السيطرة الضغط الاطلاع',
);

/** ى for ي at the end of a word («فى», «المصرى») and ي for ى («حتي», «إلي»). */
export function finalYeh(text: string, word: ProofWord, before: ProofWord | undefined): Finding | undefined {
  const bare = word.bare;
  const last = bare.length - 1;
  const make = (message: Finding['message'], letter: string, certain: boolean): Finding => ({
    rule: 'final-yeh',
    start: word.start,
    end: word.end,
    certain,
    suggestions: [withLetter(text, word, last, letter)],
    message,
    params: {},
  });
  if (bare[last] === 'ى') return isYeh(bare) ? make('alef-for-yeh', 'ي', true) : undefined;
  if (bare[last] !== 'ي') return undefined;
  const plain = NEVER_YEH.has(bare) || bare.length < 5 ? bare : bare.replace(/^[وفبلك]/, '');
  if (NEVER_YEH.has(plain)) {
    if (plain === 'الي') {
      return { ...make('yeh-for-alef', 'ى', false), suggestions: [`${bare.slice(0, -3)}إلى`] };
    }
    return make('yeh-for-alef', 'ى', SURE_ALEF.has(plain) || isBeforeArticle(text, word, plain));
  }
  if (/^و?علي$/.test(bare) && isAdjacent(text, before, word) && TAKES_ALA.has(before?.bare ?? '')) {
    return make('yeh-for-alef', 'ى', false);
  }
  return undefined;
}

function isYeh(bare: string): boolean {
  // Two words run together: «العثورعلى».
  if (bare.length > 18 || /..(?:على|[إا]لى)$/.test(bare)) return false;
  if (NEVER_ALEF.has(bare) || (bare.length > 3 && NEVER_ALEF.has(bare.replace(/^[وفبكل]/, '')))) return true;
  const begin = articleEnd(bare);
  if (begin === 0) return false;
  const stem = bare.slice(begin, -1);
  // Elatives and places begin with أ and م, the short feminine forms have three letters.
  if (NEVER_ALEF.has(`ال${stem}ى`)) return true;
  return stem.length >= 4 && !/^[أإاآم]/.test(stem) && !stem.endsWith('ا') && !OWN_ALEF.has(stem);
}

/** «إلي الآن»: the preposition with a pronoun («to me») is not followed by a definite noun. */
function isBeforeArticle(text: string, word: ProofWord, plain: string): boolean {
  return plain === 'إلي' && /^[ \u00a0]+ال/.test(text.slice(word.end, word.end + 6));
}
