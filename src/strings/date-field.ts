import type { Catalogue, Language } from './catalogue.ts';
import { ar } from './date-field.ar.ts';
import { en } from './date-field.en.ts';

/** Words of the field of a date. */
export const dateFieldStrings = { ar, en } as const satisfies Record<Language, Catalogue<typeof ar>>;
