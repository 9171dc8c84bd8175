import type { Catalogue, Language } from './catalogue.ts';
import { ar as editorAr } from './editor.ar.ts';
import { en as editorEn } from './editor.en.ts';

/** Words of the story editor. */
export const editorStrings = { ar: editorAr, en: editorEn } as const satisfies Record<
  Language,
  Catalogue<typeof editorAr>
>;
export type EditorStrings = Catalogue<typeof editorAr>;
