import { z } from 'zod';
import { type Entity, entity, entityKinds } from '../../model/site.ts';
import { answer, expect, id, type Shape, type WrittenAnswer } from './shape.ts';

export interface RecordRow {
  record: Entity;
  /** Published stories that name it. */
  stories: number;
}
export interface RecordAnswer {
  record: Entity;
  version: number;
  stories: number;
  /** Records that were merged into it. */
  merged: Entity[];
}

const kind = z.enum(entityKinds);
const params = z.strictObject({ kind, id });
const written = answer<WrittenAnswer>();

export const recordContract = {
  records: {
    query: z.strictObject({
      kind,
      /** Words of a name, in any spelling. */
      words: z.string().trim().max(200).exactOptional(),
      limit: z.coerce.number().int().min(1).max(1000).exactOptional(),
    }),
    answer: answer<{ records: RecordRow[]; total: number }>(),
  },
  record: { params, answer: answer<RecordAnswer>() },
  changeRecord: {
    params,
    body: z.strictObject({
      expect,
      name: entity.shape.name.trim(),
      slug: entity.shape.slug,
      otherNames: entity.shape.otherNames,
      description: entity.shape.description.nullable(),
      role: entity.shape.role.nullable(),
      author: z.boolean(),
      picture: entity.shape.picture.nullable(),
    }),
    answer: written,
  },
  /** Into another record of its kind; or, without one, out of it again. */
  mergeRecord: { params, body: z.strictObject({ expect, into: id.exactOptional() }), answer: written },
} as const satisfies Record<string, Shape>;
