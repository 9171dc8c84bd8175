import { indexTerms } from '../../arabic/analyse.ts';
import type { Entry } from '../../journal/journal.ts';
import { bodyText } from '../../model/plain-text.ts';
import { isPublic, type Story } from '../../model/story.ts';
import { number, type Database } from '../sqlite.ts';
import { documentNumber } from './document-number.ts';

/** The facet of a section: one word of the index. Ids have hyphens, never underscores, so no two are alike. */
export const sectionFacet = (section: string) => `sec_${section.replaceAll('-', '_')}`;

/**
 * Applies story entries to the search index; other kinds do not concern it. The caller holds a transaction and keeps
 * the cursor. Applying an entry again changes nothing.
 */
export function applySearch(db: Database, entries: readonly Entry[]): void {
  const fresh = new Map<string, number>();
  for (const story of newestOf(entries)) {
    if (story.content === undefined || !isPublic(story.content)) remove(db, story.id);
    else index(db, story.content, fresh);
  }
  for (const [term, stories] of fresh) {
    db.run(
      'INSERT INTO term (term, stories) VALUES (?, ?) ON CONFLICT (term) DO UPDATE SET stories = stories + excluded.stories',
      term,
      stories,
    );
  }
}

/** Of several revisions of a story in one batch only the newest matters. */
function newestOf(entries: readonly Entry[]): Iterable<{ id: number; content: Story | undefined }> {
  const newest = new Map<number, { id: number; content: Story | undefined }>();
  for (const { kind, id, content } of entries) {
    if (kind !== 'story') continue;
    newest.set(Number(id), { id: Number(id), content: content === null ? undefined : (content as Story) });
  }
  return newest.values();
}

function index(db: Database, story: Story, fresh: Map<string, number>): void {
  const { docid, known } = documentNumber(db, story.id, story.firstPublishedAt ?? 0);
  const headline = indexTerms([story.kicker ?? '', story.headline].join('\n'));
  const standfirst = indexTerms([story.standfirst ?? '', ...(story.tags ?? [])].join('\n'));
  const body = indexTerms([story.dateline ?? '', bodyText(story.body), names(story)].join('\n'));
  db.run(
    known
      ? 'UPDATE fts SET headline = ?2, standfirst = ?3, body = ?4, facets = ?5 WHERE rowid = ?1'
      : 'INSERT INTO fts (rowid, headline, standfirst, body, facets) VALUES (?1, ?2, ?3, ?4, ?5)',
    docid,
    headline,
    standfirst,
    body,
    sectionFacet(story.section),
  );
  if (known) return;
  for (const term of new Set(`${headline} ${standfirst} ${body}`.split(' '))) {
    if (term !== '') fresh.set(term, (fresh.get(term) ?? 0) + 1);
  }
}

const names = (story: Story) => story.byline.people.map(({ name }) => name).join('\n');

function remove(db: Database, story: number): void {
  const row = db.get('DELETE FROM doc WHERE story = ? RETURNING docid', story);
  if (row !== undefined) db.run('DELETE FROM fts WHERE rowid = ?', number(row[0]));
}
