import type { Editor } from '@tiptap/core';
import { type ReactNode, useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { type TextField as TextFieldName, textFields } from '../../editing/schema.ts';
import { BodyEditor } from './body-editor.tsx';
import { DraftConnection, type DraftAddress, type SaveState as State } from './draft-connection.ts';
import { Keys } from './keys.tsx';
import { ProofPanel } from './proof-panel.tsx';
import { SaveNotice, SaveState } from './save-state.tsx';
import { savedWithin } from './saved-within.ts';
import { TextField } from './text-field.tsx';
import { useWords } from './words.ts';
import './editor.css';

export interface StoryEditorProps {
  address: DraftAddress;
  readOnly: boolean;
  nonce: string | undefined;
  /** Where to sign in again, and come back from. */
  signIn: string;
  /** The time of day as the site writes it. */
  clock(at: number): string;
  /** Errors of fields, as the server said them. */
  errors: Readonly<Partial<Record<string, string>>>;
  /** Begins the editor anew, on the draft as it is now. */
  onReopen(): void;
  /** Ctrl+S: a revision by hand. Everything typed is committed when it is called. */
  onSave(): void;
  /** Stands beside the save state: workflow, preview. */
  actions(state: State): ReactNode;
  /** Fields that are chosen and not written (section, kind, people), and what stands beside the text. */
  choices(connection: DraftConnection): ReactNode;
  /** What the text itself suggests; not shown where nothing may be changed. */
  suggestions(connection: DraftConnection, editor: Editor): ReactNode;
  side(connection: DraftConnection, editor: Editor | undefined): ReactNode;
}

/** Letters after which search engines and phones cut a headline; nothing is cut here. */
const advised: Partial<Record<TextFieldName, number>> = { headline: 70, shortHeadline: 45, slug: 80 };
const faces: Partial<Record<TextFieldName, string>> = {
  kicker: 'in-kicker',
  headline: 'in-head',
  standfirst: 'in-stand',
};
/** In the order of the page; the others stand below the text. */
const above: readonly TextFieldName[] = ['kicker', 'headline', 'standfirst', 'dateline'];
const below = textFields.filter((field) => !above.includes(field));

/** A story being written: its fields over its body, in the reader's own faces, and what helps beside it. */
export function StoryEditor(props: StoryEditorProps) {
  const {
    address,
    readOnly,
    nonce,
    signIn,
    clock,
    errors,
    onReopen,
    onSave,
    actions,
    choices,
    side,
    suggestions,
  } = props;
  const { t } = useWords();
  const connection = useDraft(address);
  const [editor, setEditor] = useState<Editor>();
  const [full, setFull] = useState(false);
  const snapshot = useSyncExternalStore(
    connection?.subscribe ?? noSubscription,
    () => connection?.snapshot() ?? opening,
  );
  // Whoever was signed out goes on writing on their device; it is sent once they are in again.
  const closed = readOnly || snapshot.state === 'replaced';

  const save = useCallback(async () => {
    // Where it does not arrive, the state and its notice say so; nothing is saved an hour later by surprise.
    if (connection !== undefined) await savedWithin(connection).then(onSave, () => {});
  }, [connection, onSave]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.code === 'KeyS' && !event.altKey) {
        event.preventDefault();
        void save();
      }
      if (event.key === 'Escape') setFull(false);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [save]);

  if (connection === undefined || !snapshot.ready) return <p role="status">{t.opening}</p>;
  const field = (name: TextFieldName) => (
    <TextField
      key={name}
      label={t[name]}
      text={connection.doc.getText(name)}
      face={faces[name] ?? 'in-line'}
      advised={advised[name]}
      counted={name === 'standfirst' ? 'words' : advised[name] === undefined ? undefined : 'letters'}
      readOnly={closed}
      error={errors[name]}
      onEnter={() => focusAfter(name, editor)}
    />
  );
  const copy = () => {
    const lines = textFields.map((name) => connection.doc.getText(name).toString()).filter(Boolean);
    void navigator.clipboard.writeText(
      [...lines, editor?.getText({ blockSeparator: '\n\n' }) ?? ''].join('\n\n'),
    );
  };
  return (
    <>
      <div className="ed-state">
        <SaveState snapshot={snapshot} clock={clock} />
        {readOnly && <span className="meta">{t.readOnly}</span>}
        {actions(snapshot.state)}
      </div>
      <div className={full ? 'ed ed--full' : 'ed'}>
        <div className="canvas">
          <SaveNotice snapshot={snapshot} onReopen={onReopen} onCopy={copy} signIn={signIn} />
          {above.map(field)}
          {choices(connection)}
          <BodyEditor
            connection={connection}
            readOnly={closed}
            nonce={nonce}
            fullScreen={full}
            onFullScreen={() => setFull(!full)}
            onEditor={setEditor}
          />
          {below.map(field)}
        </div>
        <aside className="panel" aria-label={t.side}>
          {editor !== undefined && !closed && suggestions(connection, editor)}
          {side(connection, editor)}
          {editor !== undefined && <ProofPanel editor={editor} />}
        </aside>
      </div>
      <Keys />
    </>
  );
}

const opening = { state: 'opening', savedAt: undefined, ready: false } as const;
const noSubscription = () => () => {};

/** The connection of an address, opened and closed with the component. */
function useDraft(address: DraftAddress): DraftConnection | undefined {
  const [connection, setConnection] = useState<DraftConnection>();
  const stable = useMemo(() => address, [address.room, address.socket, address.user.id]);
  useEffect(() => {
    const opened = new DraftConnection(stable);
    setConnection(opened);
    return () => opened.close();
  }, [stable]);
  return connection;
}

/** Enter in a field goes to the next one, from the last above the body into it. */
function focusAfter(name: TextFieldName, editor: Editor | undefined): void {
  const fields = [...document.querySelectorAll<HTMLTextAreaElement>('.field textarea')];
  const here = fields.indexOf(document.activeElement as HTMLTextAreaElement);
  if (name === above.at(-1)) editor?.commands.focus('start');
  else fields[here + 1]?.focus();
}
