import type { Media } from '../../model/site.ts';
import { fill } from '../../strings/strings.ts';
import type { Upload, Uploads } from './use-uploads.ts';
import { usePictureWords } from './words.ts';

/** What is being uploaded, how far it is, and what became of it. */
export function UploadList({
  uploads,
  verb,
  onOpen,
}: {
  uploads: Uploads;
  /** What is done with one that has arrived. */
  verb: string;
  onOpen(media: Media): void;
}) {
  const { t } = usePictureWords();
  if (uploads.list.length === 0) return null;
  return (
    <ul className="uploads" aria-label={t.uploads}>
      {uploads.list.map((one) => (
        <Item key={one.key} upload={one} uploads={uploads} verb={verb} onOpen={onOpen} />
      ))}
    </ul>
  );
}

function Item({
  upload,
  uploads,
  verb,
  onOpen,
}: {
  upload: Upload;
  uploads: Uploads;
  verb: string;
  onOpen(media: Media): void;
}) {
  const { t, figure } = usePictureWords();
  const { key, file, state, sent, message, again, media } = upload;
  const under = file.size < 1024 * 1024;
  const size = fill(under ? t.kilobytes : t.megabytes, {
    n: figure(Math.max(1, Math.round(file.size / (under ? 1024 : 1024 * 1024)))),
  });
  const busy = state === 'sending' || state === 'checking' || state === 'waiting';
  return (
    <li data-state={state}>
      <span className="uploads-name">
        <bdi dir="ltr">{file.name}</bdi> <span className="meta">{size}</span>
      </span>
      {busy && (
        <progress
          aria-label={file.name}
          max={1}
          {...(state === 'checking' ? {} : { value: state === 'waiting' ? 0 : sent })}
        />
      )}
      <span role="status" className={state === 'failed' ? 'wrong' : 'meta'}>
        {state === 'failed' ? message : t[state]}
      </span>
      {media !== undefined && (
        <button type="button" className="quiet" onClick={() => onOpen(media)}>
          {verb}
        </button>
      )}
      {again === true && state === 'failed' && (
        <button type="button" className="quiet" onClick={() => uploads.retry(key)}>
          {t.again}
        </button>
      )}
      <button type="button" className="quiet" onClick={() => uploads.dismiss(key)}>
        {busy ? t.stop : t.dismiss}
      </button>
    </li>
  );
}
