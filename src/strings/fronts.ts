import type { Catalogue, Language } from './catalogue.ts';
import { ar as frontsAr } from './fronts.ar.ts';
import { en as frontsEn } from './fronts.en.ts';

/** Words of the screens of fronts and redirects. */
export const frontStrings = { ar: frontsAr, en: frontsEn } as const satisfies Record<
  Language,
  Catalogue<typeof frontsAr>
>;
