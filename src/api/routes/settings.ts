import type { Journal } from '../../journal/journal.ts';
import type { Section } from '../../model/site.ts';
import { route } from '../route.ts';

export const settingsRoutes = [
  route('settings', {
    who: 'signed-in',
    async command({ journal, catalog, desk, siteUrl }) {
      const { name, language, country, timeZone, digits, hijri } = catalog().site();
      const sections = catalog()
        .sections()
        .map((section) => ({ id: section.id, name: section.name }));
      const formerSections = await namesOf(
        journal,
        desk()
          .sections()
          .filter((id) => !sections.some((section) => section.id === id)),
      );
      return { name, language, country, timeZone, digits, hijri, url: siteUrl(), sections, formerSections };
    },
  }),
];

/** What sections were called last. */
async function namesOf(journal: Journal, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
  const entries = await Promise.all(ids.map((id) => journal.current('section', id)));
  return entries.flatMap((entry) =>
    entry?.content ? [{ id: entry.id, name: (entry.content as Section).name }] : [],
  );
}
