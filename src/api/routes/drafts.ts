import { notePreview } from '../../commands/note-preview.ts';
import { saveStory } from '../../commands/save-story.ts';
import { permitStory, type StoryFields } from '../../commands/story-record.ts';
import { updateStory } from '../../commands/update-story.ts';
import { roomName } from '../../drafts/room-name.ts';
import { MidadError } from '../../model/errors.ts';
import type { Story } from '../../model/story.ts';
import { previewEnd, previewToken } from '../preview-token.ts';
import { route } from '../route.ts';
import { written } from './written.ts';

/** Stories being written. */
export const draftRoutes = [
  route('openDraft', {
    who: 'read-story',
    async command({ journal, drafts }, { context, params }) {
      const story = (await journal.current('story', String(params.id)))?.content as Story | null | undefined;
      if (!story) throw new MidadError('not-found', { kind: 'story', id: params.id });
      await permitStory(context, 'read-story', story);
      const draft = await drafts.open(params.id);
      return {
        room: roomName(draft),
        socket: '/newsroom/drafts',
        generation: draft.generation,
        version: draft.version,
        editors: drafts.editors(params.id),
      };
    },
  }),
  route('previewStory', {
    who: 'read-story',
    async command({ journal, siteUrl, now }, { context, params: { id: story } }) {
      const until = previewEnd(now());
      const { by: user } = await notePreview(context, { story, until });
      const token = previewToken(await journal.secret('preview'), { story, user, until });
      return { url: `${siteUrl()}/preview/${token}`, until };
    },
  }),
  route('saveDraft', {
    who: 'save-story',
    async command(parts, { context, params, body }) {
      const { journal, drafts } = parts;
      const { generation, minor, ...rest } = body;
      const story = (await journal.current('story', String(params.id)))?.content as Story | null | undefined;
      if (!story) throw new MidadError('not-found', { kind: 'story', id: params.id });
      const { fields } = await drafts.state(params.id, generation);
      // Checked by the command: an editor may have sent anything.
      const save = { ...rest, id: params.id, draft: generation, fields: fields as StoryFields };
      const receipt =
        story.status === 'published'
          ? await updateStory(context, { ...save, ...(minor !== undefined && { minor }) })
          : await saveStory(context, save);
      await drafts.compact(params.id, generation);
      return written(parts, receipt);
    },
  }),
];
