import type { Catalogue, Language } from './catalogue.ts';
import { ar } from './keys.ar.ts';
import { en } from './keys.en.ts';

/** Words of the list of keys; what the editor's own keys do is in `editor`. */
export const keyStrings = { ar, en } as const satisfies Record<Language, Catalogue<typeof ar>>;
