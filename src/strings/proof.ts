import type { Catalogue, Language } from './catalogue.ts';
import { ar as proofAr } from './proof.ar.ts';
import { en as proofEn } from './proof.en.ts';

// Apart from the others: the newsroom's pages load it with the editor.
/** What the proofreader says: `rule:…` names of rules, explanations by `ProofMessage`, `cli:…` for the terminal. */
export const proofStrings = { ar: proofAr, en: proofEn } as const satisfies Record<
  Language,
  Catalogue<typeof proofAr>
>;
export type ProofStrings = Catalogue<typeof proofAr>;
