import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { blockKinds } from './block-kinds.ts';
import { useWords } from './words.ts';

/** The addresses that a link may have: see `model/block.ts`. */
const address = /^(https?:\/\/\S+|mailto:\S+@\S+|tel:[\d+]\S*|\/(?!\/)\S*)$/i;

/**
 * What can be done with the text at hand. One stop for the Tab key; arrows go from tool to tool (WAI-ARIA Authoring Practices,
 * toolbar pattern), the right one forward in left-to-right only.
 */
export function Toolbar({
  editor,
  onFind,
  fullScreen,
  onFullScreen,
}: {
  editor: Editor;
  onFind(): void;
  fullScreen: boolean;
  onFullScreen(): void;
}) {
  const { t } = useWords();
  const bar = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const [linking, setLinking] = useState(false);
  const on = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      blocks: blockKinds.map((kind) => kind.isOn(now)),
      strong: now.isActive('strong'),
      em: now.isActive('em'),
      link: now.isActive('link'),
      latin: now.isActive('language'),
      table: now.isActive('table'),
      undo: now.can().undo(),
      redo: now.can().redo(),
    }),
  });

  const step = (event: KeyboardEvent) => {
    const rtl = getComputedStyle(event.currentTarget).direction === 'rtl';
    const by = { ArrowLeft: rtl ? 1 : -1, ArrowRight: rtl ? -1 : 1, Home: -Infinity, End: Infinity }[
      event.key
    ];
    const buttons = [...(bar.current?.querySelectorAll<HTMLButtonElement>('button:not(:disabled)') ?? [])];
    if (by === undefined || buttons.length === 0) return;
    event.preventDefault();
    const here = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const next = Number.isFinite(by)
      ? (here + by + buttons.length) % buttons.length
      : by < 0
        ? 0
        : buttons.length - 1;
    setAt(Number(buttons[next]?.dataset['at'] ?? 0));
    buttons[next]?.focus();
  };

  let n = 0;
  const tool = (
    label: ReactNode,
    act: () => void,
    state: { on?: boolean; off?: boolean; name?: string } = {},
  ) => {
    const index = n++;
    return (
      <button
        key={index}
        type="button"
        data-at={index}
        tabIndex={index === at ? 0 : -1}
        aria-pressed={state.on}
        aria-label={state.name}
        disabled={state.off}
        onFocus={() => setAt(index)}
        // The caret stays where it is.
        onMouseDown={(event) => event.preventDefault()}
        onClick={act}
      >
        {label}
      </button>
    );
  };

  return (
    <>
      <div ref={bar} className="tools" role="toolbar" aria-label={t.tools} onKeyDown={step}>
        {blockKinds.map((kind, i) =>
          tool(kind.label(t), () => kind.make(editor.chain().focus()).run(), { on: on.blocks[i] ?? false }),
        )}
        <span className="sep" aria-hidden="true" />
        {tool(<b>{t.strong}</b>, () => editor.chain().focus().toggleMark('strong').run(), { on: on.strong })}
        {tool(t.em, () => editor.chain().focus().toggleMark('em').run(), { on: on.em })}
        {tool(t.link, () => setLinking(!linking), { on: on.link })}
        {tool(t.isolate, () => editor.chain().focus().toggleMark('language', { lang: 'en' }).run(), {
          on: on.latin,
        })}
        {on.table && (
          <>
            <span className="sep" aria-hidden="true" />
            {tool(`+ ${t.tableRow}`, () => editor.chain().focus().addRowAfter().run())}
            {tool(`+ ${t.tableColumn}`, () => editor.chain().focus().addColumnAfter().run())}
            {tool(t.removeRow, () => editor.chain().focus().deleteRow().run())}
            {tool(t.removeColumn, () => editor.chain().focus().deleteColumn().run())}
          </>
        )}
        <span className="sep" aria-hidden="true" />
        {tool(t.undo, () => editor.chain().focus().undo().run(), { off: !on.undo })}
        {tool(t.redo, () => editor.chain().focus().redo().run(), { off: !on.redo })}
        {tool(t.find, onFind)}
        {tool(fullScreen ? t.leaveFullScreen : t.fullScreen, onFullScreen, { on: fullScreen })}
      </div>
      {linking && <LinkForm editor={editor} onDone={() => setLinking(false)} />}
    </>
  );
}

function LinkForm({ editor, onDone }: { editor: Editor; onDone(): void }) {
  const { t } = useWords();
  const [href, setHref] = useState(() => String(editor.getAttributes('link')['href'] ?? ''));
  const [wrong, setWrong] = useState(false);
  const done = () => {
    onDone();
    editor.commands.focus();
  };
  return (
    <form
      className="strip"
      onSubmit={(event) => {
        event.preventDefault();
        const wanted = /^[\w-]+(\.[\w-]+)+(\/|$)/.test(href.trim()) ? `https://${href.trim()}` : href.trim();
        if (!address.test(wanted)) return setWrong(true);
        editor.chain().focus().extendMarkRange('link').setMark('link', { href: wanted }).run();
        done();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') done();
      }}
    >
      <label>
        {t.linkAddress}
        <input
          type="text"
          dir="ltr"
          value={href}
          onChange={({ target }) => setHref(target.value)}
          autoFocus
        />
      </label>
      <button type="submit" className="btn btn--main">
        {t.linkSet}
      </button>
      {editor.isActive('link') && (
        <button
          type="button"
          className="btn"
          onClick={() => {
            editor.chain().focus().extendMarkRange('link').unsetMark('link').run();
            done();
          }}
        >
          {t.linkRemove}
        </button>
      )}
      {wrong && (
        <p className="wrong" role="alert">
          {t.linkWrong}
        </p>
      )}
    </form>
  );
}
