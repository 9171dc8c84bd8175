import { searchKind } from './search/target.ts';
import { similarKind } from './similar/target.ts';
import { catalogKind, type TargetKind } from './target.ts';

/** What follows the journal, each by a cursor and in a thread of its own. */
export const followKinds = ['catalog', 'search', 'similar'] as const;
export type FollowKind = (typeof followKinds)[number];

export const targetKinds: Readonly<Record<FollowKind, TargetKind>> = {
  catalog: catalogKind,
  search: searchKind,
  similar: similarKind,
};
