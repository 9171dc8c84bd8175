import { shingles } from '../../arabic/similarity/shingles.ts';
import { likeness, readSketch, sketchOf } from '../../arabic/similarity/sketch.ts';
import { bodyText } from '../../model/plain-text.ts';
import type { Story } from '../../model/story.ts';
import { type Database, text } from '../sqlite.ts';

/** From here on a reader says «I have read this»: below the half that makes near-duplicates of two agency texts. */
const mostLikeness = 0.4;
/** Texts compared for one list; in a run of copies without end the list is short rather than late. */
const mostCompared = 24;

/**
 * The first candidates whose texts are neither nearly the story's nor nearly that of one before them: a reader who has read one
 * agency text is not offered it again from another paper. Reads some dozens of documents at most.
 */
export function withoutRepetitions(
  db: Database,
  story: Story,
  candidates: Iterable<number>,
  limit: number,
): number[] {
  const kept: number[] = [];
  const seen = [sketch(story)];
  let compared = 0;
  for (const id of candidates) {
    if (kept.length >= limit || compared++ >= mostCompared) break;
    const row = db.get('SELECT document FROM story_document WHERE id = ?', id);
    if (row === undefined) continue;
    const theirs = sketch(JSON.parse(text(row[0])) as Story);
    if (seen.some((one) => likeness(one, theirs) >= mostLikeness)) continue;
    seen.push(theirs);
    kept.push(id);
  }
  return kept;
}

const sketch = (story: Story) => readSketch(sketchOf(shingles(bodyText(story.body))));
