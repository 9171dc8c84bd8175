import type { Catalogue, Language } from './catalogue.ts';
import { ar } from './desk-work.ar.ts';
import { en } from './desk-work.en.ts';

/** Words of what is said about stories, who writes them and when. */
export const deskWorkStrings = { ar, en } as const satisfies Record<Language, Catalogue<typeof ar>>;
