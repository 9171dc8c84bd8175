import { useEffect, useRef } from 'react';
import type { Media } from '../../model/site.ts';
import { DropArea, UploadButton } from './drop-area.tsx';
import { PictureGrid } from './picture-grid.tsx';
import './pictures.css';
import { Thumb } from './thumb.tsx';
import { UploadList } from './upload-list.tsx';
import { useUploads } from './use-uploads.ts';
import { usePictureWords } from './words.ts';

/** The library over a story: a picture is chosen from it, or brought in and chosen at once. */
export function PicturePicker({
  files,
  onChoose,
  onClose,
}: {
  /** Files that were dropped or pasted where the picture is to stand. */
  files: readonly File[];
  onChoose(media: Media): void;
  onClose(): void;
}) {
  const { t } = usePictureWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const uploads = useUploads((media, duplicate) => {
    if (!duplicate && uploads.list.length === 1) onChoose(media);
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
      aria-label={t.chooseTitle}
      onClose={onClose}
      // What is pressed here is not for the page beneath.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <DropArea onFiles={uploads.add}>
        <div className="top">
          <h2>{t.chooseTitle}</h2>
          <button type="button" className="quiet" onClick={() => dialog.current?.close()}>
            {t.close}
          </button>
        </div>
        <UploadButton onFiles={uploads.add} />
        <UploadList uploads={uploads} verb={t.use} onOpen={onChoose} />
        <PictureGrid
          item={(media) => (
            <button type="button" onClick={() => onChoose(media)}>
              <Thumb media={media} />
            </button>
          )}
        />
      </DropArea>
    </dialog>
  );
}
