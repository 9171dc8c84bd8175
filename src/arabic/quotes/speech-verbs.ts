import { fold } from '../fold.ts';

/**
 * What follows a verb of speech:
 *
 * - `says`: quotation marks, a colon, or a clause with أن/إن;
 * - `also`: the same, but the word is as often something else («بين», «كتب», «تابع»), so it must be followed closely;
 * - `directs`: a wish or an order; its quotation marks are speech, its clause is no statement («طالب بأن…»);
 * - `judges`: an attitude, of which only quoted words are reported («ندد بما سماه "…"»).
 */
export type VerbClass = 'says' | 'also' | 'directs' | 'judges';

/** How a form shows who its subject is. */
export type Agreement = 'm' | 'f' | 'mp' | 'fp' | 'any';

export interface SpeechForm {
  class: VerbClass;
  agreement: Agreement;
  /** «مضيفا»: it hangs on the subject of the sentence before it. `noun` is «قوله», «بالقول». */
  type: 'past' | 'present' | 'participle' | 'noun';
  /** Dictionary form, folded. */
  verb: string;
}

/**
 * Verbs of speech as: past (masculine), past (feminine where it is not ـت alone), present, participle; «-» where a form is
 * not used. The classes are complete for newspaper Arabic of the east and the west, not a sample.
 */
const rows: Readonly<Record<VerbClass, string>> = {
  says: `
قال،قالت،يقول،قائل؛أكد،،يؤكد،مؤكد؛أضاف،،يضيف،مضيف؛أوضح،،يوضح،موضح؛أشار،،يشير،مشير؛لفت،،يلفت،لافت؛ألمح،،يلمح،ملمح؛
نوه،،ينوه،منوه؛شدد،،يشدد،مشدد؛أفاد،،يفيد،مفيد؛أعلن،،يعلن،معلن؛صرح،،يصرح،مصرح؛اعتبر،،-،معتبر؛
زعم،،يزعم،زاعم؛ادعى،ادعت،يدعي،مدعي؛نفى،نفت،ينفي،نافي؛حذر،،يحذر،محذر؛تساءل،،يتساءل،متسائل؛أردف،،يردف،مردف؛
استطرد،،يستطرد،مستطرد؛استدرك،،يستدرك،مستدرك؛أجاب،،يجيب،مجيب؛غرد،،يغرد،مغرد؛توقع،،يتوقع،متوقع؛رجح،،يرجح,مرجح؛تنبأ،،يتنبأ،متنبئ؛
اعترف،،يعترف،معترف؛أقر،،يقر،مقر؛أبلغ،،يبلغ،-؛أخبر،،يخبر،مخبر؛أعلم،،-،-؛روى،روت،يروي،راوي؛حكى،حكت،يحكي،-؛لاحظ،،يلاحظ،ملاحظ؛
أبرز،،يبرز،مبرز؛أورد،،يورد،-؛استنتج،،يستنتج،مستنتج؛استبعد،،يستبعد،مستبعد؛أظهر،,يظهر،مظهر؛فسر،،يفسر،مفسر؛
نبه،،ينبه،منبه؛جزم،،يجزم،جازم؛أجزم،،-,مجزم؛طمأن،،يطمئن،مطمئن؛كرر،،يكرر،مكرر؛أفصح،،يفصح،مفصح؛أصر،،يصر،-؛
رأى،رأت،يرى،-؛اعتقد،،يعتقد،معتقد؛ظن،،يظن،ظان؛لمح،،يلمح،ملمح؛علل،،يعلل،معلل؛برر،،يبرر،مبرر؛أبان،،يبين،مبين؛جادل،،يجادل،مجادل؛
ارتأى،ارتأت،يرتئي،مرتئي؛أدلى،أدلت،يدلي،مدلي؛عقب،،يعقب،معقب؛اختتم،،يختتم،مختتم؛استأنف،،-,-؛حاجج،،يحاجج،محاجج؛ذكّر،،يذكر،مذكر؛
أقسم،،يقسم،مقسم؛تعهد،،يتعهد،متعهد؛لوح،،يلوح،ملوح؛هدد،,يهدد،مهدد؛توعد،،يتوعد،متوعد؛حسم،،-،حاسم؛استذكر،،يستذكر،مستذكر؛اشتكى،اشتكت،يشتكي،مشتكي؛شكا،شكت،يشكو،شاكي؛
تأسف،،يتأسف،متأسف؛أسر،،-,-؛ألح،،يلح،ملح؛استشهد،،-،مستشهد؛انتهى،انتهت،-,-؛خلص،،يخلص،-؛قدر،،يقدر،مقدر؛شهد،,-،-؛أفتى،أفتت،يفتي،مفتي؛أعاد،،-،معيد؛شرح،،يشرح،شارح؛أجمع،،يجمع،-؛أسهب،،-,-؛
وصف،،يصف،واصف؛اتهم،،يتهم،متهم`,
  also: `
بين،,يبين،مبين؛ذكر،،يذكر،ذاكر؛كشف،،يكشف،كاشف؛تابع،،يتابع،متابع؛واصل،،يواصل،مواصل؛أكمل،،يكمل،مكمل؛زاد،،يزيد،زائد؛كتب،،يكتب،كاتب؛علق،،يعلق،معلق؛
رد،،يرد،راد؛ختم،،يختم,خاتم؛نقل،،ينقل,ناقل؛مضى،مضت،يمضي،ماضي؛صاح،،يصيح،صائح؛صرخ،،يصرخ،صارخ؛هتف،,يهتف،هاتف؛همس،،يهمس،هامس؛سأل،،يسأل،سائل؛
تحدث،،يتحدث،متحدث؛دون،،يدون،مدون؛تكلم،،يتكلم،متكلم؛خاطب،،يخاطب،مخاطب؛عد،،يعد،عاد؛سجل،،يسجل،مسجل؛أثبت،،يثبت،مثبت؛توجه،،يتوجه،متوجه؛سرد،،يسرد،سارد؛
استهل،،يستهل،مستهل؛بدأ،,-,-؛جاء،,-،-؛ورد،,-،-؛نشر،،ينشر،ناشر؛أنهى،أنهت،-,-؛عاد،،-,-؛شبه،,يشبه،مشبه؛وجد،،-,-؛دافع،،-,مدافع؛رفض،,يرفض،رافض؛أسند،،-،-؛سمى،سمت،يسمي،-؛أسمى،أسمت،-،-؛تلا،تلت،يتلو،-`,
  directs: `
دعا،دعت،يدعو،داعي؛طالب،،يطالب،مطالب؛ناشد،،يناشد،مناشد؛حث،،يحث،حاث؛أوصى،أوصت،يوصي،موصي؛نصح،،ينصح،ناصح؛أمر،،-,آمر؛تمنى,تمنت،يتمنى،متمني؛أمل،،يأمل،آمل؛
اشترط،،يشترط،مشترط؛اقترح،،يقترح،مقترح؛أهاب،،يهيب،مهيب؛التمس،,يلتمس،ملتمس؛وجه،،يوجه،موجه؛أرجع،،يرجع،مرجع؛عزا،عزت،يعزو،عازي؛وعد،،يعد،واعد؛التزم،،يلتزم،ملتزم`,
  judges: `
أعرب،،يعرب،معرب؛عبر،،يعبر،معبر؛أبدى،أبدت،يبدي،مبدي؛أشاد،،يشيد،مشيد؛ندد،،يندد،مندد؛أدان،,يدين،-؛دان،،-,-؛استنكر،,يستنكر,مستنكر؛رحب،،يرحب،مرحب؛ثمن،،يثمن،مثمن؛
انتقد،،ينتقد،منتقد؛هاجم،،يهاجم،مهاجم؛جدد،،يجدد،مجدد؛حمل،،يحمل،محمل؛قرر،،-,-؛تطرق،،يتطرق،متطرق؛استعرض،,يستعرض,مستعرض؛أثنى،أثنت،يثني،مثني؛شجب،،يشجب،-؛استهجن،،يستهجن،مستهجن؛
أسف،،يأسف،آسف؛استغرب،،يستغرب،مستغرب؛سخر،،يسخر،ساخر؛هنأ،,يهنئ،مهنئ؛شكر،،يشكر،شاكر؛مدح،،يمدح،-؛امتدح،,يمتدح,ممتدح؛تعجب،،يتعجب،متعجب؛لام،،يلوم،-؛أبدع،,-,-؛عارض،،يعارض،معارض؛أيد،،يؤيد،مؤيد؛توخى,,-,-؛عاب،,يعيب،-؛طرح،,-,-`,
};

/** Nouns of speech that take the speaker as a suffix: «قوله»، «تأكيدها»، «تأكيداته». */
const nouns =
  'قول،تأكيد،تأكيدات،تصريح،تصريحات،إعلان،إشارة،تحذير،تحذيرات،اعتراف،زعم،مزاعم،ادعاء،ادعاءات،نفي،كلام،حديث،اتهام،وصف،تعليق،تشديد،توضيح،إقرار،اعتقاد،رأي،توقعات،دعوة،تساؤل،قناعة،شهادة،إفادة';

const forms = new Map<string, SpeechForm>();
const participles = new Map<string, SpeechForm>();

function add(into: Map<string, SpeechForm>, word: string, form: SpeechForm): void {
  const key = fold(word);
  // The first class that claims a form keeps it: `says` before `also`, `directs`, `judges`.
  if (!into.has(key)) into.set(key, form);
}

function addVerb(kind: VerbClass, row: string): void {
  const [past = '', feminine = '', present = '', participle = ''] = row
    .split(/[،,]/)
    .map((part) => part.trim());
  const verb = fold(past);
  const form = (agreement: Agreement, type: SpeechForm['type']): SpeechForm => ({
    class: kind,
    agreement,
    type,
    verb,
  });
  const weak = feminine !== '' && feminine !== '-' && !feminine.startsWith(`${past}`);
  const stem = weak && /[ىا]$/.test(past) ? past.slice(0, -1) : past;
  add(forms, past, form('m', 'past'));
  add(forms, feminine === '' ? `${past}ت` : feminine, form('f', 'past'));
  add(forms, `${stem}وا`, form('mp', 'past'));
  add(forms, weak && stem !== past ? `${stem}يا` : `${past}ا`, form('mp', 'past'));
  add(forms, feminine === '' ? `${past}تا` : `${feminine}ا`, form('fp', 'past'));
  add(forms, `${past}ن`, form('fp', 'past'));
  if (present !== '-' && present !== '') {
    const rest = present.slice(1);
    const bare = rest.replace(/[يىو]$/, '');
    for (const future of ['', 'س']) {
      add(forms, `${future}ي${rest}`, form('m', 'present'));
      add(forms, `${future}ت${rest}`, form('f', 'present'));
      add(forms, `${future}ي${bare}ون`, form('mp', 'present'));
      add(forms, `${future}ي${bare}وا`, form('mp', 'present'));
      add(forms, `${future}ي${rest}ان`, form('mp', 'present'));
      add(forms, `${future}ي${rest}ن`, form('fp', 'present'));
    }
  }
  if (participle !== '-' && participle !== '') {
    const weakEnd = participle.endsWith('ي');
    const base = weakEnd ? participle.slice(0, -1) : participle;
    add(participles, `${participle}ا`, form('m', 'participle'));
    add(participles, `${participle}ة`, form('f', 'participle'));
    add(participles, `${base}ين`, form('mp', 'participle'));
    add(participles, `${base}ون`, form('mp', 'participle'));
    add(participles, `${participle}ان`, form('mp', 'participle'));
    add(participles, `${participle}تين`, form('fp', 'participle'));
  }
}

for (const kind of ['says', 'also', 'directs', 'judges'] as const) {
  for (const row of rows[kind].split('؛')) if (row.trim() !== '') addVerb(kind, row.trim());
}
// يقل after لم: jussive of the commonest verb.
add(forms, 'يقل', { class: 'says', agreement: 'm', type: 'present', verb: 'قال' });
add(forms, 'تقل', { class: 'says', agreement: 'f', type: 'present', verb: 'قال' });
// Without its last vowel: «ومؤكد أن» loses the tanwin in careless writing.
for (const word of ['مؤكد', 'مضيف', 'مشير', 'موضح', 'مبين', 'معتبر', 'قائل', 'لافت', 'مشدد'])
  add(participles, word, { class: 'also', agreement: 'm', type: 'participle', verb: fold(word) });

const suffixes: readonly (readonly [string, Agreement])[] = [
  ['ه', 'm'],
  ['ها', 'f'],
  ['هم', 'mp'],
  ['هما', 'mp'],
  ['هن', 'fp'],
];
const nounForms = new Map<string, SpeechForm>();
for (const noun of nouns.split('،')) {
  const base = noun.endsWith('ة') ? `${noun.slice(0, -1)}ت` : noun;
  for (const [suffix, agreement] of suffixes)
    add(nounForms, base + suffix, { class: 'says', agreement, type: 'noun', verb: fold(noun) });
}
for (const word of ['القول', 'التأكيد'])
  add(nounForms, word, { class: 'says', agreement: 'any', type: 'noun', verb: fold(word) });

/**
 * The speech form that a folded word is, and how many of its first letters are و, ف, ب or ل that do not belong to it;
 * undefined when it is none.
 */
export function speechForm(key: string): Found | undefined {
  const known = remembered.get(key);
  if (known !== undefined) return known === 'none' ? undefined : known;
  const found = lookUp(key);
  // Common words come again and again; a text of nothing but rare ones must not fill the memory.
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(key, found ?? 'none');
  return found;
}

interface Found {
  form: SpeechForm;
  prefix: number;
}
const remembered = new Map<string, Found | 'none'>();
/** Some megabytes; an archive's commonest words are fewer. */
const MOST_REMEMBERED = 20_000;

function lookUp(key: string): Found | undefined {
  const whole = forms.get(key) ?? participles.get(key);
  if (whole !== undefined) return { form: whole, prefix: 0 };
  const noun = nounForms.get(key);
  if (noun !== undefined) return { form: noun, prefix: 0 };
  const first = key.charCodeAt(0);
  if (first === 0x648 || first === 0x641) {
    const rest = key.slice(1);
    const form = forms.get(rest) ?? participles.get(rest) ?? nounForms.get(rest);
    if (form !== undefined) return { form, prefix: 1 };
  } else if (first === 0x628 || first === 0x644 || first === 0x643) {
    const rest = key.slice(1);
    const form =
      nounForms.get(rest) ?? (key.startsWith('لل') ? nounForms.get(`ال${key.slice(2)}`) : undefined);
    if (form !== undefined) return { form, prefix: 1 };
    // «لتؤكد أنها…»
    const present = first === 0x644 ? forms.get(rest) : undefined;
    if (present?.type === 'present') return { form: present, prefix: 1 };
  }
  return withObject(key);
}

/** «وصفه», «وصفوه», «اعتبرها»: the verbs that take what is judged as a suffix. */
function withObject(key: string): { form: SpeechForm; prefix: number } | undefined {
  const suffix = suffixes.find(([ending]) => key.endsWith(ending))?.[0];
  if (suffix === undefined) return undefined;
  const bare = key.slice(0, key.endsWith('ها') ? -2 : -suffix.length);
  const stem = bare.endsWith('و') ? `${bare}ا` : bare;
  for (const prefix of [0, 1]) {
    if (prefix === 1 && !/^[وف]/.test(stem)) break;
    const form = forms.get(stem.slice(prefix));
    if (form !== undefined && takesObject.has(form.verb)) return { form, prefix };
  }
  return undefined;
}
const takesObject: ReadonlySet<string> = new Set(
  ['وصف', 'اعتبر', 'اتهم', 'خاطب', 'أعلم', 'أبلغ', 'أخبر'].map(fold),
);

/** Whether two forms cannot belong to the same speaker. */
export function clash(a: Agreement, b: Agreement): boolean {
  if (a === 'any' || b === 'any' || a === b) return false;
  return true;
}
