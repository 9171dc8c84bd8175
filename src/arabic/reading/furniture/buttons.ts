/**
 * Rows of a page's buttons, whatever their order: «طباعة Email فيسبوك تويتر لينكدين المزيد», «facebooktwitterwhatsapp»,
 * «instagram-colored-outline». Told word by word: each is a network's name, a button's, or stands between them.
 */

const networks = new Set(
  'فيسبوك فايسبوك الفيسبوك الفايسبوك فيس فايس تويتر توتير التويتر انستغرام انستجرام انستقرام انستاغرام الانستغرام يوتيوب اليوتيوب واتساب الواتساب واتس تلغرام تليغرام تيليجرام تليجرام تلجرام تيلقرام تلقرام تليقرام تيليغرام التلغرام تيك تيكتوك لينكد لينكدان لينكدين لنكد بنترست بينتريست بينتيريست بينترست ديليشس ديغ سناب سنابشات ماسنجر مسنجر فايبر ريديت تمبلر ثريدز بلوسكاي فليبورد facebook fb twitter whatsapp whats telegram instagram linkedin youtube pinterest interest messenger viber tiktok snapchat reddit tumblr skype threads bluesky flipboard xing digg stumbleupon vkontakte'.split(
    ' ',
  ),
);
/** Words of buttons beside those names, and the second halves of names. */
const others = new Set(
  'شارك شاركها مشاركه طباعه اطبع ارسل ارسال حفظ احفظ نسخ انسخ الرابط رابط المزيد اغلاق اعجاب تغريد تويت غرد نشر انشر البريد بريد ايميل الالكتروني الكتروني تابعنا تابعونا متابعه علي عبر و في اكس بوك اب شات توك ان بلس جوجل غوغل نبض قناتنا صفحتنا الي ماي سبيس صديق للطباعه pdf email e mail print share tweet copy link app pin it rss google plus news save like send more follow us on via x icon logo svg colored outline line vk mix pocket buffer play store button'.split(
    ' ',
  ),
);
/** «طباعة البريد الإلكتروني», «PDF طباعة»: with others beside them they are a row, too. */
const tools = new Set('طباعه اطبع للطباعه pdf print'.split(' '));
const glued =
  /^(?:facebook|twitter|whatsapp|telegram|instagram|linkedin|youtube|pinterest|messenger|viber|tiktok|snapchat|reddit|email|print|share|tweet|copy|link|rss){2,12}$/;
const mostWords = 24;

const fontWords = new Set(
  'حجم الخط خط نوع لون تكبير تصغير الافتراضي افتراضي العادي عادي الصغير صغير الكبير كبير المتوسط متوسط النص نص اكبر اصغر ص ك ع ا و a decrease increase enlarge reduce font size small large smaller larger medium reset default text'.split(
    ' ',
  ),
);

/** «حجم الخط: ص ك», «تكبير الخط الخط الافتراضي تصغير الخط»: nothing but sizes of letters. */
function isFontRow(words: readonly string[]): boolean {
  return (
    words.length >= 2 &&
    words.every((word) => fontWords.has(word)) &&
    words.some((word) => /خط|نص|font/.test(word))
  );
}

/** @param folded a whole line in folded letters. */
export function isButtons(folded: string): boolean {
  if (folded.length > 200) return false;
  const words = folded.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0 || words.length > mostWords) return false;
  if (isFontRow(words)) return true;
  let named = false;
  for (const word of words) {
    const bare = word.replace(/^و(?=\p{L}{4})/u, '');
    if (networks.has(word) || networks.has(bare) || glued.test(word)) named = true;
    else if (words.length > 1 && tools.has(word)) named = true;
    else if (!others.has(word) && !/^\d{1,6}$/.test(word)) return false;
  }
  return named;
}
