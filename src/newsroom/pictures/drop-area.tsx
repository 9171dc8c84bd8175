import { type ReactNode, useEffect, useRef, useState } from 'react';
import { fill } from '../../strings/strings.ts';
import { mostMegabytes } from './send-file.ts';
import { usePictureWords } from './words.ts';

/** What the server takes; the browser's own choice of files shows only these. */
const accepted = 'image/jpeg,image/png,image/webp,image/avif,image/gif';

/** A part of the page that takes files: dropped on it, or pasted while it is there. */
export function DropArea({ onFiles, children }: { onFiles(files: File[]): void; children: ReactNode }) {
  const { t } = usePictureWords();
  const [over, setOver] = useState(false);
  const taken = useRef(onFiles);
  taken.current = onFiles;

  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      event.stopPropagation();
      taken.current(files);
    };
    // Before any field under it, which would make nothing of files.
    window.addEventListener('paste', onPaste, true);
    return () => window.removeEventListener('paste', onPaste, true);
  }, []);

  return (
    <div
      className={over ? 'drop drop--over' : 'drop'}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onFiles([...event.dataTransfer.files]);
      }}
    >
      {over && (
        <p className="drop-here" aria-hidden="true">
          {t.dropHere}
        </p>
      )}
      {children}
    </div>
  );
}

/** Chooses files from the device. */
export function UploadButton({ onFiles }: { onFiles(files: File[]): void }) {
  const { t, figure } = usePictureWords();
  const input = useRef<HTMLInputElement>(null);
  return (
    <p className="drop-tools">
      <button type="button" className="btn btn--main" onClick={() => input.current?.click()}>
        {t.upload}
      </button>
      <span className="meta">{fill(t.uploadHint, { most: figure(mostMegabytes) })}</span>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={accepted}
        aria-label={t.upload}
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])]);
          // The same file may be chosen again.
          target.value = '';
        }}
      />
    </p>
  );
}
