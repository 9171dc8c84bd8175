import type { Entry } from '../../journal/journal.ts';
import { isPublic, type Story } from '../../model/story.ts';
import { contentDigest } from '../desk/apply.ts';
import { catalogFile } from '../files.ts';
import { openForApplying, readCursor, writeCursor } from '../meta.ts';
import type { Database } from '../sqlite.ts';
import { commonOf, type TargetKind } from '../target.ts';
import { prepareSuggestions, SuggestWriter } from '../suggest/writer.ts';
import type { FoundWord } from './record.ts';
import { bodyPart, SearchWriter } from './writer.ts';

const schema = new URL('schema.sql', import.meta.url);

/** Opens search.db for indexing; makes it when it is empty. */
const openIndex = (path: string): Database => openForApplying(path, schema, prepareSuggestions);

/** search.db, which follows the journal by a cursor of its own: loading an archive does not wait for it. */
export const searchKind: TargetKind = {
  parts: ['search'],
  open(dataDir, names) {
    const db = openIndex(catalogFile(dataDir, names.search));
    const writer = new SearchWriter(db);
    const suggest = new SuggestWriter(db);
    return {
      ...commonOf([db]),
      apply(journalId, entries, guard = () => true) {
        let erased = false;
        writer.forgetChanges();
        try {
          db.transact(() => {
            const cursor = readCursor(db);
            const fresh = entries.filter(({ seq }) => seq > cursor.seq);
            const last = fresh.at(-1);
            const follows =
              fresh[0]?.seq === cursor.seq + 1 && (cursor.seq === 0 || cursor.journalId === journalId);
            if (last === undefined || !follows || !guard()) return;
            for (const entry of fresh) {
              if (entry.kind === 'story') put(writer, suggest, entry);
              else suggest.record(entry);
            }
            writer.flush();
            erased = fresh.some(({ action }) => action === 'redact');
            writeCursor(db, { journalId, seq: last.seq, digest: last.digest });
          });
        } catch (error) {
          suggest.forgetChanges();
          throw error;
        }
        if (!erased) return;
        writer.erase();
        suggest.erase();
      },
    };
  },
};

function put(writer: SearchWriter, suggest: SuggestWriter, entry: Entry): void {
  const story = entry.action === 'remove' ? null : (entry.content as Story | null);
  const id = Number(entry.id);
  if (story === null || !isPublic(story)) {
    writer.remove(id);
    suggest.remove(id);
    return;
  }
  const publishedAt = story.firstPublishedAt ?? entry.at;
  const found: FoundWord = (word, text, start, end, part) => {
    if (part <= bodyPart) suggest.learn(word, text, start, end);
  };
  if (writer.put(story, publishedAt, contentDigest(story), found)) suggest.put(story, publishedAt);
}
