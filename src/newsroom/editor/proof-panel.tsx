import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { proofStrings } from '../../strings/proof.ts';
import { fill } from '../../strings/strings.ts';
import { proofState } from './proof-marks.ts';
import { useWords } from './words.ts';

/** What the proofreader found, in the order of the text, each with its reason: to be taken or left. */
export function ProofPanel({ editor }: { editor: Editor }) {
  const { t, language, figure, count } = useWords();
  const { notes, current, hidden } = useEditorState({
    editor,
    selector: ({ editor: now }) => proofState(now.state),
  });
  const messages = proofStrings[language];
  return (
    <section aria-labelledby="proof-title">
      <h2 id="proof-title">
        {t.proof} <span>{count(t.notes, notes.length)}</span>
      </h2>
      {notes.length === 0 ? (
        <p className="meta">{t.noNotes}</p>
      ) : (
        <ol className="notes">
          {notes.map(({ finding, words, block, from }, i) => (
            <li key={`${from} ${finding.rule}`} aria-current={i === current}>
              <button type="button" className="chg" onClick={() => editor.chain().focus().goToNote(i).run()}>
                <del>{words}</del>
                {finding.suggestions[0] !== undefined && <ins>{finding.suggestions[0] || t.takeAway}</ins>}
                <span className="meta">{fill(t.noteIn, { block: figure(block) })}</span>
              </button>
              <p>{fill(messages[finding.message], { ...finding.params })}</p>
              <div className="do">
                {finding.suggestions.map((suggestion, k) => (
                  <button
                    key={suggestion}
                    type="button"
                    onClick={() => editor.chain().goToNote(i).acceptNote(suggestion).run()}
                  >
                    {k === 0 ? t.accept : `${t.accept}: ${suggestion}`}
                  </button>
                ))}
                <button type="button" onClick={() => editor.chain().goToNote(i).ignoreNote().run()}>
                  {t.ignore}
                </button>
              </div>
            </li>
          ))}
        </ol>
      )}
      {hidden > 0 && (
        <p className="ignored">
          <span className="meta">{count(t.ignoredNotes, hidden)}</span>{' '}
          <button type="button" className="quiet" onClick={() => editor.commands.showIgnoredNotes()}>
            {t.showIgnored}
          </button>
        </p>
      )}
    </section>
  );
}
