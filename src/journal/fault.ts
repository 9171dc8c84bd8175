import { chainDigest, digestContent } from './digest.ts';
import { type EntryRow, hex } from './sqlite-entries.ts';

/**
 * What is wrong with an entry, if anything: `content`, `chain` or `blank` (blanked, and no later entry says why).
 *
 * @param redactions the `redacts` of the document's later entries; asked only for a blank one.
 */
export async function faultIn(
  row: EntryRow,
  previous: string,
  redactions: () => Promise<readonly string[]>,
): Promise<string | undefined> {
  const contentDigest = hex(row.content_digest);
  if (row.content === null) {
    const named = (await redactions()).some((r) => (JSON.parse(r) as number[]).includes(row.version));
    if (!named) return 'blank';
  } else if (digestContent(row.content) !== contentDigest) return 'content';
  const { schema_version, ...rest } = row;
  const link = { ...rest, schemaVersion: schema_version, contentDigest };
  return chainDigest(previous, link) === hex(row.digest) ? undefined : 'chain';
}
