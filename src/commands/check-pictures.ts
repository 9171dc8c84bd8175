import type { Journal } from '../journal/journal.ts';
import type { Picture } from '../model/block.ts';
import { FieldsWanting, type Want } from '../model/fields-wanting.ts';
import type { Media } from '../model/site.ts';
import type { Story } from '../model/story.ts';

/**
 * Before a story goes on its way to readers each picture of ours must say what it shows and whose it is, by itself or by the
 * library, and we must have the right to show it. What readers see already stays as it is, so that a slip of the pen in an
 * old story can be mended.
 *
 * @throws FieldsWanting.
 */
export async function checkPictures(
  journal: Journal,
  before: Story | undefined,
  after: Story,
): Promise<void> {
  const shown = new Set(
    before?.status === 'published' ? placed(before).map(({ picture }) => JSON.stringify(picture)) : [],
  );
  const wanting: { path: string; want: Want }[] = [];
  for (const { path, picture } of placed(after)) {
    if (picture.media === undefined || shown.has(JSON.stringify(picture))) continue;
    const media = (await journal.current('media', picture.media))?.content as Media | null | undefined;
    if (!said(picture.alt) && !said(media?.alt)) wanting.push({ path: `${path}.alt`, want: 'alt' });
    if (!said(picture.credit) && !said(media?.credit))
      wanting.push({ path: `${path}.credit`, want: 'credit' });
    if (media?.expired === true) wanting.push({ path: `${path}.media`, want: 'rights' });
  }
  if (wanting.length > 0) throw new FieldsWanting(wanting);
}

const said = (text: string | undefined) => text !== undefined && text.trim() !== '';

/** Every picture of a story, with the path at which it stands. */
function placed({ lead, body }: Story): { path: string; picture: Picture }[] {
  return [
    ...(lead === undefined ? [] : [{ path: 'lead', picture: lead }]),
    ...body.flatMap((block, i) => {
      if (block.type === 'image') return [{ path: `body.${i}.picture`, picture: block.picture }];
      if (block.type !== 'gallery') return [];
      return block.pictures.map((picture, n) => ({ path: `body.${i}.pictures.${n}`, picture }));
    }),
  ];
}
