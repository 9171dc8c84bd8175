import { ar as arrangingAr } from './arranging.ar.ts';
import { en as arrangingEn } from './arranging.en.ts';
import type { Catalogue, Language } from './catalogue.ts';

/** Words of the screens that arrange what readers meet. */
export const arrangingStrings = { ar: arrangingAr, en: arrangingEn } as const satisfies Record<
  Language,
  Catalogue<typeof arrangingAr>
>;
export type ArrangingStrings = Catalogue<typeof arrangingAr>;
