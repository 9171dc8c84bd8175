import { slug } from '../arabic/slug.ts';
import { MidadError } from '../model/errors.ts';
import type { Context, Written } from './context.ts';
import { permit } from './policy.ts';
import { refuseHeld } from './hold-story.ts';
import { readStory, type StoryFields, type StoryTarget, writeStory } from './story-record.ts';

export interface PublishStory extends Partial<StoryTarget> {
  /** For a story without `id`: all of it. For one that exists: changes that go out with it. */
  fields?: StoryFields;
  /** When it was first published, ms; for what appeared elsewhere before. Not later than now. */
  publishedAt?: number;
  note?: string;
}

/**
 * Publishes a draft, or what was unpublished; without `id`, creates a story and publishes it in the same revision. The
 * first publication sets its time, for ever, and the words of its address if the writer chose none.
 *
 * @throws MidadError `embargoed` (params id, until as ISO 8601) before the embargo or a `publishedAt` to come is over;
 *   `on-legal-hold`, `forbidden`, `not-found`, `wrong-status`, `story-invalid`, `reference-missing`, `conflict`.
 */
export async function publishStory(context: Context, publish: PublishStory): Promise<Written> {
  permit(context, 'publish-story');
  const { id, fields = {}, publishedAt = context.now, note } = publish;
  const before = id === undefined ? undefined : await readStory(context.journal, { ...publish, id });
  return writeStory(context, {
    verb: 'publish-story',
    action: 'publish',
    before,
    fields,
    note,
    draft: publish.draft,
    set(story) {
      refuseHeld(story);
      const until = Math.max(publishedAt, story.embargoUntil ?? 0);
      if (until > context.now) {
        throw new MidadError('embargoed', { id: id ?? 0, until: new Date(until).toISOString() });
      }
      return {
        firstPublishedAt: story.firstPublishedAt ?? publishedAt,
        publishAt: context.now,
        schedule: undefined,
        slug: story.slug === '' ? slug(story.headline) : story.slug,
      };
    },
  });
}
