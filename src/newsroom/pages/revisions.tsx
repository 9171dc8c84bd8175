import { useState } from 'react';
import type { Verb } from '../../commands/policy.ts';
import { compareStories } from '../../editing/compare.ts';
import type { Story } from '../../model/story.ts';
import { fill } from '../../strings/strings.ts';
import { useWords as useEditorWords } from '../editor/words.ts';
import { useAnswer, useRefresh, useSession } from '../session.tsx';
import { useSending } from '../shell/form.tsx';

/** How a story came to be as it is: who did what and when; any two compared, and each brought back. */
export function Revisions({ story, version, may }: { story: Story; version: number; may: readonly Verb[] }) {
  const { t, term, figure, moment, ask } = useSession();
  const refresh = useRefresh();
  const list = useAnswer('revisions', { params: { id: story.id } });
  const [shown, setShown] = useState<number>();
  const { send, busy, message } = useSending();
  const rows = list.data?.revisions.toReversed() ?? [];
  return (
    <section aria-labelledby="revisions-title">
      <h2 id="revisions-title">
        {t.revisions} <span>{figure(version)}</span>
      </h2>
      <ol className="trail">
        {rows.map((row) => (
          <li key={row.version}>
            <p>
              <b>{term(`action-${row.action}`)}</b> · {row.name ?? t.nobody}
              <span className="meta"> {moment(row.at)}</span>
            </p>
            {row.note !== undefined && <p className="meta">{row.note}</p>}
            <div className="do">
              {row.version > 1 && (
                <button
                  type="button"
                  className="quiet"
                  aria-expanded={shown === row.version}
                  onClick={() => setShown(shown === row.version ? undefined : row.version)}
                >
                  {t.compare}
                </button>
              )}
              {row.version < version && may.includes('restore-revision') && (
                <button
                  type="button"
                  className="quiet"
                  disabled={busy}
                  onClick={() =>
                    void send(async () => {
                      await ask('restoreRevision', {
                        params: { id: story.id },
                        body: { expect: version, version: row.version },
                      });
                      await refresh();
                    })
                  }
                >
                  {t.restore}
                </button>
              )}
            </div>
            {shown === row.version && (
              <Comparison id={story.id} to={row.version} versions={rows.map((one) => one.version)} />
            )}
          </li>
        ))}
      </ol>
      {message}
    </section>
  );
}

/** A revision beside another one: the one before it, until another is chosen. */
function Comparison({ id, to: chosen, versions }: { id: number; to: number; versions: readonly number[] }) {
  const [other, setOther] = useState(chosen - 1);
  const [from, to] = [Math.min(other, chosen), Math.max(other, chosen)];
  const { t, figure } = useSession();
  const { t: fields } = useEditorWords();
  const before = useAnswer('revision', { params: { id, version: from } });
  const after = useAnswer('revision', { params: { id, version: to } });
  const choice = (
    <p>
      <label>
        {t.compareWith}{' '}
        <select value={other} onChange={({ target }) => setOther(Number(target.value))}>
          {versions
            .filter((version) => version !== chosen)
            .map((version) => (
              <option key={version} value={version}>
                {figure(version)}
              </option>
            ))}
        </select>
      </label>
    </p>
  );
  if (before.data === undefined || after.data === undefined)
    return (
      <>
        {choice}
        <p className="meta">{t.loading}</p>
      </>
    );
  const [old, now] = [before.data.story, after.data.story];
  const differences = old === null || now === null ? [] : compareStories(old, now);
  return (
    <div
      className="diff"
      role="group"
      aria-label={fill(t.compareTitle, { from: figure(from), to: figure(to) })}
    >
      {choice}
      {differences.length === 0 && <p className="meta">{t.compareSame}</p>}
      {differences.map(({ field, stretches }) => (
        <div key={field}>
          <p className="meta">{fields[field]}</p>
          <p dir="auto">
            {stretches.map(({ text, kind }, i) => {
              const key = `${i} ${kind}`;
              if (kind === 'gone') return <del key={key}>{text}</del>;
              if (kind === 'come') return <ins key={key}>{text}</ins>;
              return <span key={key}>{shortened(text)}</span>;
            })}
          </p>
        </div>
      ))}
    </div>
  );
}

/** Of what stayed only what stands beside a change: the edges of long stretches. */
function shortened(text: string): string {
  if (text.length <= 160) return text;
  const [start, end] = [text.slice(0, 70), text.slice(-70)];
  return `${start.slice(0, start.lastIndexOf(' '))} … ${end.slice(end.indexOf(' ') + 1)}`;
}
