import { fold } from '../../arabic/fold.ts';
import { slug as slugOf } from '../../arabic/slug.ts';
import { mergeRecord } from '../../commands/merge-record.ts';
import { putDocument } from '../../commands/put-document.ts';
import { MidadError } from '../../model/errors.ts';
import type { Entity } from '../../model/site.ts';
import { route } from '../route.ts';
import { named } from './named.ts';
import { written } from './written.ts';

/** By whole words in any spelling, or by what was typed of one so far. */
function namedSoFar(typed: string): (name: string) => boolean {
  const isNamed = named(typed);
  const begun = fold(typed);
  return (name) => isNamed(name) || fold(name).includes(begun);
}

/** Topics, people, places and organisations: what stories name. */
export const recordRoutes = [
  route('records', {
    who: 'put-entity',
    async command({ catalog }, { query: { kind, words = '', limit = 100 } }) {
      const isNamed = namedSoFar(words);
      const found = catalog()
        .records(kind)
        .filter(({ names }) => words === '' || names.some(isNamed));
      return {
        records: found.slice(0, limit).map(({ record, stories }) => ({ record, stories })),
        total: found.length,
      };
    },
  }),
  route('record', {
    who: 'put-entity',
    async command({ catalog, journal }, { params: { kind, id } }) {
      const entry = await journal.current(kind, id);
      if (!entry?.content) throw new MidadError('not-found', { kind, id });
      const all = catalog().records(kind);
      return {
        record: entry.content as Entity,
        version: entry.version,
        stories: all.find(({ record }) => record.id === id)?.stories ?? 0,
        merged: catalog().mergedInto(kind, id),
      };
    },
  }),
  route('changeRecord', {
    who: 'put-entity',
    async command(parts, { context, params: { kind, id }, body }) {
      const before = (await parts.journal.current(kind, id))?.content as Entity | null | undefined;
      if (!before) throw new MidadError('not-found', { kind, id });
      const { expect, slug, description, role, picture, author, ...rest } = body;
      const content: Entity = {
        ...rest,
        id,
        slug: slugOf(slug) || before.slug,
        ...(description !== null && description !== undefined && { description }),
        ...(role !== null && role !== undefined && { role }),
        ...(picture !== null && picture !== undefined && { picture }),
        ...(author && { author }),
        ...(before.mergedInto !== undefined && { mergedInto: before.mergedInto }),
      };
      return written(parts, await putDocument(context, { kind, content, expect }));
    },
  }),
  route('mergeRecord', {
    who: 'merge-entity',
    command: async (parts, { context, params, body }) =>
      written(parts, await mergeRecord(context, { ...params, ...body })),
  }),
];
