import type { Catalogue, Language } from './catalogue.ts';
import { ar as picturesAr } from './pictures.ar.ts';
import { en as picturesEn } from './pictures.en.ts';

/** Words of the media library, and of pictures in a story. */
export const pictureStrings = { ar: picturesAr, en: picturesEn } as const satisfies Record<
  Language,
  Catalogue<typeof picturesAr>
>;
export type PictureStrings = Catalogue<typeof picturesAr>;
