import type { Catalogue, Language } from './catalogue.ts';
import { ar as suggestionsAr } from './suggestions.ar.ts';
import { en as suggestionsEn } from './suggestions.en.ts';

/** Words of what stands beside a text to be taken or left. */
export const suggestionStrings = { ar: suggestionsAr, en: suggestionsEn } as const satisfies Record<
  Language,
  Catalogue<typeof suggestionsAr>
>;
export type SuggestionStrings = Catalogue<typeof suggestionsAr>;
