import { type Actor, may, type Subject } from '../../commands/policy.ts';
import { MidadError } from '../../model/errors.ts';
import type { Story } from '../../model/story.ts';
import type { ApiParts } from '../parts.ts';

/**
 * A story that the asker may read.
 * @throws MidadError `not-found`; `forbidden` for somebody else's where only one's own may be read.
 */
export async function readable({ journal, desk }: ApiParts, by: Actor, id: number) {
  const entry = await journal.current('story', String(id));
  if (entry === undefined || entry.content === null) throw new MidadError('not-found', { kind: 'story', id });
  const story = entry.content as Story;
  const owners = [story.createdBy, desk().assignment(id)?.user];
  const subject: Subject = { owners, section: story.section };
  if (!may(by, 'read-story', subject))
    throw new MidadError('forbidden', { actor: by.user?.name ?? by.actor, verb: 'read-story' });
  return { story, version: entry.version, subject };
}
