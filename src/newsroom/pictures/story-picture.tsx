import type { ReactNode } from 'react';
import type { Picture } from '../../model/block.ts';
import type { Media } from '../../model/site.ts';
import { useAnswer } from '../session.tsx';
import './story-picture.css';
import { PictureField } from './picture-field.tsx';
import { pictureAddress, RightsNote } from './thumb.tsx';
import { useWanting } from './wanting.ts';
import { usePictureWords } from './words.ts';

export interface StoryPictureProps {
  picture: Picture;
  readOnly: boolean;
  onChange(picture: Picture): void;
  onReplace(): void;
  onRemove(): void;
  /** What else can be decided about it here. */
  children?: ReactNode;
}

/**
 * A picture as it stands in a story: what readers see of it, and its words for this story. Where they are left empty those of
 * the library stand.
 */
export function StoryPicture(props: StoryPictureProps) {
  const { picture } = props;
  const { t } = usePictureWords();
  if (picture.media === undefined)
    return (
      <div className="story-picture">
        <p className="meta">{picture.caption ?? picture.alt}</p>
        <p className="meta">{t.elsewhere}</p>
        <Buttons {...props} />
      </div>
    );
  return <Own {...props} id={picture.media} />;
}

function Own(props: StoryPictureProps & { id: string }) {
  const { id, picture, readOnly, onChange } = props;
  const { t } = usePictureWords();
  const answer = useAnswer('media', { params: { id } });
  const media = answer.data?.media;
  const gone = answer.isError && media === undefined;
  const field = (name: 'alt' | 'caption' | 'credit') => (
    <PictureField name={name} picture={picture} media={media} readOnly={readOnly} onChange={onChange} />
  );
  return (
    <div className="story-picture">
      {gone ? (
        <p className="wrong" role="alert">
          {t.gone}
        </p>
      ) : (
        <img
          src={pictureAddress(id, '320.webp')}
          alt={picture.alt ?? media?.alt ?? ''}
          {...(media && { width: media.width, height: media.height })}
        />
      )}
      <div className="story-picture-words">
        {media !== undefined && <PictureRights media={media} />}
        {field('alt')}
        {field('caption')}
        {field('credit')}
        <Buttons {...props} />
      </div>
    </div>
  );
}

/** Until when it may be shown, and that it is too late where the story was refused for it. */
export function PictureRights({ media }: { media: Media }) {
  const { t } = usePictureWords();
  const wanting = useWanting();
  return (
    <>
      <RightsNote media={media} />
      {wanting && media.expired === true && (
        <p className="wrong" role="alert">
          {t.wantsRights}
        </p>
      )}
    </>
  );
}

function Buttons({ readOnly, onReplace, onRemove, children }: StoryPictureProps) {
  const { t } = usePictureWords();
  if (readOnly) return null;
  return (
    <p className="acts">
      {children}
      <button type="button" className="btn" onClick={onReplace}>
        {t.change}
      </button>
      <button type="button" className="btn" onClick={onRemove}>
        {t.takeOut}
      </button>
    </p>
  );
}
