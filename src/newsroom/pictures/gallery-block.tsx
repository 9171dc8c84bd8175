import { useId, useState } from 'react';
import type { Picture } from '../../model/block.ts';
import type { Media } from '../../model/site.ts';
import { fill } from '../../strings/strings.ts';
import { Sortable } from '../arranging/sortable.tsx';
import { useAnswer } from '../session.tsx';
import { ChoosePicture, type Choosing } from './choose-picture.tsx';
import './gallery-block.css';
import { lacks, PictureField } from './picture-field.tsx';
import { PictureRights } from './story-picture.tsx';
import { pictureAddress } from './thumb.tsx';
import { useWanting } from './wanting.ts';
import { usePictureWords } from './words.ts';

/** As many as `model/block.ts` takes. */
export const mostPictures = 200;

/** The pictures of a gallery in their order, each with its words for this story. */
export function GalleryBlock({
  pictures,
  readOnly,
  onChange,
  onRemove,
}: {
  pictures: readonly Picture[];
  readOnly: boolean;
  onChange(pictures: readonly Picture[]): void;
  onRemove(): void;
}) {
  const { t, figure } = usePictureWords();
  const [choosing, setChoosing] = useState<Choosing>();
  const nameAt = (i: number) => fill(t.pictureAt, { n: figure(i + 1) });
  const put = (i: number, picture: Picture) =>
    onChange(pictures.map((one, at) => (at === i ? picture : one)));
  const row = (picture: Picture, i: number) => (
    <Row
      picture={picture}
      name={nameAt(i)}
      readOnly={readOnly}
      onChange={(changed) => put(i, changed)}
      onTakeOut={() => onChange(pictures.filter((_, at) => at !== i))}
    />
  );
  return (
    <div className="gallery">
      {pictures.length === 0 && <p className="meta">{t.galleryEmpty}</p>}
      {readOnly ? (
        <ol>
          {pictures.map((picture, i) => (
            <li key={keyOf(picture, i)}>{row(picture, i)}</li>
          ))}
        </ol>
      ) : (
        <>
          <Sortable
            items={pictures}
            keyOf={keyOf}
            nameOf={(picture) => nameAt(pictures.indexOf(picture))}
            label={t.title}
            onChange={onChange}
          >
            {row}
          </Sortable>
          <p className="acts">
            <button
              type="button"
              className="btn"
              disabled={pictures.length >= mostPictures}
              onClick={() => setChoosing([])}
            >
              {t.addPictures}
            </button>
            <button type="button" className="btn" onClick={onRemove}>
              {t.galleryRemove}
            </button>
          </p>
          <ChoosePicture
            choosing={choosing}
            onClose={() => setChoosing(undefined)}
            onChoose={({ id }) => onChange([...pictures, { media: id }])}
            onChooseMany={(chosen) =>
              onChange([...pictures, ...chosen.map(({ id }) => ({ media: id }))].slice(0, mostPictures))
            }
          />
        </>
      )}
    </div>
  );
}

/** The same picture may stand in a gallery twice; then its rows are told apart by their places. */
const keyOf = ({ media, url }: Picture, i: number) => media ?? url ?? String(i);

interface RowProps {
  picture: Picture;
  name: string;
  readOnly: boolean;
  onChange(picture: Picture): void;
  onTakeOut(): void;
}

function Row(props: RowProps) {
  const { media } = props.picture;
  return media === undefined ? <Words {...props} media={undefined} /> : <OwnRow {...props} id={media} />;
}

function OwnRow(props: RowProps & { id: string }) {
  const { id, picture } = props;
  const { t } = usePictureWords();
  const answer = useAnswer('media', { params: { id } });
  const media = answer.data?.media;
  const gone = answer.isError && media === undefined;
  return (
    <div className="gallery-row">
      {gone ? (
        <p className="wrong" role="alert">
          {t.gone}
        </p>
      ) : (
        <img src={pictureAddress(id, '320.webp')} alt={picture.alt ?? media?.alt ?? ''} />
      )}
      <Words {...props} media={media} />
    </div>
  );
}

function Words({
  picture,
  name,
  media,
  readOnly,
  onChange,
  onTakeOut,
}: RowProps & { media: Media | undefined }) {
  const { t } = usePictureWords();
  const id = useId();
  const wanting = useWanting();
  const field = (which: 'alt' | 'caption' | 'credit') => (
    <PictureField name={which} picture={picture} media={media} readOnly={readOnly} onChange={onChange} />
  );
  const wants = wanting && (lacks('alt', picture, media) || lacks('credit', picture, media));
  return (
    <div className="gallery-words story-picture" role="group" aria-labelledby={id}>
      <b id={id}>{name}</b>
      {picture.media === undefined && <p className="meta">{t.elsewhere}</p>}
      {media !== undefined && <PictureRights media={media} />}
      {field('caption')}
      <details {...(wants && { open: true })}>
        <summary>{t.altAndCredit}</summary>
        {field('alt')}
        {field('credit')}
      </details>
      {!readOnly && (
        <button type="button" className="quiet" aria-label={fill(t.takeOutOf, { name })} onClick={onTakeOut}>
          {t.takeOut}
        </button>
      )}
    </div>
  );
}
