import { type Extensions, getSchema } from '@tiptap/core';
import { BulletList, ListItem, OrderedList } from '@tiptap/extension-list';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import {
  correctionNode,
  documentNode,
  embedNode,
  emMark,
  galleryNode,
  headingNode,
  imageNode,
  languageMark,
  lineBreakNode,
  linkMark,
  paragraphNode,
  pullQuoteNode,
  quotationNode,
  relatedNode,
  strongMark,
  textNode,
  unknownNode,
} from './nodes.ts';

/**
 * Raised whenever the shape of a draft changes (its nodes, its fields): an editor that was loaded before must be loaded
 * anew, and drafts of another shape begin anew from their story.
 */
export const draftSchema = 1;

/** The parts of a draft's Yjs document that are text, each a `Y.Text` that several people may type in at once. */
export const textFields = ['headline', 'kicker', 'shortHeadline', 'standfirst', 'dateline', 'slug'] as const;
export type TextField = (typeof textFields)[number];

/** The others are values in the `Y.Map` of this name, each exchanged as a whole. */
export const valuesName = 'values';
export const valueFields = [
  'kind',
  'section',
  'byline',
  'lead',
  'topics',
  'people',
  'places',
  'organisations',
  'language',
  'urgency',
  'embargoUntil',
  'related',
  'translations',
  'seo',
  'tags',
] as const;
export type ValueField = (typeof valueFields)[number];

/**
 * The `Y.Map` of suggestions and of the proofreader's notes that writers ignored, by their keys. No part of the story: it is not saved with it, goes when the draft begins
 * anew from another revision, and an editor that does not know it loses nothing.
 */
export const ignoredName = 'ignored';

/** The `Y.XmlFragment` of the body. */
export const bodyName = 'body';

/** Items and cells hold one kind of block: a story's list has no paragraphs in its items, nor a table pictures. */
const listItem = ListItem.extend({ content: 'paragraph' });
const cell = { content: 'paragraph' };

/** Every node and mark of a body. */
export const editingExtensions: Extensions = [
  documentNode,
  textNode,
  paragraphNode,
  lineBreakNode,
  headingNode,
  quotationNode,
  pullQuoteNode,
  imageNode,
  galleryNode,
  embedNode,
  correctionNode,
  relatedNode,
  unknownNode,
  BulletList,
  OrderedList,
  listItem,
  Table.extend({ addAttributes: () => ({ caption: { default: null } }) }),
  TableRow,
  TableHeader.extend(cell),
  TableCell.extend(cell),
  linkMark,
  strongMark,
  emMark,
  languageMark,
];

export const editingSchema = getSchema(editingExtensions);
