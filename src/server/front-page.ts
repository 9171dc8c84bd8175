import type { Front } from '../model/site.ts';
import type { ReaderContext } from '../reader/page.ts';
import { loadFront } from '../reader/pages/front.ts';
import { loadSection } from '../reader/pages/section.ts';

/** The page that readers would find were a front arranged so: made from the catalog as it is, kept nowhere. */
export async function frontPage(context: ReaderContext, front: Front): Promise<string> {
  const trial: ReaderContext = {
    ...context,
    catalog() {
      const catalog = context.catalog();
      return { ...catalog, front: (id) => (id === front.id ? front : catalog.front(id)) };
    },
  };
  const { body } =
    front.id === 'home'
      ? await loadFront(trial, {})
      : await loadSection(trial, { section: front.id, before: undefined, after: undefined });
  return body;
}
