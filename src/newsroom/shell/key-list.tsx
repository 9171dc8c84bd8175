import { useEffect, useId, useRef } from 'react';
import { editorStrings } from '../../strings/editor.ts';
import { keyStrings } from '../../strings/keys.ts';
import { type KeyRow, keysOf } from '../editor/keys-of.ts';
import { useSession } from '../session.tsx';
import { KeyCaps } from './key-caps.tsx';
import './key-list.css';

/** Every key of the newsroom, over whatever screen is open; those of the editor come first where somebody writes. */
export function KeyList({ editing, onClose }: { editing: boolean; onClose(): void }) {
  const { t: usual, language, may } = useSession();
  const t = keyStrings[language];
  const editor = editorStrings[language];
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => dialog.current?.showModal(), []);

  const everywhere: KeyRow[] = [
    ['?', t.theseKeys],
    ...(may('save-story') ? [['N', t.newStory] as const] : []),
    ['Esc', t.closeWhatIsOpen],
  ];
  const groups: [title: string, rows: readonly KeyRow[]][] = [
    [t.everywhere, everywhere],
    [
      t.inLists,
      [
        ['↓', t.nextRow],
        ['↑', t.previousRow],
        ['Enter', t.openStory],
      ],
    ],
    [
      t.inFronts,
      [
        ['↓', t.later],
        ['↑', t.earlier],
      ],
    ],
    [
      t.inComments,
      [
        ['@', t.mention],
        ['Ctrl Enter', t.sendComment],
      ],
    ],
  ];
  groups.splice(editing ? 0 : groups.length, 0, [t.inEditor, keysOf(editor)]);
  return (
    <dialog ref={dialog} className="key-list" aria-labelledby={id} onClose={onClose}>
      <div className="top">
        <h2 id={id}>{usual.keys}</h2>
        <button type="button" className="btn" autoFocus onClick={() => dialog.current?.close()}>
          {usual.close}
        </button>
      </div>
      {groups.map(([title, rows]) => (
        <section key={title}>
          <h3>{title}</h3>
          <dl>
            {rows.map(([keys, does]) => (
              <div key={keys}>
                <dt>
                  <KeyCaps keys={keys} />
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </dialog>
  );
}
