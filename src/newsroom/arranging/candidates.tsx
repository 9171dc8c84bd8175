import { useId, useState } from 'react';
import { fill } from '../../strings/strings.ts';
import { useAnswer } from '../session.tsx';
import type { Zone } from './front-form.ts';
import { useFrontWords } from './front-words.ts';
import { draggedStory } from './zone-list.tsx';

/** Published stories to choose from: dragged to a place, or sent there from a list of places. */
export function Candidates({
  section,
  zones,
  onPut,
}: {
  section: string | undefined;
  zones: readonly { zone: Zone; label: string }[];
  onPut(zone: Zone, story: { id: number; headline: string }): void;
}) {
  const { t } = useFrontWords();
  const id = useId();
  const [words, setWords] = useState('');
  const found = useAnswer('stories', {
    query: {
      status: 'published',
      limit: 40,
      ...(section !== undefined && words.trim() === '' && { section }),
      ...(words.trim() !== '' && { words: words.trim() }),
    },
  });
  return (
    <section className="candidates" aria-labelledby={`${id}-h`}>
      <h2 id={`${id}-h`}>{t.stories}</h2>
      <div className="entry">
        <label htmlFor={id}>{t.search}</label>
        <input
          id={id}
          type="search"
          dir="auto"
          value={words}
          onChange={({ target }) => setWords(target.value)}
        />
      </div>
      {found.data?.stories.length === 0 && <p className="empty">{t.noStories}</p>}
      <ul>
        {found.data?.stories.map((story) => (
          <li
            key={story.id}
            draggable
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'copy';
              event.dataTransfer.setData(draggedStory, String(story.id));
            }}
          >
            <span>{story.headline}</span>
            <select
              aria-label={fill(t.putIn, { name: story.headline })}
              value=""
              onChange={({ target }) => {
                const chosen = zones[Number(target.value)];
                if (chosen !== undefined) onPut(chosen.zone, story);
              }}
            >
              <option value="">{t.putInShort}</option>
              {zones.map(({ zone, label }, i) => (
                <option key={String(zone)} value={i}>
                  {label}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
    </section>
  );
}
