import type { Catalogue, Language } from './catalogue.ts';
import { ar } from './records.ar.ts';
import { en } from './records.en.ts';

/** Words of the records of topics, people, places and organisations. */
export const recordStrings = { ar, en } as const satisfies Record<Language, Catalogue<typeof ar>>;
