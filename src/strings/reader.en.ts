import type { Catalogue } from './strings.ts';
import type { ar } from './reader.ar.ts';

export const en: Catalogue<typeof ar> = {
  skipToContent: 'Skip to content',
  front: 'Front',
  latest: 'Latest',
  mostRead: 'Most read',
  search: 'Search',
  readingTime: { zero: 'Less than a minute', one: '{n} minute read', other: '{n} minute read' },
};
