import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { fold, foldWithOffsets } from '../../arabic/fold.ts';

export interface FindState {
  words: string;
  matches: { from: number; to: number }[];
  /** Index of the one that the editor stands at; -1 for none. */
  current: number;
}

const key = new PluginKey<FindState & { decorations: DecorationSet }>('find');
const none: FindState = { words: '', matches: [], current: -1 };

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    find: {
      /** Marks all places that say this, whatever their harakat, hamza and tatweel; empty ends the search. */
      find(words: string): ReturnType;
      /** Goes to the next (1) or the last (-1) match, round the end. */
      findStep(by: 1 | -1): ReturnType;
      /** Replaces the match at hand and goes to the next. */
      replaceMatch(by: string): ReturnType;
      replaceAllMatches(by: string): ReturnType;
    };
  }
}

/** Find and replace in the body. */
export const findInBody = Extension.create({
  name: 'findInBody',
  addCommands() {
    const told = (transaction: Transaction, change: Partial<FindState>) => transaction.setMeta(key, change);
    return {
      find:
        (words) =>
        ({ tr, dispatch }) => {
          dispatch?.(told(tr, { words, current: words === '' ? -1 : 0 }));
          return true;
        },
      findStep:
        (by) =>
        ({ state, tr, dispatch }) => {
          const { matches, current } = findState(state);
          if (matches.length === 0) return false;
          const next = (current + by + matches.length) % matches.length;
          const match = matches[next];
          if (match !== undefined)
            tr.setSelection(TextSelection.create(tr.doc, match.from, match.to)).scrollIntoView();
          dispatch?.(told(tr, { current: next }));
          return true;
        },
      replaceMatch:
        (by) =>
        ({ state, tr, dispatch }) => {
          const { matches, current } = findState(state);
          const match = matches[current];
          if (match === undefined) return false;
          tr.insertText(by, match.from, match.to);
          dispatch?.(tr);
          return true;
        },
      replaceAllMatches:
        (by) =>
        ({ state, tr, dispatch }) => {
          const { matches } = findState(state);
          // From the end, so that places before stay right; one step back undoes all.
          for (const { from, to } of matches.toReversed()) tr.insertText(by, from, to);
          dispatch?.(tr);
          return matches.length > 0;
        },
    };
  },
  addProseMirrorPlugins() {
    return [
      new Plugin({
        key,
        state: {
          init: () => ({ ...none, decorations: DecorationSet.empty }),
          apply(transaction, before, _old, { doc }) {
            const told = transaction.getMeta(key) as Partial<FindState> | undefined;
            if (told === undefined && !transaction.docChanged) return before;
            const words = told?.words ?? before.words;
            const matches = matchesIn(doc, words);
            const current = Math.min(told?.current ?? before.current, matches.length - 1);
            return { words, matches, current, decorations: decorated(doc, matches, current) };
          },
        },
        props: { decorations: (state) => key.getState(state)?.decorations },
      }),
    ];
  },
});

export function findState(state: EditorState): FindState {
  return key.getState(state) ?? none;
}

function decorated(doc: Node, matches: FindState['matches'], current: number): DecorationSet {
  return DecorationSet.create(
    doc,
    matches.map(({ from, to }, i) =>
      Decoration.inline(from, to, { class: i === current ? 'found found--here' : 'found' }),
    ),
  );
}

/** Places whose folded text has the folded words, in order; none overlaps another. */
export function matchesIn(doc: Node, words: string): { from: number; to: number }[] {
  const wanted = fold(words);
  if (wanted === '') return [];
  const found: { from: number; to: number }[] = [];
  doc.descendants((node, at) => {
    if (!node.isTextblock) return true;
    const { text, offsets } = foldWithOffsets(node.textBetween(0, node.content.size, undefined, '\n'));
    for (let i = text.indexOf(wanted); i >= 0; i = text.indexOf(wanted, i + wanted.length)) {
      // The end is where the next letter begins, so that harakat on the last letter go with it.
      const [from, to] = [offsets[i] ?? 0, offsets[i + wanted.length] ?? 0];
      found.push({ from: at + 1 + from, to: at + 1 + to });
    }
    return false;
  });
  return found;
}
