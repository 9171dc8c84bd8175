import type { Editor } from '@tiptap/core';
import { useEffect, useRef, useState } from 'react';
import { fill } from '../../strings/strings.ts';
import { suggestionStrings } from '../../strings/suggestions.ts';
import type { DraftConnection } from '../editor/draft-connection.ts';
import { useSession } from '../session.tsx';
import { link, moveDateline, unlink } from './accept.ts';
import { pulledOut, pullOut } from './in-text.ts';
import { type Suggestion, suggestionsOf } from './suggestion.ts';
import { SuggestionItem } from './suggestion-item.tsx';
import { useIgnored } from './use-ignored.ts';
import { useSuggestions } from './use-suggestions.ts';
import './suggestions.css';

/** Who and what the text names, what is said in it, its dateline and its like: each taken or left by one key. */
export function SuggestionsPanel({
  story,
  connection,
  editor,
}: {
  story: number;
  connection: DraftConnection;
  editor: Editor;
}) {
  const { language, count, ask, may, explain, term } = useSession();
  const t = suggestionStrings[language];
  const { answer, links } = useSuggestions(story, connection, editor);
  const { ignored, ignore, showAgain } = useIgnored(connection);
  /** Seen here, which undoing does not take back. */
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  const [current, setCurrent] = useState(0);
  const [told, setTold] = useState('');
  const busy = useRef(false);
  const found =
    answer === undefined
      ? []
      : suggestionsOf(answer, { links, pulled: pulledOut(editor), creates: may('put-entity') }).filter(
          ({ key }) => !taken.has(key),
        );
  const all = found.filter(({ key }) => !ignored.has(key));
  const hidden = found.filter(({ key }) => ignored.has(key)).map(({ key }) => key);
  const here = Math.min(current, all.length - 1);

  const leave = ({ key }: Suggestion) => ignore(key);
  const take = async (one: Suggestion) => {
    if (busy.current) return;
    busy.current = true;
    try {
      switch (one.type) {
        case 'alike':
          window.open(`/newsroom/stories/${one.found.id}`, '_blank', 'noopener');
          break;
        case 'dateline':
          moveDateline(connection, editor, one.found);
          break;
        case 'said':
          pullOut(editor, one.found.words, one.found.speaker);
          break;
        case 'named': {
          const { kind, name, record } = one.found;
          link(connection, kind, record ?? (await ask('addRecord', { body: { kind, name } })).id);
        }
      }
      // What was taken does not come back by undoing it: it was seen.
      setTaken(new Set([...taken, one.key]));
      setTold(fill(t.taken, { what: 'name' in one.found ? one.found.name : nameOf(one) }));
    } catch (error) {
      setTold(fill(t.failed, { reason: explain(error) }));
    } finally {
      busy.current = false;
    }
  };
  const nameOf = ({ type }: Suggestion) =>
    ({ alike: t.alike, dateline: t.dateline, said: t.quotation, named: '' })[type];

  const keys = useRef((_event: KeyboardEvent) => {});
  useEffect(() => {
    keys.current = (event) => {
      const one = all[here];
      if ((event.code !== 'F2' && event.code !== 'F4') || event.altKey || event.ctrlKey || event.metaKey)
        return;
      event.preventDefault();
      if (one === undefined) return;
      if (event.code === 'F2') setCurrent((here + (event.shiftKey ? all.length - 1 : 1)) % all.length);
      else if (event.shiftKey) leave(one);
      else void take(one);
    };
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => keys.current(event);
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);

  return (
    <section aria-labelledby="suggestions-title" className="suggestions">
      <h2 id="suggestions-title">
        {t.title} <span>{count(t.suggestions, all.length)}</span>
      </h2>
      <p role="status" className="meta">
        {told}
      </p>
      {answer !== undefined && found.length === 0 && <p className="meta">{t.nothing}</p>}
      {all.length > 0 && <p className="meta">{t.keys}</p>}
      <ol className="notes">
        {all.map((one, i) => (
          <SuggestionItem
            key={one.key}
            suggestion={one}
            here={i === here}
            t={t}
            editor={editor}
            onTake={() => void take(one)}
            onLeave={() => leave(one)}
          />
        ))}
      </ol>
      {hidden.length > 0 && (
        <p className="ignored">
          <span className="meta">{count(t.ignored, hidden.length)}</span>{' '}
          <button type="button" className="quiet" onClick={() => showAgain(hidden)}>
            {t.showAgain}
          </button>
        </p>
      )}
      {(answer?.linked.length ?? 0) > 0 && (
        <>
          <h3>{t.linked}</h3>
          <ul className="linked">
            {answer?.linked
              .filter(({ kind, record }) => links[kind].includes(record))
              .map(({ kind, record, name }) => (
                <li key={`${kind} ${record}`}>
                  <bdi>{name}</bdi> <span className="meta">{term(`kind-${kind}`)}</span>
                  <button
                    type="button"
                    aria-label={fill(t.unlink, { name })}
                    onClick={() => unlink(connection, kind, record)}
                  >
                    ×
                  </button>
                </li>
              ))}
          </ul>
        </>
      )}
    </section>
  );
}
