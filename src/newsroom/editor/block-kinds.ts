import type { ChainedCommands, Editor } from '@tiptap/core';
import type { EditorStrings } from '../../strings/editor.ts';

/** A kind of block that a paragraph can be made into, from the toolbar and from the slash menu. */
export interface BlockKind {
  name: string;
  label(t: EditorStrings): string;
  isOn(editor: Editor): boolean;
  make(chain: ChainedCommands): ChainedCommands;
}

export const blockKinds: readonly BlockKind[] = [
  {
    name: 'paragraph',
    label: (t) => t.paragraph,
    isOn: (editor) => editor.isActive('paragraph') && !editor.isActive('quotation') && !inList(editor),
    make: (chain) => chain.clearNodes().setNode('paragraph'),
  },
  {
    name: 'heading',
    label: (t) => t.heading,
    isOn: (editor) => editor.isActive('heading', { level: 2 }),
    make: (chain) => chain.toggleNode('heading', 'paragraph', { level: 2 }),
  },
  {
    name: 'subheading',
    label: (t) => t.subheading,
    isOn: (editor) => editor.isActive('heading', { level: 3 }),
    make: (chain) => chain.toggleNode('heading', 'paragraph', { level: 3 }),
  },
  {
    name: 'quotation',
    label: (t) => t.quotation,
    isOn: (editor) => editor.isActive('quotation'),
    make: (chain) => chain.toggleWrap('quotation'),
  },
  {
    name: 'pullQuote',
    label: (t) => t.pullQuote,
    isOn: (editor) => editor.isActive('pullQuote'),
    make: (chain) => chain.toggleNode('pullQuote', 'paragraph'),
  },
  {
    name: 'bulletList',
    label: (t) => t.bulletList,
    isOn: (editor) => editor.isActive('bulletList'),
    make: (chain) => chain.toggleList('bulletList', 'listItem'),
  },
  {
    name: 'orderedList',
    label: (t) => t.orderedList,
    isOn: (editor) => editor.isActive('orderedList'),
    make: (chain) => chain.toggleList('orderedList', 'listItem'),
  },
  {
    name: 'table',
    label: (t) => t.table,
    isOn: (editor) => editor.isActive('table'),
    make: (chain) => chain.insertTable({ rows: 3, cols: 3, withHeaderRow: true }),
  },
  {
    name: 'image',
    label: (t) => t.blockImage,
    isOn: (editor) => editor.isActive('image'),
    make: (chain) => chain.choosePicture(),
  },
  {
    name: 'gallery',
    label: (t) => t.blockGallery,
    isOn: (editor) => editor.isActive('gallery'),
    make: (chain) => chain.chooseGallery(),
  },
];

const inList = (editor: Editor) => editor.isActive('bulletList') || editor.isActive('orderedList');
