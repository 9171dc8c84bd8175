import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { useEffect, useId, useMemo } from 'react';
import { fold } from '../../arabic/fold.ts';
import { blockKinds, type BlockKind } from './block-kinds.ts';
import { slashState } from './slash-menu.ts';
import { useWords } from './words.ts';

/** The list of blocks under a «/»: typing narrows it, arrows and Enter choose, Escape leaves the slash in the text. */
export function SlashList({ editor }: { editor: Editor }) {
  const { t } = useWords();
  const id = useId();
  const { open, words, from, to, index } = useEditorState({
    editor,
    selector: ({ editor: now }) => slashState(now.state),
  });
  const kinds = useMemo(
    () => blockKinds.filter((kind) => fold(kind.label(t)).includes(fold(words.trim()))),
    [words, t],
  );

  useEffect(() => {
    const choose = (kind: BlockKind | undefined) => {
      if (kind === undefined) return false;
      kind.make(editor.chain().focus().deleteRange({ from, to })).run();
      return true;
    };
    // Kept here: an editor that is made anew, as for one who may only read, takes its storage away first.
    const { slashMenu } = editor.storage;
    slashMenu.onKey = (key) => {
      if (key === 'ArrowDown' || key === 'ArrowUp')
        return kinds.length > 0 && editor.commands.slashStep(key === 'ArrowDown' ? 1 : -1, kinds.length);
      if (key === 'Enter' || key === 'Tab') return choose(kinds[index]);
      if (key === 'Escape') return editor.commands.slashClose();
      return false;
    };
    return () => {
      slashMenu.onKey = undefined;
    };
  }, [editor, kinds, index, from, to]);

  // The editor has the focus; it says which of the list is at hand.
  useEffect(() => {
    const { dom } = editor.view;
    if (open && kinds.length > 0) {
      dom.setAttribute('aria-controls', id);
      dom.setAttribute('aria-activedescendant', `${id}-${index}`);
    } else {
      dom.removeAttribute('aria-controls');
      dom.removeAttribute('aria-activedescendant');
    }
  }, [editor, open, kinds.length, id, index]);

  if (!open || kinds.length === 0) return null;
  const place = editor.view.coordsAtPos(from);
  const box = editor.view.dom.getBoundingClientRect();
  return (
    <ul
      className="slash"
      role="listbox"
      id={id}
      aria-label={t.insert}
      ref={(list) => {
        // Through the object model, which a policy without inline styles allows.
        if (list === null) return;
        list.style.insetBlockStart = `${place.bottom - box.top + 4}px`;
      }}
    >
      {kinds.map((kind, i) => (
        <li
          key={kind.name}
          id={`${id}-${i}`}
          role="option"
          aria-selected={i === index}
          onMouseDown={(event) => {
            event.preventDefault();
            kind.make(editor.chain().focus().deleteRange({ from, to })).run();
          }}
        >
          {kind.label(t)}
        </li>
      ))}
    </ul>
  );
}
