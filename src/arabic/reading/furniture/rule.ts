/**
 * A rule for furniture: what it takes away and why it is not text. Patterns are written in folded letters (ا for أ, ه for
 * ة, ي for ى and ئ, و for ؤ) and are matched against whole lines, because «شارك في المؤتمر عدد من الوزراء» is news.
 */
export interface Rule {
  reason: string;
  patterns: readonly string[];
}

/** One expression for all patterns of a table; a bullet before and marks behind make no difference. */
export function compiled(rules: readonly Rule[]): RegExp {
  const all = rules.flatMap(({ patterns }) => patterns).join('|');
  return new RegExp(
    `^(?:[*•●▪◾|<>»–-]{1,3}\\s*|(?:\\p{Extended_Pictographic}\\ufe0f?\\s*){1,3}|[([«"]\\s?)?(?:${all})[\\s:.…!»>|←*)\\]\\p{Extended_Pictographic}\\ufe0f-]{0,6}$`,
    'u',
  );
}

/** Names of networks, as they are written beside stories. */
export const network =
  '(?:(?:ال)?(?:فيسبوك|فيس بوك|فايسبوك|تويتر|توتير|اكس|انستغرام|انستجرام|انستقرام|انستاغرام|يوتيوب|واتساب|واتس اب|واتس|تلغرام|تليغرام|تيليجرام|تليجرام|تلجرام|تيك توك|لينكد ان|لينكدان|لينكدين|بنترست|بينتريست|سناب شات|سناب|ماسنجر|مسنجر|فايبر|جوجل|غوغل|جوجل نيوز|غوغل نيوز|جوجل بلس|غوغل بلس|بلس|نبض|ريديت|تمبلر|ثريدز|ساوند كلاود|بودكاست|ايميل|البريد الالكتروني|البريد|بريد الكتروني|بريد|نسخ الرابط|انسخ الرابط)|facebook|twitter|x|instagram|youtube|whatsapp|telegram|tiktok|linkedin|pinterest|snapchat|messenger|viber|google(?: news| play| plus| ?\\+)?|plus|\\+|reddit|tumblr|threads|vk|skype|pocket|flipboard|email|e-mail|mail|print|rss|nabd|app store|appgallery|copy link|share|tweet|pin it|pin|like|more|share on|tweet on)';
