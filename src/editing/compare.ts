import { diffArrays } from 'diff';
import type { StoredBlock } from '../model/block.ts';
import { bodyText } from '../model/plain-text.ts';
import type { Story } from '../model/story.ts';
import { textFields } from './schema.ts';

/** A stretch of a compared text: in both, only in the earlier (`gone`), only in the later (`come`). */
export interface Stretch {
  text: string;
  kind: 'same' | 'gone' | 'come';
}

/** A field in which two revisions differ. */
export interface Difference {
  field: (typeof textFields)[number] | 'body';
  stretches: Stretch[];
}

/** Words with their harakat; spaces; any other sign alone. */
const units = /\s+|[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu;
/** Two texts with more changes than this have nothing in common that is worth finding (Myers's method is linear in their product). */
const mostChanges = 4000;

/**
 * Word by word, what was taken away from a text and what came. Joined, the stretches that are not `come` are the earlier text
 * exactly, those that are not `gone` the later. A word whose harakat changed is another word.
 *
 * Source: Myers, "An O(ND) Difference Algorithm and Its Variations" (1986), by the `diff` library.
 */
export function compareTexts(before: string, after: string): Stretch[] {
  const changes = diffArrays(before.match(units) ?? [], after.match(units) ?? [], {
    maxEditLength: mostChanges,
  });
  const found: Stretch[] =
    changes === undefined
      ? [
          { text: before, kind: 'gone' },
          { text: after, kind: 'come' },
        ]
      : changes.map(({ value, added, removed }) => ({
          text: value.join(''),
          kind: added ? 'come' : removed ? 'gone' : 'same',
        }));
  return quiet(found.filter(({ text }) => text !== ''));
}

/**
 * A lone space or comma that stayed between two changed words is no island to be read: it is taken with them, so that a rewritten
 * phrase stands as one.
 */
function quiet(stretches: readonly Stretch[]): Stretch[] {
  const out: Stretch[] = [];
  let [gone, come] = ['', ''];
  const flush = () => {
    if (gone !== '') out.push({ text: gone, kind: 'gone' });
    if (come !== '') out.push({ text: come, kind: 'come' });
    [gone, come] = ['', ''];
  };
  stretches.forEach(({ text, kind }, i) => {
    const between = i > 0 && i < stretches.length - 1;
    if (kind === 'gone') gone += text;
    else if (kind === 'come') come += text;
    else if (between && /^[^\p{L}\p{N}\n]{1,2}$/u.test(text) && gone !== '' && come !== '') {
      gone += text;
      come += text;
    } else {
      flush();
      out.push({ text, kind });
    }
  });
  flush();
  return out;
}

type Compared = Pick<Story, (typeof textFields)[number]> & { body: readonly StoredBlock[] };

/** The fields in which two revisions of a story differ, in the order of the page. Marks and pictures are not compared. */
export function compareStories(before: Compared, after: Compared): Difference[] {
  const texts = (story: Compared) => [
    ...textFields.map((field) => [field, story[field] ?? ''] as const),
    ['body', bodyText(story.body)] as const,
  ];
  const old = new Map(texts(before));
  return texts(after).flatMap(([field, text]) => {
    const was = old.get(field) ?? '';
    return was === text ? [] : [{ field, stretches: compareTexts(was, text) }];
  });
}
