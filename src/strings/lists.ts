import type { Catalogue, Language } from './catalogue.ts';
import { ar as listsAr } from './lists.ar.ts';
import { en as listsEn } from './lists.en.ts';

/** Words of the lists of stories beyond what every screen has. */
export const listStrings = { ar: listsAr, en: listsEn } as const satisfies Record<
  Language,
  Catalogue<typeof listsAr>
>;
