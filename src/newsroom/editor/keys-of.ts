import type { EditorStrings } from '../../strings/editor.ts';

/** Keys, a space between them, and what they do. */
export type KeyRow = readonly [keys: string, does: string];

/** Every key of the editor, those most used first. Letters and marks are taken by their place, so that an Arabic keyboard needs no change. */
export const keysOf = (t: EditorStrings): readonly KeyRow[] => [
  ['Ctrl S', t.keySave],
  ['Ctrl F', t.keyFind],
  ['F2', t.keyNextSuggestion],
  ['F4', t.keyTakeSuggestion],
  ['F7', t.keyNextNote],
  ['F8', t.keyAccept],
  ['F9', t.keyIgnore],
  ['Ctrl Z', t.undo],
  ['Ctrl /', t.keys],
  ['Ctrl Shift Z', t.redo],
  ['Ctrl B', t.strong],
  ['Ctrl I', t.em],
  ['Alt I', t.isolate],
  ['Ctrl Alt 0', t.paragraph],
  ['Ctrl Alt 2', t.heading],
  ['Ctrl Alt 3', t.subheading],
  ['Ctrl Shift 9', t.quotation],
  ['/', t.insert],
  ['Shift F4', t.keyLeaveSuggestion],
];
