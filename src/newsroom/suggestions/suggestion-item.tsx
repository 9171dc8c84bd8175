import type { Editor } from '@tiptap/core';
import { fill } from '../../strings/strings.ts';
import type { SuggestionStrings } from '../../strings/suggestions.ts';
import { useSession } from '../session.tsx';
import { Status } from '../shell/status.tsx';
import { show } from './in-text.ts';
import type { Suggestion } from './suggestion.ts';

/** One suggestion: what it is, where it stands in the text, and what can be done with it. */
export function SuggestionItem({
  suggestion,
  here,
  t,
  editor,
  onTake,
  onLeave,
}: {
  suggestion: Suggestion;
  here: boolean;
  t: SuggestionStrings;
  editor: Editor;
  onTake(): void;
  onLeave(): void;
}) {
  const { words, what, take } = useSaid(suggestion, t);
  return (
    <li
      aria-current={here}
      data-type={suggestion.type}
      ref={(item) => {
        if (here) keepInSight(item);
      }}
    >
      {suggestion.type === 'alike' ? (
        <a className="chg" href={`/newsroom/stories/${suggestion.found.id}`} target="_blank" rel="noopener">
          <bdi>{words}</bdi>
        </a>
      ) : (
        <button type="button" className="chg" onClick={() => show(editor, placeWords(suggestion))}>
          <bdi>{words}</bdi>
        </button>
      )}
      <p className="meta">{what}</p>
      <div className="do">
        <button type="button" onClick={onTake}>
          {take}
        </button>
        <button type="button" onClick={onLeave}>
          {t.ignore}
        </button>
      </div>
    </li>
  );
}

function useSaid(suggestion: Suggestion, t: SuggestionStrings) {
  const { term, figure, count } = useSession();
  switch (suggestion.type) {
    case 'alike': {
      const { headline, status, similarity } = suggestion.found;
      const percent = figure(Math.round(similarity * 100));
      const what = (
        <>
          {t.alike} · {fill(t.alikeBy, { percent })} · <Status status={status} held={false} />
        </>
      );
      return { words: headline, what, take: t.open };
    }
    case 'dateline': {
      const { place, agency, reporter } = suggestion.found;
      const words = [place, agency, reporter].filter(Boolean).join('، ');
      return { words, what: t.dateline, take: t.takeDateline };
    }
    case 'said': {
      const { words, speaker } = suggestion.found;
      const said =
        words.length > longestShown ? `${words.slice(0, longestShown).replace(/\s\S*$/, '')}…` : words;
      return {
        words: `«${said}»`,
        what: `${t.quotation} · ${speaker ?? t.unnamed}`,
        take: t.pullQuote,
      };
    }
    case 'named': {
      const { name, kind, certain, mentions, record } = suggestion.found;
      const what = [
        term(`kind-${kind}`),
        count(t.mentions, mentions),
        ...(certain ? [] : [t.uncertain]),
        ...(record === undefined ? [t.noRecord] : []),
      ].join(' · ');
      return { words: name, what, take: record === undefined ? t.create : t.link };
    }
  }
}

/** Letters of a quotation that are shown; the whole stands in the text. */
const longestShown = 120;

const placeWords = (suggestion: Exclude<Suggestion, { type: 'alike' }>) => suggestion.found.words;

/** Within its panel only: the page must not jump while somebody types. */
function keepInSight(item: HTMLElement | null): void {
  const list = item?.parentElement;
  if (!item || !list) return;
  const top = item.offsetTop - list.offsetTop;
  if (top < list.scrollTop) list.scrollTop = top;
  else if (top + item.offsetHeight > list.scrollTop + list.clientHeight)
    list.scrollTop = top + item.offsetHeight - list.clientHeight;
}
