import { useEffect, useRef } from 'react';
import type { EditorStrings } from '../../strings/editor.ts';
import { useWords } from './words.ts';

/** Every key of the editor. Letters and marks are taken by their place, so that an Arabic keyboard needs no change. */
const keysOf = (t: EditorStrings) =>
  [
    ['Ctrl S', t.keySave],
    ['Ctrl F', t.keyFind],
    ['F2', t.keyNextSuggestion],
    ['F4', t.keyTakeSuggestion],
    ['F7', t.keyNextNote],
    ['F8', t.keyAccept],
    ['F9', t.keyIgnore],
    ['Ctrl Z', t.undo],
    ['Ctrl /', t.keys],
    ['Ctrl Shift Z', t.redo],
    ['Ctrl B', t.strong],
    ['Ctrl I', t.em],
    ['Alt I', t.isolate],
    ['Ctrl Alt 0', t.paragraph],
    ['Ctrl Alt 2', t.heading],
    ['Ctrl Alt 3', t.subheading],
    ['Ctrl Shift 9', t.quotation],
    ['/', t.insert],
    ['Shift F4', t.keyLeaveSuggestion],
  ] as const;
/** The footer has room for these; the others stand in the list. */
const inFooter = 9;

const Key = ({ keys }: { keys: string }) => (
  <bdi dir="ltr">
    {keys.split(' ').map((one) => (
      <kbd key={one}>{one}</kbd>
    ))}
  </bdi>
);

/** The keys most used, below the text; Ctrl+/ lists all of them. */
export function Keys() {
  const { t } = useWords();
  const list = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.code !== 'Slash' || event.altKey) return;
      event.preventDefault();
      if (list.current?.open === true) list.current.close();
      else list.current?.showModal();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <>
      <footer className="keys" aria-label={t.keys}>
        {keysOf(t)
          .slice(0, inFooter)
          .map(([keys, does]) => (
            <span key={keys}>
              <Key keys={keys} />
              {does}
            </span>
          ))}
      </footer>
      <dialog ref={list} className="keys-list" aria-labelledby="keys-title">
        <h2 id="keys-title">{t.keys}</h2>
        <dl>
          {keysOf(t).map(([keys, does]) => (
            <div key={keys}>
              <dt>
                <Key keys={keys} />
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <button type="button" className="btn" autoFocus onClick={() => list.current?.close()}>
          {t.keysClose}
        </button>
      </dialog>
    </>
  );
}
