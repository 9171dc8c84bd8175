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

/** «جلسة سابقة للمجلس (وفا)», «عناصر الإطفاء في الميناء - 2015 (صحيفة النهر)», «جانب من اللقاء – إعلام رسمي». */
export function isCredited(line: string): boolean {
  if (line.length > 150) return false;
  const [, words = '', credit = ''] = bracketed.exec(line) ?? dashed.exec(line) ?? [];
  const count = wordsOf(words).length;
  const most = line.endsWith(')') || line.endsWith(']') ? longest : longestDashed;
  if (count < shortest || count > most || endsSentence(words) || /[:؟!]/.test(words)) return false;
  return (
    shows.test(comparable(words)) &&
    (isAgency(credit, most === longest) || (most === longest ? source : maker).test(comparable(credit))) &&
    !isName(words, true)
  );
}
const bracketed = /^([^()[\]]{6,115}?)\s*[([]([^()[\]]{2,30})[)\]]$/u;
const dashed = /^([^()[\]–—|/-]{6,80}?)\s[–—/-]\s([^()[\]–—|/-]{2,30})$/u;
/** Titles of pages end with a dash and a site's name, and are longer. */
const longestDashed = 7;
const source = /^(?:ال)?(?:وكاله|ارشيف|موقع|صحيفه|مواقع|انترنت|خاص|تواصل)/u;
const maker = /^(?:ال)?(?:ارشيف|انترنت|تواصل|اعلام|مكتب (?:ال)?اعلام)/u;

/** «(هيثم سالم)»: a name in brackets, alone on its line. */
export function isPhotographer(line: string): boolean {
  const name = line.length > 40 ? undefined : /^[([]\s*([^()[\]]{5,36}?)\s*[)\]]$/u.exec(line)?.[1];
  return name !== undefined && isName(name, false) && wordsOf(name).length <= 3;
}

/** «© Reuters / Jane Doe», «AFP PHOTO / سمر يوسف», «(صورة: …)»: nobody who wrote the story. */
export function isPictureCredit(line: string): boolean {
  return /^[([]?\s*(?:حقوق\s+(?:النشر|الصورة|الصور|الطبع)\s*:|©|ⓒ|\(c\)|copyright\b|photos?\b|picture|image|credit)|\bphotos?\b|picture-alliance/iu.test(
    line,
  );
}
