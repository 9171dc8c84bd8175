/** What programs put on the clipboard, in their manner; the words are ours. */
export const pasted = {
  word: `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15">
<style><!-- p.MsoNormal {mso-style-unhide:no; font-size:11.0pt;} --></style></head>
<body lang=EN-US><!--StartFragment-->
<h2 dir=RTL><span lang=AR-SA style='font-family:"Arial",sans-serif'>أسعار السمك<o:p></o:p></span></h2>
<p class=MsoNormal dir=RTL style='mso-margin-top-alt:auto'><b><span lang=AR-SA>ارتفعت</span></b><span lang=AR-SA> الأسعار هذا الأسبوع.</span><o:p></o:p></p>
<table class=MsoTableGrid border=1><tr><td><p class=MsoNormal dir=RTL>الصنف</p></td><td><p class=MsoNormal dir=RTL>السعر</p></td></tr>
<tr><td><p class=MsoNormal dir=RTL>السردين</p></td><td><p class=MsoNormal dir=RTL>12</p></td></tr></table>
<p class=MsoNormal dir=LTR>The harbour reopens on Monday.</p>
<!--EndFragment--></body></html>`,
  docs: `<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1a2b"><p dir="rtl" style="line-height:1.38"><span style="font-size:11pt;font-weight:700">عاد</span><span style="font-size:11pt"> الصيادون إلى البحر، </span><a href="https://paper.example/a?id=7&amp;utm_source=docs"><span>وهذا تقريرنا</span></a></p><ul><li dir="rtl"><p dir="rtl" role="presentation"><span>القوارب</span></p></li><li dir="rtl"><p dir="rtl" role="presentation"><span>الشباك</span></p></li></ul></b>`,
  web: `<article><script>window.stolen = true</script><style>p{color:red}</style><p onclick="window.stolen=true">خبر من موقع <a href="javascript:window.stolen=true">آخر</a>.<img src="https://pictures.example/a.jpg" width="600" onerror="window.stolen=true"><img src="https://count.example/p.gif" width="1" height="1"></p><iframe src="https://ads.example"></iframe><blockquote><p>قول منقول.</p></blockquote></article>`,
  agency: `<!--StartFragment--><div class="wire-story" dir="rtl" lang="ar"><nav class="crumbs"><a href="https://wire.example/">الرئيسية</a> / <a href="https://wire.example/economy">اقتصاد</a></nav>
<h1 class="wire-title" style="font-size:32px;margin:0">سوق&nbsp;السمك يعود إلى العمل</h1>
<div class="wire-meta"><span class="author" itemprop="author">ليلى&nbsp;منصور</span><time datetime="2026-03-04T09:30:00Z">4&nbsp;مارس 2026</time></div>
<ul class="share-list" aria-label="مشاركة"><li class="fb"><a href="https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fwire.example%2F77"><i class="icon icon-fb"></i>فيسبوك</a></li><li><a href="https://twitter.com/intent/tweet?url=https%3A%2F%2Fwire.example%2F77">تويتر</a></li><li><a href="https://wa.me/?text=https%3A%2F%2Fwire.example%2F77">واتساب</a></li><li><a href="mailto:?subject=x&amp;body=https%3A%2F%2Fwire.example%2F77">البريد</a></li><li><button type="button" onclick="copy()">نسخ الرابط</button></li></ul>
<p style="text-align:right;color:#333" class="lede">مرسى النخيل (وكالة الساحل)&nbsp;- فتحت&nbsp;السوق أبوابها صباح الأربعاء بعد أسبوعين من&nbsp; الإغلاق، وفق <a href="https://wire.example/notice?id=9&amp;utm_campaign=wire&amp;fbclid=abc#top" target="_blank">بيان الإدارة</a>.</p>
<div class="ad-slot" style="display:none">إعلان</div>
<p class="wire-text">وقال صياد:&nbsp;«عدنا أخيرا». وسجلت أسعار&nbsp;السردين 12&nbsp;درهما.</p>
<blockquote class="wire-quote" style="border-right:3px solid"><p style="font-style:normal">لم نبع شيئا منذ شباط.</p></blockquote>
<div class="share_bottom social"><span>شارك الخبر</span><a href="https://t.me/share/url?url=https%3A%2F%2Fwire.example%2F77">تلغرام</a></div>
<img class="beacon" src="https://count.example/b.gif" width="1" height="1"></div><!--EndFragment-->`,
} as const;

/** What a story has of the agency's page. */
export const agencyBlocks = [
  { type: 'heading', level: 2, text: [{ text: 'سوق السمك يعود إلى العمل' }] },
  { type: 'paragraph', text: [{ text: 'ليلى منصور 4 مارس 2026' }] },
  {
    type: 'paragraph',
    text: [
      {
        text: 'مرسى النخيل (وكالة الساحل) - فتحت السوق أبوابها صباح الأربعاء بعد أسبوعين من الإغلاق، وفق ',
      },
      { text: 'بيان الإدارة', href: 'https://wire.example/notice?id=9#top' },
      { text: '.' },
    ],
  },
  {
    type: 'paragraph',
    text: [{ text: 'وقال صياد: «عدنا أخيرا». وسجلت أسعار السردين 12 درهما.' }],
  },
  { type: 'quotation', paragraphs: [[{ text: 'لم نبع شيئا منذ شباط.' }]] },
] as const;
