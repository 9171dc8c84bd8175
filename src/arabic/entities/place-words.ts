import { fold } from '../fold.ts';
import { countries } from './countries.ts';
import { ambiguousTowns, towns } from './towns.ts';

const placeWords: ReadonlySet<string> = new Set(
  [...countries.flatMap(({ name, otherNames }) => [name, ...otherNames]).map(fold), ...towns].filter(
    (name) =>
      name.startsWith('ال') && !name.endsWith('ي') && !name.includes(' ') && !ambiguousTowns.has(name),
  ),
);

/** Whether a folded word with the article is the name of a place and of nothing else: «الكويت», «القاهرة». */
export const isPlaceWord = (key: string): boolean => placeWords.has(key);
