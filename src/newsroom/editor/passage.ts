import type { Editor } from '@tiptap/core';
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from '@tiptap/y-tiptap';
import {
  createAbsolutePositionFromRelativePosition,
  createRelativePositionFromJSON,
  createRelativePositionFromTypeIndex,
  type RelativePosition,
  XmlText,
} from 'yjs';

/** A stretch of a text that stays with its words, whoever writes before it: two relative positions of Yjs as JSON, base64. */
export interface Passage {
  words: string;
  from: string;
  to: string;
}

const longestWords = 500;
type Sync = { binding?: { mapping: never }; type: never; doc: never };

/** The same place, kept by the letter behind it and not by the one before: what is typed in front of a passage is none of it. */
function beforeLetter(place: RelativePosition, doc: Sync['doc']): RelativePosition {
  const at = createAbsolutePositionFromRelativePosition(place, doc);
  return at?.type instanceof XmlText && at.index < at.type.length
    ? createRelativePositionFromTypeIndex(at.type, at.index, 0)
    : place;
}

/** What is marked in the editor; undefined for nothing, or for what has no words. */
export function markedPassage(editor: Editor): Passage | undefined {
  const { from, to } = editor.state.selection;
  const words = editor.state.doc.textBetween(from, to, ' ').trim().slice(0, longestWords);
  const sync = ySyncPluginKey.getState(editor.state) as Sync | undefined;
  if (words === '' || sync?.binding === undefined) return undefined;
  const { mapping } = sync.binding;
  const relative = (place: number) =>
    absolutePositionToRelativePosition(place, sync.type, mapping) as RelativePosition;
  const told = (place: RelativePosition) => btoa(JSON.stringify(place));
  return { words, from: told(beforeLetter(relative(from), sync.doc)), to: told(relative(to)) };
}

/** Marks a passage in the editor and brings it into view. @returns false when its words are gone. */
export function showPassage(editor: Editor, passage: Passage): boolean {
  const sync = ySyncPluginKey.getState(editor.state) as Sync | undefined;
  if (sync?.binding === undefined) return false;
  const { mapping } = sync.binding;
  const place = (relative: string): number | null => {
    try {
      const position = createRelativePositionFromJSON(JSON.parse(atob(relative)));
      return relativePositionToAbsolutePosition(sync.doc, sync.type, position, mapping);
    } catch {
      return null;
    }
  };
  const [from, to] = [place(passage.from), place(passage.to)];
  if (from === null || to === null || to <= from) return false;
  return editor.chain().focus().setTextSelection({ from, to }).scrollIntoView().run();
}
