import type { Entry, Journal } from '../journal/journal.ts';
import { openJournalForReading } from '../journal/open.ts';
import type { PostgresPlace } from '../journal/place.ts';
import { isPublic, type Story } from '../model/story.ts';
import { contentDigest } from './desk/apply.ts';
import { ensureCurrent } from './current.ts';
import { catalogFile, type Part, parts } from './files.ts';
import { readCursor } from './meta.ts';
import { Database, number, text } from './sqlite.ts';
import { countDifferences } from './verify-counts.ts';
import { SimilarVerifier } from './similar/verify.ts';

export interface Verified {
  /** Journal entries whose digests were compared. */
  entries: number;
  /** Documents in the newsroom's view. */
  documents: number;
  /** Entries that some file has yet to apply; they are no difference. */
  behind: number;
  /** A line for each difference; none when all is as it should be. */
  differences: string[];
}

/** More lines than this help nobody. */
const mostDifferences = 1000;
const step = 500;

type Files = Record<Part, Database>;

/**
 * Compares the journal's chain of digests, and every document's newest revision against desk.db, public.db, the
 * search index and what compares stories: equal content, nothing missing, nothing extra, right counts. Reads a snapshot; a server may go on
 * writing, and what it has not applied yet is no difference. Memory does not grow with the archive.
 *
 * @throws MidadError what opening the journal throws; an SQLite error for a damaged catalog file.
 */
export async function verify(dataDir: string, postgres?: PostgresPlace): Promise<Verified> {
  const current = ensureCurrent(dataDir);
  const journal = await openJournalForReading(dataDir, postgres);
  const files = {} as Files;
  try {
    for (const part of parts) {
      files[part] = new Database(catalogFile(dataDir, current[part]), { readOnly: true });
      // Everything after this is read as of this moment.
      files[part].exec('BEGIN');
      readCursor(files[part]);
    }
    const differences = new Differences();
    const chain = await journal.verify();
    if (chain.brokenAt !== undefined)
      differences.add(`journal: entry ${chain.brokenAt}: ${chain.reason ?? 'digest'}`);
    await compareCursors(journal, files, differences);
    const compared = new SimilarVerifier(files.similar);
    const documents = await compareDocuments(journal, files, compared, differences);
    const applied = Math.min(...parts.map((part) => readCursor(files[part]).seq));
    const behind = Math.max(0, chain.entries - applied);
    for (const line of countDifferences(files.public, files.search)) differences.add(line);
    for (const line of compared.finish()) differences.add(line);
    return { entries: chain.entries, documents, behind, differences: differences.lines };
  } finally {
    for (const part of parts) files[part]?.close();
    await journal.close();
  }
}

interface Seen {
  documents: number;
  stories: number;
  indexed: number;
  /** Documents that desk.db lacks and that no entry so far removed. */
  missing: Set<string>;
}

class Differences {
  readonly lines: string[] = [];
  add(line: string): void {
    if (this.lines.length < mostDifferences) this.lines.push(line);
  }
}

async function compareCursors(journal: Journal, files: Files, differences: Differences): Promise<void> {
  const head = await journal.head();
  for (const part of parts) {
    const { journalId, seq, digest } = readCursor(files[part]);
    if (seq > 0 && journalId !== head.journalId) differences.add(`${part}: made from another journal`);
    else if ((await journal.digestAt(seq)) !== digest)
      differences.add(`${part}: does not follow the journal at ${seq}`);
  }
}

/** @returns how many documents the newsroom's view has. */
async function compareDocuments(
  journal: Journal,
  files: Files,
  compared: SimilarVerifier,
  differences: Differences,
): Promise<number> {
  const upTo = {
    public: readCursor(files.public).seq,
    desk: readCursor(files.desk).seq,
    search: readCursor(files.search).seq,
    similar: readCursor(files.similar).seq,
  };
  const last = Math.max(...Object.values(upTo));
  const seen: Seen = { documents: 0, stories: 0, indexed: 0, missing: new Set() };
  // Stories with entries that not all files have: what each should hold is not in question here.
  const underWay = await changedAfter(journal, Math.min(...Object.values(upTo)), last);
  for (let after = 0; after < upTo.desk;) {
    const entries = await journal.entries(after, step);
    if (entries.length === 0) break;
    for (const entry of entries) {
      if (entry.seq > upTo.desk) break;
      if (compareEntry(entry, files, underWay, seen, differences)) {
        for (const line of compared.compare(entry)) differences.add(line);
      }
    }
    after = entries.at(-1)?.seq ?? upTo.desk;
  }
  for (const what of seen.missing) differences.add(`desk: ${what} is missing`);
  const count = (db: Database, table: string) => number(db.get(`SELECT count(*) FROM ${table}`)?.[0]);
  const documents = count(files.desk, 'document');
  if (documents !== seen.documents)
    differences.add(`desk: ${documents} documents, ${seen.documents} in the journal`);
  if (underWay.size === 0) {
    for (const line of compared.countDifferences()) differences.add(line);
    const stories = count(files.public, 'story');
    if (stories !== seen.stories)
      differences.add(`public: ${stories} stories, ${seen.stories} in the journal`);
    const indexed = count(files.search, 'doc');
    if (indexed !== seen.indexed)
      differences.add(`search: ${indexed} stories, ${seen.indexed} in the journal`);
  }
  return documents;
}

/** Entries beyond the least of the cursors, as `kind:id`; a running server leaves some dozens. */
async function changedAfter(journal: Journal, from: number, to: number): Promise<Set<string>> {
  const changed = new Set<string>();
  for (let after = from; after < to;) {
    const entries = await journal.entries(after, step);
    if (entries.length === 0) break;
    for (const { kind, id } of entries) changed.add(`${kind}:${id}`);
    after = entries.at(-1)?.seq ?? to;
  }
  return changed;
}

/** @returns whether this is a story's newest revision, to be compared in every file. */
function compareEntry(
  entry: Entry,
  files: Files,
  underWay: ReadonlySet<string>,
  seen: Seen,
  differences: Differences,
): boolean {
  const { kind, id, seq } = entry;
  const what = `${kind} ${id}`;
  const row = files.desk.get('SELECT seq, version, digest FROM document WHERE kind = ? AND id = ?', kind, id);
  if (entry.action === 'remove') {
    seen.missing.delete(what);
    return false;
  }
  if (row === undefined) {
    // Right if a later entry removes it.
    seen.missing.add(what);
    return false;
  }
  // A later entry will be compared.
  if (number(row[0]) > seq) return false;
  if (number(row[0]) < seq) {
    differences.add(`desk: ${what} is of entry ${number(row[0])}, not ${seq}`);
    return false;
  }
  seen.documents++;
  const same = Buffer.compare(row[2] as Uint8Array, contentDigest(entry.content)) === 0;
  if (number(row[1]) !== entry.version || !same) differences.add(`desk: ${what} differs`);
  if (kind !== 'story' || underWay.has(`${kind}:${id}`)) return false;
  const story = entry.content as Story | null;
  const shown = story !== null && isPublic(story) ? story : undefined;
  if (shown !== undefined) {
    seen.stories++;
    seen.indexed++;
  }
  compareStory(Number(id), shown, files, differences);
  return true;
}

function compareStory(id: number, story: Story | undefined, files: Files, differences: Differences): void {
  const document = files.public.get('SELECT document FROM story_document WHERE id = ?', id)?.[0];
  const digest = files.search.get('SELECT digest FROM doc WHERE story = ?', id)?.[0];
  if (story === undefined) {
    if (document !== undefined) differences.add(`public: story ${id} is not public and is there`);
    if (digest !== undefined) differences.add(`search: story ${id} is not public and is there`);
    return;
  }
  if (document === undefined) differences.add(`public: story ${id} is missing`);
  else if (text(document) !== JSON.stringify(story)) differences.add(`public: story ${id} differs`);
  if (digest === undefined) differences.add(`search: story ${id} is missing`);
  else if (Buffer.compare(digest as Uint8Array, contentDigest(story)) !== 0)
    differences.add(`search: story ${id} differs`);
}
