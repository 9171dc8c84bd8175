import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { useState } from 'react';
import { findState } from './find.ts';
import { useWords } from './words.ts';

/** Find and replace in the body, whatever the harakat. Enter goes on, Escape ends. */
export function FindBar({ editor, onClose }: { editor: Editor; onClose(): void }) {
  const { t, count } = useWords();
  const [words, setWords] = useState('');
  const [by, setBy] = useState('');
  const matches = useEditorState({
    editor,
    selector: ({ editor: now }) => findState(now.state).matches.length,
  });
  const close = () => {
    editor.commands.find('');
    onClose();
    editor.commands.focus();
  };
  return (
    <form
      className="strip"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        editor.commands.findStep(1);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <label>
        {t.findWords}
        <input
          type="text"
          dir="auto"
          value={words}
          autoFocus
          onChange={({ target }) => {
            setWords(target.value);
            editor.commands.find(target.value);
          }}
        />
      </label>
      <span role="status" className="meta">
        {words === '' ? '' : count(t.found, matches)}
      </span>
      <button
        type="button"
        className="btn"
        disabled={matches === 0}
        onClick={() => editor.commands.findStep(-1)}
      >
        {t.findPrevious}
      </button>
      <button type="submit" className="btn" disabled={matches === 0}>
        {t.findNext}
      </button>
      {editor.isEditable && (
        <>
          <label>
            {t.replaceBy}
            <input type="text" dir="auto" value={by} onChange={({ target }) => setBy(target.value)} />
          </label>
          <button
            type="button"
            className="btn"
            disabled={matches === 0}
            onClick={() => editor.commands.replaceMatch(by)}
          >
            {t.replaceOne}
          </button>
          <button
            type="button"
            className="btn"
            disabled={matches === 0}
            onClick={() => editor.commands.replaceAllMatches(by)}
          >
            {t.replaceAll}
          </button>
        </>
      )}
      <button type="button" className="quiet" onClick={close}>
        {t.findClose}
      </button>
    </form>
  );
}
