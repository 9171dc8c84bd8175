import { ar as accountsAr } from './accounts.ar.ts';
import { en as accountsEn } from './accounts.en.ts';
import { ar as cliAr } from './cli.ar.ts';
import { en as cliEn } from './cli.en.ts';
import type { Catalogue, Language } from './catalogue.ts';
import { ar as errorsAr } from './errors.ar.ts';
import { en as errorsEn } from './errors.en.ts';
import { ar as fieldsAr } from './fields.ar.ts';
import { en as fieldsEn } from './fields.en.ts';
import { ar as newsroomAr } from './newsroom.ar.ts';
import { en as newsroomEn } from './newsroom.en.ts';
import { ar as readerAr } from './reader.ar.ts';
import { en as readerEn } from './reader.en.ts';
import { ar as termsAr } from './terms.ar.ts';
import { en as termsEn } from './terms.en.ts';

export { fill, plural, type Catalogue, type Language, type PluralForms } from './catalogue.ts';

/** Words of the reader site. */
export const readerStrings = { ar: readerAr, en: readerEn } as const satisfies Record<
  Language,
  Catalogue<typeof readerAr>
>;
export type ReaderStrings = Catalogue<typeof readerAr>;

/** A sentence for each code of `MidadError`. */
export const errorStrings = { ar: errorsAr, en: errorsEn } as const satisfies Record<
  Language,
  Catalogue<typeof errorsAr>
>;

/** Words of the command line. */
export const cliStrings = { ar: cliAr, en: cliEn } as const satisfies Record<
  Language,
  Catalogue<typeof cliAr>
>;
export type CliStrings = Catalogue<typeof cliAr>;

/** Mails of the newsroom. */
export const accountStrings = { ar: accountsAr, en: accountsEn } as const satisfies Record<
  Language,
  Catalogue<typeof accountsAr>
>;

/** What is said beside a field that needs correcting. */
export const fieldStrings = { ar: fieldsAr, en: fieldsEn } as const satisfies Record<
  Language,
  Catalogue<typeof fieldsAr>
>;

/** Names of roles, verbs, states, documents and events. */
export const termStrings = { ar: termsAr, en: termsEn } as const satisfies Record<
  Language,
  Catalogue<typeof termsAr>
>;

/** The newsroom's screens. */
export const newsroomStrings = { ar: newsroomAr, en: newsroomEn } as const satisfies Record<
  Language,
  Catalogue<typeof newsroomAr>
>;
export type NewsroomStrings = Catalogue<typeof newsroomAr>;
