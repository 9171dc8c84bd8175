import { prosemirrorJSONToYXmlFragment, yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import type { Story } from '../model/story.ts';
import { documentOf } from './from-blocks.ts';
import { bodyName, editingSchema, textFields, valueFields, valuesName } from './schema.ts';
import { blocksOf } from './to-blocks.ts';

/** What a writer decides about a story, as a draft holds it. */
export type DraftFields = Pick<Story, (typeof textFields)[number] | (typeof valueFields)[number] | 'body'>;

/**
 * The update that fills an empty Yjs document with a story. Only the server makes it, once a draft: filled from two
 * places, every paragraph would stand twice.
 */
export function seedOf(story: Story): Uint8Array {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const field of textFields) doc.getText(field).insert(0, story[field] ?? '');
    const values = doc.getMap(valuesName);
    for (const field of valueFields) {
      const value = story[field];
      if (value !== undefined) values.set(field, value);
    }
    prosemirrorJSONToYXmlFragment(editingSchema, documentOf(story.body), doc.getXmlFragment(bodyName));
  });
  const seed = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return seed;
}

/**
 * What a draft says now. Every field is there; what was left empty is `undefined`, so that saving takes it away (an empty
 * headline stays: it is refused where one is needed). Values are as editors sent them, to be checked by the command
 * that saves them.
 */
export function fieldsOf(doc: Y.Doc): { [K in keyof DraftFields]: unknown } {
  const values = doc.getMap(valuesName);
  const texts = Object.fromEntries(
    textFields.map((field) => {
      const text = doc.getText(field).toString().normalize('NFC').trim();
      return [field, text === '' && field !== 'headline' && field !== 'slug' ? undefined : text];
    }),
  );
  const others = Object.fromEntries(valueFields.map((field) => [field, values.get(field) ?? undefined]));
  const body = blocksOf(yXmlFragmentToProsemirrorJSON(doc.getXmlFragment(bodyName)));
  return { ...texts, ...others, body } as { [K in keyof DraftFields]: unknown };
}
