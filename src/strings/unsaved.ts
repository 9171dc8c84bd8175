import type { Catalogue, Language } from './catalogue.ts';
import { ar } from './unsaved.ar.ts';
import { en } from './unsaved.en.ts';

/** What is asked of somebody who leaves a form that is not saved. */
export const unsavedStrings = { ar, en } as const satisfies Record<Language, Catalogue<typeof ar>>;
