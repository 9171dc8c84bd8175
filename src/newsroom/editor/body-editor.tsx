import { EditorContent, useEditor, type Editor } from '@tiptap/react';
import { useEffect, useMemo, useState } from 'react';
import { clean } from '../../arabic/clean.ts';
import { countWords } from '../../arabic/words.ts';
import { ChoosePicture } from '../pictures/choose-picture.tsx';
import type { DraftConnection } from './draft-connection.ts';
import { bodyExtensions } from './extensions.ts';
import { FindBar } from './find-bar.tsx';
import { tidied } from './pasted.ts';
import { SlashList } from './slash-list.tsx';
import { Toolbar } from './toolbar.tsx';
import { useWords } from './words.ts';

export interface BodyEditorProps {
  connection: DraftConnection;
  readOnly: boolean;
  /** Of the page's style nonce: styles that ProseMirror adds. */
  nonce: string | undefined;
  fullScreen: boolean;
  onFullScreen(): void;
  onEditor(editor: Editor): void;
}

/** The body: tools over the text, the text as readers will see it, and under it its length. */
export function BodyEditor({
  connection,
  readOnly,
  nonce,
  fullScreen,
  onFullScreen,
  onEditor,
}: BodyEditorProps) {
  const { t, count } = useWords();
  const [finding, setFinding] = useState(false);
  const [words, setWords] = useState(0);
  const [leftOut, setLeftOut] = useState(0);
  const [choosing, setChoosing] = useState<{ files: readonly File[]; many: boolean }>();
  const extensions = useMemo(() => bodyExtensions(connection), [connection]);
  const editor = useEditor(
    {
      extensions,
      editable: !readOnly,
      injectNonce: nonce,
      editorProps: {
        attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': t.body, class: 'prose' },
        transformPastedText: (text) => clean(text),
        transformPastedHTML: (html) => {
          const { html: tidy, pictures } = tidied(html);
          setLeftOut(pictures);
          return tidy;
        },
        handleKeyDown: (_view, event) => {
          // The key's place, so that it is the same on an Arabic keyboard.
          if (!(event.ctrlKey || event.metaKey) || event.code !== 'KeyF' || event.altKey || event.shiftKey)
            return false;
          event.preventDefault();
          setFinding(true);
          return true;
        },
      },
      onUpdate: ({ editor: now }) => setWords(countWords(now.getText({ blockSeparator: '\n' }))),
      onCreate: ({ editor: now }) => setWords(countWords(now.getText({ blockSeparator: '\n' }))),
    },
    [extensions, readOnly],
  );
  useEffect(() => onEditor(editor), [editor, onEditor]);
  useEffect(() => {
    editor.storage.pictureBlocks.choose = setChoosing;
  }, [editor]);
  return (
    <div className="body">
      <Toolbar
        editor={editor}
        onFind={() => setFinding(true)}
        fullScreen={fullScreen}
        onFullScreen={onFullScreen}
      />
      {finding && <FindBar editor={editor} onClose={() => setFinding(false)} />}
      <div className="blocks">
        {editor.isEmpty && <p className="hint">{t.bodyHint}</p>}
        <EditorContent editor={editor} />
        <SlashList editor={editor} />
      </div>
      <ChoosePicture
        choosing={choosing?.files}
        onClose={() => setChoosing(undefined)}
        onChoose={({ id }) => editor.chain().focus().insertPicture(id).run()}
        onChooseMany={
          choosing?.many === true
            ? (chosen) =>
                editor
                  .chain()
                  .focus()
                  .insertGallery(chosen.map(({ id }) => id))
                  .run()
            : undefined
        }
      />
      <p className="meta" role="status">
        {leftOut > 0 && count(t.picturesLeftOut, leftOut)}
      </p>
      <p className="meta">{count(t.words, words)}</p>
    </div>
  );
}
