import { randomUUID } from 'node:crypto';
import { slug } from '../arabic/slug.ts';
import { MidadError } from '../model/errors.ts';
import type { EntityKind } from '../model/site.ts';
import type { Context, Written } from './context.ts';
import { putDocument } from './put-document.ts';

/** Namesakes get a number behind their address; more than so many are a mistake. */
const mostNamesakes = 20;

/**
 * A new record of somebody or something that a story names, with its name only.
 *
 * @returns the receipt; its `id` is what stories name it by.
 * @throws MidadError `forbidden`; `document-invalid` for a name without a letter or digit; `claim-taken` after twenty namesakes.
 */
export async function addRecord(
  context: Context,
  { kind, name }: { kind: EntityKind; name: string },
): Promise<Written> {
  for (let namesake = 1; ; namesake++) {
    const address = namesake === 1 ? slug(name) : `${slug(name)}-${namesake}`;
    const content = { id: randomUUID(), name, slug: address, otherNames: [] };
    try {
      return await putDocument(context, { kind, content, expect: 0 });
    } catch (error) {
      const taken = error instanceof MidadError && error.code === 'claim-taken';
      if (!taken || namesake === mostNamesakes) throw error;
    }
  }
}
