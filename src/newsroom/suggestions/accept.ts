import type { Editor } from '@tiptap/core';
import { valuesName } from '../../editing/schema.ts';
import { byline as bylineSchema } from '../../model/story.ts';
import type { DatelineAnswer, NamedAnswer } from '../../api/contract/suggestions.ts';
import type { DraftConnection } from '../editor/draft-connection.ts';
import { changeText } from '../editor/y-text.ts';
import { takeOut } from './in-text.ts';
import { linkFields } from './suggestion.ts';
import { linksOf } from './use-suggestions.ts';

/** Links a record to the draft. */
export function link(connection: DraftConnection, kind: NamedAnswer['kind'], record: string): void {
  const ids = linksOf(connection)[kind];
  if (!ids.includes(record)) connection.doc.getMap(valuesName).set(linkFields[kind], [...ids, record]);
}

export function unlink(connection: DraftConnection, kind: NamedAnswer['kind'], record: string): void {
  const ids = linksOf(connection)[kind].filter((id) => id !== record);
  connection.doc.getMap(valuesName).set(linkFields[kind], ids);
}

/** Moves a dateline out of the text: the place to its field, agency and reporter to the writers. No word of it is lost. */
export function moveDateline(connection: DraftConnection, editor: Editor, found: DatelineAnswer): void {
  if (!takeOut(editor, found.words)) return;
  const { doc } = connection;
  if (found.place !== undefined) changeText(doc.getText('dateline'), found.place);
  const { agency, reporter } = found;
  if (agency === undefined && reporter === undefined) return;
  const values = doc.getMap(valuesName);
  const before = bylineSchema.safeParse(values.get('byline')).data ?? { people: [] };
  const known = reporter === undefined || before.people.some(({ name }) => name === reporter);
  values.set('byline', {
    ...before,
    people: known ? before.people : [...before.people, { name: reporter }],
    ...(agency !== undefined && { agency: before.agency ?? agency }),
  });
}
