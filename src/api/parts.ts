import type { BlockList } from 'node:net';
import type { Accounts } from '../accounts/accounts.ts';
import type { DeskCatalog } from '../catalog/desk/desk.ts';
import type { PublicCatalog } from '../catalog/public/catalog.ts';
import type { SimilarStories } from '../catalog/similar/similar.ts';
import type { DraftRooms } from '../drafts/rooms.ts';
import type { MediaStore } from '../media/store.ts';
import type { Front } from '../model/site.ts';
import type { Journal } from '../journal/journal.ts';

/** What the API's routes work with. */
export interface ApiParts {
  journal: Journal;
  accounts: Accounts;
  drafts: DraftRooms;
  media: MediaStore;
  desk(): DeskCatalog;
  catalog(): PublicCatalog;
  /** @throws MidadError `unavailable` while there is none that can be read. */
  similar(): SimilarStories;
  /** The page of readers that a front would be, as HTML. */
  frontPage(front: Front): Promise<string>;
  /** Resolves when this node has applied everything up to an entry, so that whoever wrote it reads it; after ten seconds in any case. */
  applied(seq: number): Promise<void>;
  now(): number;
  /** Peers whose `X-Forwarded-For` is believed. */
  trusted: BlockList;
  /** Where readers find the site. */
  siteUrl(): string;
  /** Origins from which the newsroom is used. */
  origins(): readonly string[];
  onError(error: unknown, path: string): void;
}
