import { useEffect, useRef, useState } from 'react';
import type { Media } from '../../model/site.ts';
import { DropArea, UploadButton } from './drop-area.tsx';
import { PictureGrid } from './picture-grid.tsx';
import './pictures.css';
import { Thumb } from './thumb.tsx';
import { UploadList } from './upload-list.tsx';
import { useUploads } from './use-uploads.ts';
import { usePictureWords } from './words.ts';

/** The library over a story: a picture is chosen from it, or brought in and chosen at once; or several, in the order in which they are pressed. */
export function PicturePicker({
  files,
  onChoose,
  onChooseMany,
  onClose,
}: {
  /** Files that were dropped or pasted where the picture is to stand. */
  files: readonly File[];
  onChoose(media: Media): void;
  onChooseMany?: ((media: readonly Media[]) => void) | undefined;
  onClose(): void;
}) {
  const { t, count, figure } = usePictureWords();
  const many = onChooseMany !== undefined;
  const [chosen, setChosen] = useState<readonly Media[]>([]);
  const placeOf = ({ id }: Media) => chosen.findIndex((one) => one.id === id) + 1;
  const take = (media: Media) => {
    if (many) setChosen((all) => (all.some(({ id }) => id === media.id) ? all : [...all, media]));
    else onChoose(media);
  };
  const press = (media: Media) => {
    if (placeOf(media) > 0) setChosen(chosen.filter(({ id }) => id !== media.id));
    else take(media);
  };
  const title = many ? t.chooseManyTitle : t.chooseTitle;
  const dialog = useRef<HTMLDialogElement>(null);
  const uploads = useUploads((media, duplicate) => {
    if (many || (!duplicate && uploads.list.length === 1)) take(media);
  });
  useEffect(() => {
    dialog.current?.showModal();
    // Twice in development only, where every effect is run twice: the server would notice the second.
    if (files.length > 0) uploads.add(files);
  }, []);
  return (
    <dialog
      ref={dialog}
      className="picker"
      aria-label={title}
      onClose={onClose}
      // What is pressed here is not for the page beneath.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <DropArea onFiles={uploads.add}>
        <div className="top">
          <h2>{title}</h2>
          <button type="button" className="quiet" onClick={() => dialog.current?.close()}>
            {t.close}
          </button>
        </div>
        <UploadButton onFiles={uploads.add} />
        <UploadList uploads={uploads} verb={t.use} onOpen={take} />
        <PictureGrid
          item={(media) => (
            <button
              type="button"
              aria-pressed={many ? placeOf(media) > 0 : undefined}
              onClick={() => press(media)}
            >
              {placeOf(media) > 0 && <b className="picked">{figure(placeOf(media))}</b>}
              <Thumb media={media} />
            </button>
          )}
        />
        {many && (
          <div className="acts acts--stuck">
            <button
              type="button"
              className="btn btn--main"
              disabled={chosen.length === 0}
              onClick={() => onChooseMany(chosen)}
            >
              {count(t.addChosen, chosen.length)}
            </button>
          </div>
        )}
      </DropArea>
    </dialog>
  );
}
