import { wordSet } from '../word-set.ts';

/** Without the article; «لل» counts as one. */
export function bare(key: string): string {
  if (key.startsWith('ال') && key.length > 3) return key.slice(2);
  if (key.startsWith('لل') && key.length > 3) return key.slice(2);
  return key;
}

/** Words in ال that bear no article. */
const noArticle = wordSet('الله الان اليه اليك الينا الفا التي الذي الذين القت الغت الغى القى الما الات الاف');

export const isDefinite = (key: string): boolean =>
  key.length > 3 && key.startsWith('ال') && !noArticle.has(key);
