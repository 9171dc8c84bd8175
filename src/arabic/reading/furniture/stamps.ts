import { allMonthNames, hijriMonths } from '../../month-names.ts';
import { comparable, westernDigits } from '../words.ts';

/**
 * Lines that say when a story was put up or changed, in whatever order: «محرر 1 | 05-08-2015 - 12:30», «آخر تحديث قبل
 * يومين», «نشر في: الأربعاء 5 أغسطس - 10:15 م | آخر تحديث: …». Told word by word; a line with any other word is text.
 */

const set = (list: string): ReadonlySet<string> => new Set(list.split(' ').map(comparable));
const marks = set(
  'نشر نشرت نشره نشرها النشر منشور تحديث التحديث تحديثه محدث حدث حدثت تعديل التعديل عدل محرر حرر مراجعه اضيف اضيفت الاضافه ادرج كتب كتبت تاريخ بتاريخ التاريخ published posted updated update modified publie منذ قبل مضت ago العدد عدد السنه قديم',
);
const clocks = set('gmt utc ksa am pm توقيت بتوقيت غرينتش جرينتش صباحا مساء مساءا ظهرا');
const links = set(
  'تم تمت المحتوي اخر في يوم اليوم الساعه على من هذا الخبر المقال بواسطه المحرر ص م س ه ت غ هـ مـ ميلادي هجري هجريه الموافق last on at the by date time le à',
);
const spans = set(
  'ثانيه ثوان ثواني دقيقه دقيقتين دقيقتان دقايق ساعه ساعتين ساعتان ساعات يومين يومان ايام اسبوع اسبوعين اسابيع شهر شهرين اشهر شهور سنه سنتين سنوات عام عامين قليل لحظات واحد واحده minutes minute hours hour days day',
);
const days = set(
  'السبت الاحد الاثنين الثلاثاء الاربعاء الخميس الجمعه الإثنين saturday sunday monday tuesday wednesday thursday friday sat sun mon tue wed thu fri',
);
const months = new Set(
  [...allMonthNames.flat(), ...hijriMonths.ar].flatMap((name) => comparable(name).split(' ')),
);
/** «بتوقيت مكة المكرمة»: a town in one or two words. */
const zone = /(?:ب|بحسب )?(?:ال)?توقيت (?:ال)?\p{L}{2,}(?: ال\p{L}{3,})?/gu;

/** @param text a whole line. */
export function isStamp(text: string): boolean {
  if (text.length > 140) return false;
  const plain = westernDigits(comparable(text)).replace(/(?<=\p{L})ـ+|ـ+(?=\p{L})/gu, '');
  const words = plain.replace(zone, ' gmt ').match(/\p{L}+|\d+/gu) ?? [];
  if (words.length < 2 || words.length > 34) return false;
  let marked = false;
  let moment = false;
  let timed = false;
  let numbers = 0;
  for (const word of words) {
    if (/^\d/.test(word)) numbers++;
    else if (marks.has(word)) marked = true;
    else if (days.has(word) || months.has(word)) moment = true;
    else if (spans.has(word)) moment = true;
    else if (clocks.has(word)) timed = true;
    else if (!links.has(word)) return false;
  }
  // «اليوم 14:22»
  if (numbers === 2 && /^(?:اليوم|امس)[ ،,]*\d{1,2}:\d{2}/.test(plain)) return true;
  if (marked) return moment || numbers >= 3;
  // «الأربعاء 1436/10/20 هـ الموافق 2015/08/05 م», «[05/08/2015][14:20]»
  if (numbers >= 5 && /[/.-]\d{4}|\d{4}[/.-]/.test(plain)) return true;
  return timed && moment && numbers >= 3;
}
