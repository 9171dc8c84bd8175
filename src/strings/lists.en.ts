import type { Catalogue } from './catalogue.ts';
import type { ar } from './lists.ar.ts';

export const en: Catalogue<typeof ar> = {
  find: 'Find stories',
  words: 'Words of the headline',
  further: 'More conditions',
  person: 'Somebody in the story',
  author: 'Writer',
  from: 'From',
  to: 'To',
  clear: 'Show all',
  noneFound: 'No stories like that.',
  atLeast: {
    zero: 'No stories',
    one: 'At least one story',
    two: 'At least two stories',
    few: 'At least {n} stories',
    many: 'At least {n} stories',
    other: 'At least {n} stories',
  },
  loadingMore: 'Loading more…',
};
