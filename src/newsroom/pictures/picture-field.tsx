import type { Picture } from '../../model/block.ts';
import type { Media } from '../../model/site.ts';
import { fill } from '../../strings/strings.ts';
import { TextEntry } from './text-entry.tsx';
import { useWanting } from './wanting.ts';
import { usePictureWords } from './words.ts';

type FieldName = 'alt' | 'caption' | 'credit';

/** Whether a picture is without words that readers are owed, in the story and in the library. */
export const lacks = (name: FieldName, picture: Picture, media: Media | undefined) =>
  (picture[name] ?? '').trim() === '' && (media?.[name] ?? '') === '';

/** Words of a picture for this story; where none are written those of the library stand, and are shown as a hint. */
export function PictureField({
  name,
  picture,
  media,
  readOnly,
  onChange,
}: {
  name: FieldName;
  picture: Picture;
  media: Media | undefined;
  readOnly: boolean;
  onChange(picture: Picture): void;
}) {
  const { t } = usePictureWords();
  const wanting = useWanting();
  const wants = { alt: t.wantsAlt, caption: undefined, credit: t.wantsCredit }[name];
  const given = media?.[name];
  const own = picture[name] ?? '';
  return (
    <TextEntry
      label={t[name]}
      rows={name === 'credit' ? 1 : 2}
      hint={own === '' && given ? fill(t.fromLibrary, { text: given }) : undefined}
      error={wanting && lacks(name, picture, media) ? wants : undefined}
      value={own}
      readOnly={readOnly}
      onChange={(text) => onChange(withText(picture, name, text))}
    />
  );
}

/** Nothing written is nothing said, so that the library's words stand. */
function withText(picture: Picture, name: FieldName, text: string): Picture {
  const { [name]: _before, ...rest } = picture;
  const line = text.replaceAll(/\s*\n\s*/g, ' ');
  return line === '' ? rest : { ...rest, [name]: line };
}
