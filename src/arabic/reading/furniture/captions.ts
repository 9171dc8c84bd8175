import { isAgency } from '../agencies.ts';
import { isName } from '../names.ts';
import { comparable, endsSentence, wordsOf } from '../words.ts';

/** Lines below a picture that end with who took it, or are nothing but that. None of them is a byline. */

/** Words of what a picture shows; a longer text is a paragraph. */
const longest = 16;
const shortest = 3;
/** In names stand no such words, nor figures. */
const shows =
  /(?:^| )(?:في|من|علي|خلال|اثناء|امام|عقب|داخل|قرب|بعد|مع|بين|عند|وسط|فوق|قبل|منذ|الي|لدي|يوم|عام|سنه)(?: |$)|\d|^(?:ال)?(?:جلسه|اجتماع|مشهد|جانب|منظر|لقطه|مبني|مقر|شعار|صوره|عناصر|عنصر|جنود|متظاهرون|اثار|دمار|نازحون|لاجيون|مواطنون|قوات|سفينه|طايره|وقفه|مسيره|مظاهره|موتمر|لقاء|حفل|مدخل|ساحه|شارع|سوق|ميناء|مطار|وزير|رييس|رييسه|وزيره|اعضاء|وفد|لاعبو|مشجعو|طلاب|عمال) /u;

/** «جلسة سابقة للمجلس (وفا)», «عناصر الإطفاء في الميناء - 2015 (صحيفة النهر)». */
export function isCredited(line: string): boolean {
  if (line.length > 150) return false;
  const [, words = '', credit = ''] = /^([^()[\]]{6,115}?)\s*[([]([^()[\]]{2,30})[)\]]$/u.exec(line) ?? [];
  const count = wordsOf(words).length;
  if (count < shortest || count > longest || endsSentence(words) || /[:؟!]/.test(words)) return false;
  return (
    shows.test(comparable(words)) &&
    (isAgency(credit, true) ||
      /^(?:ال)?(?:وكاله|ارشيف|موقع|صحيفه|مواقع|انترنت|خاص|تواصل)/u.test(comparable(credit))) &&
    !isName(words, true)
  );
}

/** «(هيثم سالم)»: a name in brackets, alone on its line. */
export function isPhotographer(line: string): boolean {
  const name = line.length > 40 ? undefined : /^[([]\s*([^()[\]]{5,36}?)\s*[)\]]$/u.exec(line)?.[1];
  return name !== undefined && isName(name, false) && wordsOf(name).length <= 3;
}

/** «© Reuters / Jane Doe», «AFP PHOTO / سمر يوسف», «(صورة: …)»: nobody who wrote the story. */
export function isPictureCredit(line: string): boolean {
  return /^[([]?\s*(?:©|ⓒ|\(c\)|copyright\b|photos?\b|picture|image|credit)|\bphotos?\b|picture-alliance/iu.test(
    line,
  );
}
