import { findQuotes } from '../../arabic/quotes/find-quotes.ts';
import { keys } from '../../model/dependency-keys.ts';
import { runsText } from '../../model/plain-text.ts';
import type { Entity } from '../../model/site.ts';
import type { Story } from '../../model/story.ts';
import { number, text } from '../sqlite.ts';
import { canonicalId } from './aliases.ts';
import { entityIn } from './entities.ts';
import type { ApplyContext } from './apply-context.ts';
import { listNames } from './list-names.ts';
import type { PublicForm } from './public-form.ts';
import { personOf } from './quoted-person.ts';

/** One quotation or statement in a story. */
interface Said {
  /** A person record's id, or empty. */
  person: string;
  paragraph: number;
  at: number;
  until: number;
  kind: 'direct' | 'indirect';
  words: string;
}

const opening = /["«“]/;
const closing = /["»”]/;

/** A statement whose first or last words stand in marks, with these marks. */
function withMarks(text: string, start: number, end: number): string {
  const before = text.charAt(start - 1);
  const after = text.charAt(end);
  const words = text.slice(start, end);
  const opens = opening.test(before) && closing.test(words);
  const closes = closing.test(after) && opening.test(words);
  return `${opens ? before : ''}${words}${closes ? after : ''}`;
}

type Quotable = Pick<PublicForm, 'story' | 'publishedAt'>;

/**
 * Keeps what was said in a story beside it, so that no page has to read the text for it. Only Arabic stories that name
 * persons are read: it takes some milliseconds, which an archive of a million that names nobody does not spend.
 */
export function putQuotes(
  { db, touched }: ApplyContext,
  before: Quotable | undefined,
  after: Quotable | undefined,
): void {
  const id = (after ?? before)?.story.id ?? 0;
  // Their pages show these words, whichever of their stories they list.
  const touch = (person: string) => {
    if (person !== '') touched.add(keys.listEntity('person', canonicalId(db, 'person', person)));
  };
  if (before !== undefined) {
    for (const [person] of db.all('SELECT DISTINCT person FROM quote WHERE story = ?', id))
      touch(text(person));
    db.run('DELETE FROM quote WHERE story = ?', id);
  }
  if (after === undefined) return;
  const { story, publishedAt } = after;
  if (story.people.length === 0 || !story.language.startsWith('ar')) return;
  const persons = story.people.flatMap((person) => entityIn(db, 'person', person) ?? []);
  saidIn(story, persons).forEach(({ person, paragraph, at, until, kind, words }, n) => {
    touch(person);
    db.run(
      'INSERT INTO quote VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
      person,
      publishedAt,
      id,
      n,
      paragraph,
      at,
      until,
      kind,
      words,
    );
  });
}

/** How many stories are read anew when a person's names change: what a page shows, and far more. */
const mostRead = 500;

/** A person was renamed, or came after the stories that name them: who said what in these is found anew. */
export function putQuotesOf(context: ApplyContext, person: string): void {
  const { db, lists } = context;
  const list = lists.find(listNames.entity('person', person));
  if (list === undefined) return;
  const rows = db.all(
    `SELECT place.published_at, document FROM list_story AS place JOIN story_document ON id = place.story
     WHERE list = ? ORDER BY place.published_at DESC LIMIT ?`,
    list,
    mostRead,
  );
  for (const [publishedAt, document] of rows) {
    const form = { story: JSON.parse(text(document)) as Story, publishedAt: number(publishedAt) };
    putQuotes(context, form, form);
  }
}

/** Direct quotations, and statements of the persons, in the order of the text; blocks of quotation by their speaker. */
export function saidIn(story: Story, persons: readonly Entity[]): Said[] {
  const found: Said[] = [];
  const paragraphs = story.body.flatMap((block) =>
    block.type === 'paragraph' ? [runsText(block.text)] : [],
  );
  const body = paragraphs.join('\n');
  const starts: number[] = [];
  let start = 0;
  for (const paragraph of paragraphs) {
    starts.push(start);
    start += paragraph.length + 1;
  }
  let stated = 0;
  for (const quote of findQuotes(body)) {
    const told = `${story.headline}\n${body.slice(0, quote.end)}`;
    const person = personOf(quote.speakerName, persons, told);
    if (quote.kind === 'indirect' && (person === undefined || quote.named === false)) continue;
    const index = starts.findLastIndex((at) => at <= quote.start);
    const at = quote.start - (starts[index] ?? 0);
    const until = quote.end - (starts[index] ?? 0);
    // One that goes on in the next paragraph is marked up to the end of its own.
    const here = paragraphs[index] ?? '';
    found.push({
      // A fragment within a statement of theirs is there already.
      person: quote.end <= stated ? '' : (person?.id ?? ''),
      paragraph: index + 1,
      at,
      until: Math.min(until, here.length),
      kind: quote.kind,
      words:
        quote.kind === 'direct'
          ? body.slice(quote.start, quote.end)
          : withMarks(body, quote.start, quote.end),
    });
    if (quote.kind === 'indirect') stated = Math.max(stated, quote.end);
  }
  let paragraph = 0;
  for (const block of story.body) {
    if (block.type === 'paragraph') paragraph++;
    if (block.type !== 'quotation') continue;
    const person = personOf(block.speaker ?? null, persons);
    if (person === undefined) continue;
    const words = block.paragraphs.map(runsText).join('\n');
    // A block has no place in a paragraph; its link leads to the one before it.
    found.push({ person: person.id, paragraph, at: 0, until: 0, kind: 'direct', words });
  }
  return found;
}
