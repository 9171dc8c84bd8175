import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Media } from '../../model/site.ts';
import { PictureDetails } from '../pictures/details.tsx';
import { DropArea, UploadButton } from '../pictures/drop-area.tsx';
import { PictureGrid } from '../pictures/picture-grid.tsx';
import '../pictures/pictures.css';
import { Thumb } from '../pictures/thumb.tsx';
import { UploadList } from '../pictures/upload-list.tsx';
import { useUploads } from '../pictures/use-uploads.ts';
import { usePictureWords } from '../pictures/words.ts';
import { useRefresh } from '../session.tsx';
import { useSending } from '../shell/form.tsx';

/** The media library: what there is, what comes in, and beside it the picture at hand. */
export function Library() {
  const { id } = useParams({ strict: false });
  const { t, ask } = usePictureWords();
  const navigate = useNavigate();
  const refresh = useRefresh();
  const { send, message } = useSending();
  const [removed, setRemoved] = useState<string>();
  const open = ({ id }: Media) => void navigate({ to: '/media/{-$id}', params: { id } });
  const uploads = useUploads((media, duplicate) => {
    // A single new picture is to be described at once.
    if (!duplicate && uploads.list.length === 1) open(media);
  });
  return (
    <DropArea onFiles={uploads.add}>
      <div className="top">
        <h1>{t.title}</h1>
        <UploadButton onFiles={uploads.add} />
      </div>
      <div className={id === undefined ? 'library' : 'library library--open'}>
        <div className="library-list">
          {removed !== undefined && (
            <div className="notice" role="status">
              <p>{t.removed}</p>
              <button
                type="button"
                className="quiet"
                onClick={() =>
                  void send(async () => {
                    await ask('restoreMedia', { params: { id: removed }, body: {} });
                    setRemoved(undefined);
                    await refresh();
                  })
                }
              >
                {t.undo}
              </button>
              {message}
            </div>
          )}
          <UploadList uploads={uploads} verb={t.open} onOpen={open} />
          <PictureGrid
            item={(media) => (
              <Link
                to="/media/{-$id}"
                params={{ id: media.id }}
                aria-current={media.id === id ? 'true' : undefined}
              >
                <Thumb media={media} />
              </Link>
            )}
          />
        </div>
        {id !== undefined && (
          <PictureDetails
            id={id}
            onRemoved={(gone) => {
              setRemoved(gone);
              void navigate({ to: '/media/{-$id}', params: { id: undefined } });
            }}
          />
        )}
      </div>
    </DropArea>
  );
}
