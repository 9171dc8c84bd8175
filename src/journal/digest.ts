import { hash } from 'node:crypto';

/** What a revision's place in the chain vouches for, besides its content. */
export interface ChainLink {
  seq: number;
  kind: string;
  id: string;
  version: number;
  action: string;
  schemaVersion: number;
  actor: string;
  at: number;
  note: string | null;
  /** Which versions it blanked, as stored; null for all but redactions. */
  redacts: string | null;
  /** Hex. */
  contentDigest: string;
}

/** SHA-256 (FIPS 180-4) of the content's JSON text, hex. */
export function digestContent(json: string): string {
  return hash('sha256', json, 'hex');
}

/**
 * The digest of an entry, chained to the one before: SHA-256 over the JSON of a fixed list, which keeps its
 * parts apart (plain concatenation would let one field run into the next). Content enters by its
 * digest only, so that the chain still verifies after a redaction.
 *
 * @param previous hex digest of the entry before; `zeroDigest` for the first.
 */
export function chainDigest(previous: string, link: ChainLink): string {
  const { seq, kind, id, version, action, schemaVersion, actor, at, note, redacts, contentDigest } = link;
  return hash(
    'sha256',
    JSON.stringify([
      previous,
      seq,
      kind,
      id,
      version,
      action,
      schemaVersion,
      actor,
      at,
      note,
      redacts,
      contentDigest,
    ]),
    'hex',
  );
}
