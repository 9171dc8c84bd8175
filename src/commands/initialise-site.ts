import type { Change, Receipt } from '../journal/journal.ts';
import { documentSchemas } from '../model/document.ts';
import { MidadError } from '../model/errors.ts';
import type { Section, Site } from '../model/site.ts';
import type { Context } from './context.ts';
import { permit } from './policy.ts';

const sections: [id: string, name: string][] = [
  ['politics', 'سياسة'],
  ['economy', 'اقتصاد'],
  ['sports', 'رياضة'],
  ['culture', 'ثقافة'],
  ['science', 'علوم'],
  ['society', 'مجتمع'],
  ['opinion', 'رأي'],
];

const paragraph = (text: string) => ({ type: 'paragraph' as const, text: [{ text }] });
const heading = (text: string) => ({ type: 'heading' as const, level: 2 as const, text: [{ text }] });

/**
 * A site to begin with. The zone is Riyadh's: three hours before UTC all the year, like most of the Arab
 * East, so that no clock change surprises a newcomer; the country goes with it, and its months (يناير،
 * فبراير) are also those of Egypt, Sudan and the Gulf. Every one of these is a setting.
 */
const site: Site = {
  name: 'مداد',
  tagline: 'أخبار وقراءات',
  description: 'موقع إخباري عربي: سياسة واقتصاد ورياضة وثقافة وعلوم ومجتمع ورأي.',
  language: 'ar',
  country: 'sa',
  timeZone: 'Asia/Riyadh',
  digits: 'arab',
  hijri: true,
  about: [
    paragraph(
      'هذا موقع إخباري عربي يتابع شؤون السياسة والاقتصاد والرياضة والثقافة والعلوم والمجتمع، ويفتح صفحاته للرأي.',
    ),
    heading('كيف نعمل'),
    paragraph(
      'ننشر ما تحققنا منه، وننسب كل قول إلى قائله، ونفصل الخبر عن الرأي؛ فمقالات الرأي تعبّر عن كتّابها وتحمل أسماءهم.',
    ),
    heading('إذا أخطأنا'),
    paragraph(
      'نصوّب الخطأ في مكانه ونقول ما الذي تغيّر ومتى، ونجمع التصويبات كلها في صفحة واحدة. ومن وجد في ما ننشره خطأ فليكتب إلينا.',
    ),
    heading('خصوصية القرّاء'),
    paragraph(
      'لا يضع الموقع ملفات تتبّع، ولا يحفظ عناوين القرّاء، ولا تُحمَّل صفحاته من مواقع أخرى. نحصي قراءات كل مادة وحدها، من غير أن نعرف من قرأها.',
    ),
  ],
};

/**
 * Sets up a site that can be read at once: name, settings, sections, an about page.
 *
 * @returns the receipts, none when the journal has a site already, also one that another process set up just now.
 * @throws MidadError `forbidden`; what `append` throws.
 */
export async function initialiseSite(context: Context): Promise<Receipt[]> {
  permit(context, 'initialise-site');
  const { journal, actor, now } = context;
  if (await journal.current('site', 'site')) return [];
  const changes: Change[] = [
    { kind: 'site', id: 'site', action: 'create', expect: 0, content: documentSchemas.site.parse(site) },
    ...sections.map(([id, name], order): Change => {
      const content: Section = documentSchemas.section.parse({ id, name, order });
      return { kind: 'section', id, action: 'create', expect: 0, content };
    }),
  ];
  try {
    return await journal.append(changes, { actor, at: now });
  } catch (error) {
    if (error instanceof MidadError && error.code === 'conflict' && error.params['kind'] === 'site')
      return [];
    throw error;
  }
}
