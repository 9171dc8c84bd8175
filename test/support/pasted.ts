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
} as const;
