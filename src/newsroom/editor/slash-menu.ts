import { Extension } from '@tiptap/core';
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state';

/** An empty paragraph in which somebody writes «/», and what they have written after it. */
export interface SlashState {
  open: boolean;
  words: string;
  /** Where the slash stands, and where the caret is. */
  from: number;
  to: number;
  index: number;
}

const key = new PluginKey<SlashState>('slash');
const closed: SlashState = { open: false, words: '', from: 0, to: 0, index: 0 };

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    slash: { slashStep(by: 1 | -1, size: number): ReturnType; slashClose(): ReturnType };
  }
  interface Storage {
    /** The open list says what a key means there; true when it was taken. */
    slashMenu: { onKey: ((key: string) => boolean) | undefined };
  }
}

/** The slash menu's state; the menu itself is a component that reads it and is told of keys through `onKey`. */
export const slashMenu = Extension.create<object, { onKey: ((key: string) => boolean) | undefined }>({
  name: 'slashMenu',
  addStorage: () => ({ onKey: undefined }),
  addCommands() {
    return {
      slashStep:
        (by, size) =>
        ({ state, tr, dispatch }) => {
          const { index } = slashState(state);
          dispatch?.(tr.setMeta(key, { index: (index + by + size) % size }));
          return true;
        },
      slashClose:
        () =>
        ({ tr, dispatch }) => {
          dispatch?.(tr.setMeta(key, 'close'));
          return true;
        },
    };
  },
  addProseMirrorPlugins() {
    const { storage } = this;
    return [
      new Plugin<SlashState & { refused: number }>({
        key,
        state: {
          init: () => ({ ...closed, refused: -1 }),
          apply(transaction, before, _old, state) {
            const told = transaction.getMeta(key) as 'close' | { index: number } | undefined;
            const now = written(state);
            if (now === undefined) return { ...closed, refused: -1 };
            // Escape closes it for this slash; another one opens it again.
            const refused = told === 'close' ? now.from : before.refused;
            const same = before.open && before.words === now.words;
            const index = typeof told === 'object' ? told.index : same ? before.index : 0;
            return { ...now, open: refused !== now.from, index, refused };
          },
        },
        props: {
          handleKeyDown(view, event) {
            if (!slashState(view.state).open || event.isComposing) return false;
            return storage.onKey?.(event.key) ?? false;
          },
        },
      }),
    ];
  },
});

export function slashState(state: EditorState): SlashState {
  return key.getState(state) ?? closed;
}

/** `/` alone in a paragraph, or with the beginning of a block's name. */
function written({ selection }: EditorState): Omit<SlashState, 'open' | 'index'> | undefined {
  const { $from, empty } = selection;
  if (!empty || $from.parent.type.name !== 'paragraph' || $from.depth !== 1) return undefined;
  const text = $from.parent.textContent;
  const found = /^\/([\p{L}\p{M} ]{0,20})$/u.exec(text);
  if (found === null || $from.parentOffset !== text.length) return undefined;
  return { words: found[1] ?? '', from: $from.start(), to: $from.pos };
}
