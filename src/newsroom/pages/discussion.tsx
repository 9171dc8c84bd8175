import type { Editor } from '@tiptap/core';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { fold } from '../../arabic/fold.ts';
import type { CommentRow } from '../../api/contract/discussion.ts';
import type { User } from '../../model/user.ts';
import { deskWorkStrings } from '../../strings/desk-work.ts';
import { fill } from '../../strings/strings.ts';
import { markedPassage, showPassage } from '../editor/passage.ts';
import { Refused } from '../client.ts';
import { useAnswer, useRefresh, useSession } from '../session.tsx';
import { useSending } from '../shell/form.tsx';

/** What is said about a story: on passages of its text or on the whole, with answers; done with, it folds away. */
export function Discussion({ story, editor }: { story: number; editor: Editor | undefined }) {
  const { language } = useSession();
  const words = deskWorkStrings[language];
  const answer = useAnswer('discussion', { params: { id: story } }, { every: 10_000 });
  const all = answer.data?.comments ?? [];
  const first = all.filter(({ comment }) => comment.replyTo === undefined);
  const open = first.filter(({ comment }) => comment.resolved === undefined);
  const past = first.filter(({ comment }) => comment.resolved !== undefined);
  const thread = (row: CommentRow) => (
    <Thread
      key={row.comment.id}
      row={row}
      replies={all.filter(({ comment }) => comment.replyTo === row.comment.id)}
      editor={editor}
    />
  );
  return (
    <section aria-labelledby="discussion-title" className="discussion">
      <h2 id="discussion-title">{words.comments}</h2>
      {answer.isSuccess && open.length === 0 && <p className="meta">{words.noComments}</p>}
      <ul>{open.map(thread)}</ul>
      {past.length > 0 && (
        <details>
          <summary>{words.showResolved}</summary>
          <ul>{past.map(thread)}</ul>
        </details>
      )}
      <Composer story={story} editor={editor} />
    </section>
  );
}

function Thread({
  row,
  replies,
  editor,
}: {
  row: CommentRow;
  replies: CommentRow[];
  editor: Editor | undefined;
}) {
  const { language, may, ask } = useSession();
  const words = deskWorkStrings[language];
  const { comment } = row;
  const refresh = useRefresh();
  const { send, busy, message } = useSending();
  const [replying, setReplying] = useState(false);
  const [gone, setGone] = useState(false);
  const resolved = comment.resolved !== undefined;
  const act = (work: () => Promise<unknown>) =>
    void send(async () => {
      await work();
      await refresh();
    });
  return (
    <li>
      <Said row={row} />
      {comment.passage !== undefined && (
        <button
          type="button"
          className="passage"
          dir="auto"
          title={words.showPassage}
          onClick={() => setGone(editor === undefined || !showPassage(editor, comment.passage ?? nowhere))}
        >
          «{comment.passage.words}»
        </button>
      )}
      {gone && <p role="status">{words.passageGone}</p>}
      {row.resolvedBy !== undefined && (
        <p className="meta">{fill(words.resolvedBy, { name: row.resolvedBy })}</p>
      )}
      {replies.length > 0 && (
        <ul>
          {replies.map((one) => (
            <li key={one.comment.id}>
              <Said row={one} />
            </li>
          ))}
        </ul>
      )}
      <div className="acts acts--small">
        {!resolved && may('comment') && (
          <button type="button" aria-expanded={replying} onClick={() => setReplying(!replying)}>
            {words.reply}
          </button>
        )}
        {may('resolve-comment') && (
          <button
            type="button"
            disabled={busy}
            onClick={() =>
              act(() => ask('resolveComment', { params: { id: comment.id }, body: { resolved: !resolved } }))
            }
          >
            {resolved ? words.reopen : words.resolve}
          </button>
        )}
        {row.mayRemove && (
          <button
            type="button"
            disabled={busy}
            onClick={() => act(() => ask('removeComment', { params: { id: comment.id }, body: {} }))}
          >
            {words.remove}
          </button>
        )}
      </div>
      {message}
      {replying && (
        <Composer
          story={comment.story}
          replyTo={{ id: comment.id, name: row.name ?? words.somebody }}
          onSent={() => setReplying(false)}
        />
      )}
    </li>
  );
}

const nowhere = { words: '', from: '', to: '' };

function Said({ row: { comment, name } }: { row: CommentRow }) {
  const { language, moment } = useSession();
  return (
    <>
      <p className="meta">
        <b>{name ?? deskWorkStrings[language].somebody}</b> · {moment(comment.at)}
      </p>
      <p className="said" dir="auto">
        {comment.text}
      </p>
    </>
  );
}

/** Where a comment is written; «@» and the beginning of a name offers colleagues, who then find it on their desk. */
function Composer({
  story,
  editor,
  replyTo,
  onSent,
}: {
  story: number;
  editor?: Editor | undefined;
  replyTo?: { id: string; name: string };
  onSent?(): void;
}) {
  const { language, ask, may } = useSession();
  const words = deskWorkStrings[language];
  const field = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const users = useAnswer('users', {}).data?.users.map(({ user }) => user) ?? [];
  const refresh = useRefresh();
  const { send, busy, errors, message } = useSending();
  const [text, setText] = useState('');
  /** The same until it is there: one that is sent again over a bad line stands once. */
  const [number, setNumber] = useState(() => crypto.randomUUID());
  const [chosen, setChosen] = useState(0);
  /** What is marked in the text is looked at when this field is entered. */
  const [, look] = useState(0);
  const marked = replyTo === undefined && editor !== undefined ? markedPassage(editor) : undefined;
  if (!may('comment')) return null;
  const begun = /@([^@\n]{0,40})$/.exec(text)?.[1];
  const offered = begun === undefined ? [] : offer(users, begun);
  const take = (user: User) => {
    setText(`${text.slice(0, text.lastIndexOf('@'))}@${user.name} `);
    setChosen(0);
    area.current?.focus();
  };
  const submit = () =>
    void send(async () => {
      const mentions = users.filter(({ name }) => text.includes(`@${name}`)).map(({ id }) => id);
      await onceSent(() =>
        ask('addComment', {
          params: { id: story },
          body: {
            id: number,
            text,
            mentions,
            ...(replyTo !== undefined && { replyTo: replyTo.id }),
            ...(marked !== undefined && { passage: marked }),
          },
        }),
      );
      setText('');
      setNumber(crypto.randomUUID());
      await refresh();
      onSent?.();
    });
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      submit();
      return;
    }
    const user = offered[chosen];
    if (user === undefined) return;
    if (event.key === 'Enter' || event.key === 'Tab') take(user);
    else if (event.key === 'ArrowDown') setChosen((chosen + 1) % offered.length);
    else if (event.key === 'ArrowUp') setChosen((chosen + offered.length - 1) % offered.length);
    else if (event.key === 'Escape') setText(`${text} `);
    else return;
    event.preventDefault();
  };
  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <label htmlFor={field}>
        {replyTo === undefined ? words.comment : fill(words.replyTo, { name: replyTo.name })}
      </label>
      <textarea
        id={field}
        ref={area}
        dir="auto"
        rows={2}
        maxLength={4000}
        required
        value={text}
        aria-describedby={`${field}-hint`}
        aria-invalid={errors['text'] !== undefined}
        aria-autocomplete="list"
        aria-controls={offered.length > 0 ? `${field}-people` : undefined}
        aria-activedescendant={offered.length > 0 ? `${field}-${chosen}` : undefined}
        onFocus={() => look((n) => n + 1)}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={onKeyDown}
      />
      {offered.length > 0 && (
        <ul id={`${field}-people`} role="listbox" aria-label={words.people} className="offered">
          {offered.map((user, i) => (
            <li
              key={user.id}
              id={`${field}-${i}`}
              role="option"
              aria-selected={i === chosen}
              onMouseDown={(event) => {
                event.preventDefault();
                take(user);
              }}
            >
              {user.name}
            </li>
          ))}
        </ul>
      )}
      <p id={`${field}-hint`} className="meta">
        {marked === undefined ? words.commentHint : `${words.onPassage}: «${marked.words.slice(0, 60)}»`}
      </p>
      {errors['text'] !== undefined && <p className="wrong">{errors['text']}</p>}
      {message}
      <button type="submit" className="btn" disabled={busy || text.trim() === ''}>
        {words.send}
      </button>
    </form>
  );
}

/** One whose answer was lost is there already. */
async function onceSent(send: () => Promise<unknown>): Promise<void> {
  try {
    await send();
  } catch (error) {
    if (!(error instanceof Refused && error.code === 'conflict')) throw error;
  }
}

/** Colleagues any word of whose name begins so, in any spelling; a whole name that was chosen offers nobody. */
function offer(users: readonly User[], begun: string): User[] {
  const wanted = fold(begun);
  if (users.some(({ name }) => begun.startsWith(`${name} `))) return [];
  return users
    .filter(({ name, suspended }) => suspended !== true && ` ${fold(name)}`.includes(` ${wanted}`))
    .slice(0, 6);
}
