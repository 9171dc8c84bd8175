import type { Entry } from '../../journal/journal.ts';
import { bodyText } from '../../model/plain-text.ts';
import type { Story } from '../../model/story.ts';
import { catalogFile } from '../files.ts';
import { openForApplying, readCursor, writeCursor } from '../meta.ts';
import { commonOf, type TargetKind } from '../target.ts';
import { SimilarWriter } from './writer.ts';

const schema = new URL('schema.sql', import.meta.url);

/**
 * similar.db, which follows the journal by a cursor of its own: loading an archive does not wait for it. It holds drafts as well,
 * so the reader site never opens it.
 */
export const similarKind: TargetKind = {
  parts: ['similar'],
  open(dataDir, names) {
    const db = openForApplying(catalogFile(dataDir, names.similar), schema);
    const writer = new SimilarWriter(db);
    return {
      ...commonOf([db]),
      apply(journalId, entries, guard = () => true) {
        let erased = false;
        try {
          db.transact(() => {
            const cursor = readCursor(db);
            const fresh = entries.filter(({ seq }) => seq > cursor.seq);
            const last = fresh.at(-1);
            const follows =
              fresh[0]?.seq === cursor.seq + 1 && (cursor.seq === 0 || cursor.journalId === journalId);
            if (last === undefined || !follows || !guard()) return;
            for (const entry of fresh) if (entry.kind === 'story') put(writer, entry);
            erased = fresh.some(({ action }) => action === 'redact');
            writeCursor(db, { journalId, seq: last.seq, digest: last.digest });
          });
        } catch (error) {
          writer.recount();
          throw error;
        }
        writer.settle();
        if (erased) writer.erase();
      },
    };
  },
};

function put(writer: SimilarWriter, entry: Entry): void {
  const text = comparedText(entry);
  if (text === undefined) writer.remove(Number(entry.id));
  else writer.put(Number(entry.id), text);
}

/**
 * The text by which a revision's story is compared: its body, since each paper writes its own headline. A killed, redacted or
 * removed story has none.
 */
export function comparedText(entry: Pick<Entry, 'action' | 'content'>): string | undefined {
  const story = entry.action === 'remove' ? null : (entry.content as Story | null);
  return story === null || story.status === 'killed' ? undefined : bodyText(story.body);
}
