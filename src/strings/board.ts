import { ar as boardAr } from './board.ar.ts';
import { en as boardEn } from './board.en.ts';
import type { Catalogue, Language } from './catalogue.ts';

/** Words of the readership board. */
export const boardStrings = { ar: boardAr, en: boardEn } as const satisfies Record<
  Language,
  Catalogue<typeof boardAr>
>;
