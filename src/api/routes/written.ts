import type { Written } from '../../commands/context.ts';
import type { WrittenAnswer } from '../contract/shape.ts';
import type { ApiParts } from '../parts.ts';

/** What a verb answers, once this node has applied it: whoever wrote it reads it from now on. */
export async function written({ applied }: ApiParts, { id, version, seq }: Written): Promise<WrittenAnswer> {
  await applied(seq);
  return { id, version };
}
