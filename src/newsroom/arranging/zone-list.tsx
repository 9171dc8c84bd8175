import { type ReactNode, useState } from 'react';
import { fill } from '../../strings/strings.ts';
import { useFrontWords } from './front-words.ts';
import { Sortable } from './sortable.tsx';

/** What a dragged story is called on its way. */
export const draggedStory = 'application/x-midad-story';

/** One place of a front: its stories in order; takes what is let go over it. */
export function ZoneList({
  label,
  stories,
  headline,
  extra,
  onChange,
  onDrop,
}: {
  label: string;
  stories: readonly number[];
  headline(story: number): string;
  /** What else is said of a story here. */
  extra?: (at: number) => ReactNode;
  onChange(stories: number[]): void;
  onDrop(story: number): void;
}) {
  const { t } = useFrontWords();
  const [over, setOver] = useState(false);
  return (
    <section
      className="zone"
      aria-label={label}
      data-over={over || undefined}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(draggedStory)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        const story = Number(event.dataTransfer.getData(draggedStory));
        if (story === 0) return;
        event.preventDefault();
        onDrop(story);
      }}
    >
      <h2>{label}</h2>
      {stories.length === 0 && <p className="meta">{t.none}</p>}
      <Sortable
        items={stories}
        label={label}
        keyOf={(story, i) => `${story} ${stories.indexOf(story) === i ? '' : i}`}
        nameOf={headline}
        onChange={onChange}
      >
        {(story, i) => (
          <div className="placed">
            <span>{headline(story)}</span>
            {extra?.(i)}
            <button
              type="button"
              className="quiet"
              aria-label={fill(t.removeNamed, { name: headline(story) })}
              onClick={() => onChange(stories.filter((_, at) => at !== i))}
            >
              {t.remove}
            </button>
          </div>
        )}
      </Sortable>
    </section>
  );
}
