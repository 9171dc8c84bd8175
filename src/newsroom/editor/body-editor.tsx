import { EditorContent, useEditor, type Editor } from '@tiptap/react';
import { useEffect, useMemo, useState } from 'react';
import { clean } from '../../arabic/clean.ts';
import { countWords } from '../../arabic/words.ts';
import { ChoosePicture, type Choosing } from '../pictures/choose-picture.tsx';
import type { DraftConnection } from './draft-connection.ts';
import { bodyExtensions } from './extensions.ts';
import { FindBar } from './find-bar.tsx';
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
  const [choosing, setChoosing] = useState<Choosing>();
  const extensions = useMemo(() => bodyExtensions(connection), [connection]);
  const editor = useEditor(
    {
      extensions,
      editable: !readOnly,
      injectNonce: nonce,
      editorProps: {
        attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': t.body, class: 'prose' },
        transformPastedText: (text) => clean(text),
        transformPastedHTML: (html) => tidied(html),
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
        choosing={choosing}
        onClose={() => setChoosing(undefined)}
        onChoose={({ id }) => editor.chain().focus().insertPicture(id).run()}
      />
      <p className="meta">{count(t.words, words)}</p>
    </div>
  );
}

/**
 * What Word, Google Docs and web pages put on the clipboard, without what is theirs: comments, styles, scripts, hidden matter,
 * direction marks. What remains the editor's schema reads: it knows paragraphs, headings, lists, quotations, tables, links.
 */
function tidied(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const junk of page.querySelectorAll(
    'script,style,meta,link,template,iframe,object,[hidden],[aria-hidden="true"],[style*="display:none"],[style*="mso-element:comment"],o\\:p',
  ))
    junk.remove();
  // Google Docs wraps everything in a <b> of no weight.
  for (const wrap of page.querySelectorAll('b[id^="docs-internal-guid"], b[style*="font-weight:normal"]'))
    wrap.replaceWith(...wrap.childNodes);
  const texts = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    const text = node.nodeValue ?? '';
    // The ends are kept: a space between two words may stand at the edge of a bold one.
    const [start = '', end = ''] = [/^\s/.exec(text)?.[0], /\s$/.exec(text)?.[0]];
    const inner = clean(text.replaceAll(/\s+/g, ' '));
    node.nodeValue = inner === '' ? (text === '' ? '' : ' ') : `${start && ' '}${inner}${end && ' '}`;
  }
  return page.body.innerHTML;
}
