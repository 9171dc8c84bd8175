import { ar as previewAr } from './preview.ar.ts';
import { en as previewEn } from './preview.en.ts';
import type { Catalogue, Language } from './catalogue.ts';

/** Words of the screen that shows a story as readers will see it. */
export const previewStrings = { ar: previewAr, en: previewEn } as const satisfies Record<
  Language,
  Catalogue<typeof previewAr>
>;
